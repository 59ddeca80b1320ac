"""Chapters 12 to 14: privacy, implementation and support; each points to the requirements that speak of it."""

from collections.abc import Iterable

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import internal, link, linked, para, section, speaker, table, unstated
from translator.core.specification.dates import date_blocks
from translator.core.specification.figures import count
from translator.core.specification.model import Block, Cell, Run, Section
from translator.core.specification.money import time_in_short
from translator.core.specification.topics import IMPLEMENTATION, PRIVACY, SUPPORT


def privacy_chapter(translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """Point to what is required on consent, personal data, security and law."""
    who = speaker(translation.dossier.project, "marketing")
    blocks = gathered(live, PRIVACY) or [unstated("which permissions, places and laws apply", who)]
    return section("privacy", "Privacy, security and legal", *blocks)


def implementation_chapter(bank: Bank, translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """Set the dates side by side, and point to what is required on getting there: migration, training, tests."""
    project = translation.dossier.project
    blocks: list[Block] = date_blocks(bank, translation)
    estimate = time_in_short(translation)
    if estimate:
        blocks.append(internal(para(estimate, " Details: ", link("money", "Money and time asked"), ".")))
    who = speaker(project, "it")
    blocks += gathered(live, IMPLEMENTATION) or [
        unstated("what must be moved, taught and tested before the start", who)
    ]
    return section("implementation", "Implementation", *blocks)


def support_chapter(translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """Point to what is required on running it: availability, failures, help."""
    who = speaker(translation.dossier.project, "it")
    blocks = gathered(live, SUPPORT) or [unstated("which hours, answer times and availability are needed", who)]
    return section("support", "Support and service levels", *blocks)


def gathered(live: Iterable[Requirement], topics: frozenset[str]) -> list[Block]:
    """Point to the requirements of some topics: one row a topic, equal lines of several use cases once.

    Empty when there are none.
    """
    by_topic: dict[str, dict[str, list[str]]] = {}
    for r in live:
        if r.topic in topics:
            by_topic.setdefault(r.topic, {}).setdefault(r.plain or r.sentence, []).append(r.id)
    if not by_topic:
        return []
    total = sum(len(ids) for lines in by_topic.values() for ids in lines.values())
    rows = [(topic[:1].upper() + topic[1:], _lines(lines)) for topic, lines in sorted(by_topic.items())]
    return [table(f"What is required ({count(total, 'requirement')})", "Matter | Requirements", (22, 78), rows)]


def _lines(lines: dict[str, list[str]]) -> Cell:
    # Plain words speak to the marketer; bidders follow the numbers to the sentences.
    return Cell(tuple((internal(Run(text=f"{words} ")), *linked(ids)) for words, ids in lines.items()))
