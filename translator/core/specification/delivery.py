"""Chapters 11 to 13: privacy, implementation and support; each gathers what the requirements already say on it."""

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.plan import Plan
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import link, para, section, speaker, table, unstated
from translator.core.specification.figures import count, day, weeks_points
from translator.core.specification.model import Block, Section
from translator.core.specification.said import answer_source, answer_words, said
from translator.core.specification.topics import IMPLEMENTATION, PRIVACY, SUPPORT


def privacy_chapter(bank: Bank, translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """Gather what is said on consent, personal data, security and law."""
    blocks = gathered(bank, translation, live, PRIVACY)
    who = speaker(translation.dossier.project, "marketing")
    return section(
        "privacy",
        "Privacy, security and legal",
        *(blocks or [unstated("which permissions, places and laws apply", who)]),
    )


def implementation_chapter(bank: Bank, translation: Translation, live: tuple[Requirement, ...], plan: Plan) -> Section:
    """Gather what is said on getting there: time, migration, training, tests."""
    project = translation.dossier.project
    blocks = gathered(bank, translation, live, IMPLEMENTATION)
    if plan.weeks:
        text = f"IT estimates {weeks_points(plan.weeks)} from the start of work to first use of the slowest use case"
        end = f"; the deadline is {day(project.deadline)}." if project.deadline else "."
        blocks.insert(0, para(text, end, " Details: ", link("money", "Money and time asked"), "."))
    return section(
        "implementation",
        "Implementation",
        *(blocks or [unstated("what must be moved, taught and tested before the start", speaker(project, "it"))]),
    )


def support_chapter(bank: Bank, translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """Gather what is said on running it: availability, failures, help."""
    blocks = gathered(bank, translation, live, SUPPORT)
    who = speaker(translation.dossier.project, "it")
    return section(
        "support",
        "Support and service levels",
        *(blocks or [unstated("which hours, answer times and availability are needed", who)]),
    )


def gathered(
    bank: Bank, translation: Translation, live: tuple[Requirement, ...], topics: frozenset[str]
) -> list[Block]:
    """Gather what was answered and what is required on some topics; empty when nothing is."""
    blocks: list[Block] = []
    answers = [(p, q.text, answer_words(q, a), answer_source(a)) for p, q, a in said(bank, translation, topics)]
    if answers:
        blocks.append(table("What was answered", "For | Question | Answer | Who said so", (10, 34, 30, 26), answers))
    found = [r for r in live if r.topic in topics]
    if found:
        rows = [((link(r.id),), r.plain or r.sentence, r.priority.value.capitalize()) for r in found]
        caption = f"What is required ({count(len(found), 'requirement')})"
        blocks.append(table(caption, "No. | In plain words | Priority", (13, 72, 15), rows))
    return blocks
