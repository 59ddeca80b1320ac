"""Chapters 1 and 2: what is asked at a glance, what is tendered, and how to read and answer the document."""

from collections import Counter
from collections.abc import Iterable

from translator.core.bank.model import Bank
from translator.core.dossier import Chapter, Translation
from translator.core.project import Project
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import (
    Words,
    bold,
    bullets,
    internal,
    link,
    para,
    section,
    speaker,
    table,
    unstated,
)
from translator.core.specification.dates import FINISH, LAST_DAY, last_day_for_bids
from translator.core.specification.figures import count, day, listed
from translator.core.specification.model import Block, Prose, Run, Section, Table
from translator.core.specification.money import money_in_short
from translator.core.specification.ruled_out import NOT_KEPT, prohibitions
from translator.core.specification.scope import RULED_OUT
from translator.core.specification.tender import MISSED_MUST, covers, purchase, replies
from translator.core.terms import Priority

_MARKS = (
    (
        "Number",
        (
            "UC2-D-03 would be data requirement 3 of use case 2 (F functional, D data, I infrastructure, V vendor and "
            "services). UC2-X-01 would be the first thing that the text of use case 2 rules out: no requirement, but a "
            "limit that every offer keeps. A number that begins with S belongs to no single use case. No number is "
            "given twice, and gaps "
            "are lines that were left out or are met by a shared one."
        ),
    ),
    (
        "Priority",
        (
            f"Must: the result has to do it. {MISSED_MUST} Should: important, a reasoned exception is possible. "
            "Could: welcome if it costs little. Won't: agreed to be left out this time."
        ),
    ),
    (
        "Origin",
        (
            "Stated: in marketing's own words. Derived: follows from an answer. "
            "Standard: every specification of this kind needs it."
        ),
    ),
    ("Fit criterion", "The test by which both sides will know that the requirement is met."),
    ("Not stated yet", "Nobody has said it so far; the text names who should."),
)
_IT = (bold("IT. "), "IT's verdict on feasibility: yes, yes if, or no, with its condition.")


def summary(translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """Say on one page what is asked for: objective, use cases with requirements by strength, money and time."""
    project = translation.dossier.project
    who = speaker(project, "marketing")
    objective: Block = Prose(project.objective, "lead") if project.objective.strip() else unstated(
        "the commercial objective", who
    )  # fmt: skip
    blocks: list[Block] = [objective]
    cases = count(len(translation.chapters), "use case")
    blocks.append(para(f"This document asks for {cases} and {count(len(live), 'requirement')}."))
    if translation.chapters:
        blocks.append(_strength(translation, live))
    blocks.append(money_in_short(translation))
    if project.deadline:
        blocks.append(para(bold(f"{FINISH}: "), f"{day(project.deadline)}."))
    blocks.append(para(bold(f"{LAST_DAY}: "), f"{(last_day_for_bids(translation) or 'not stated yet').rstrip('.')}."))
    return section("summary", "Summary", *blocks)


def _strength(translation: Translation, live: tuple[Requirement, ...]) -> Table:
    # What is left out this time has its own place in the scope; a column of noughts would say nothing.
    left_out = any(r.priority is Priority.WONT for r in live)
    shown = tuple(p for p in Priority if left_out or p is not Priority.WONT)
    rows: list[tuple[Words, ...]] = [
        ((link(_place(c), c.work.use_case.ref), f" {c.work.use_case.title}"), *_counts(c.requirements, shown))
        for c in translation.chapters
    ]
    if translation.standard:
        rows.append(("Shared by several or all use cases", *_counts(translation.standard, shown)))
    rows.append((bold("Together"), *_counts(live, shown)))
    head = ("Use case", *(p.value.capitalize() for p in shown))
    return table("Use cases and requirements by priority", head, (100 - 13 * len(shown), *[13] * len(shown)), rows)


def _place(chapter: Chapter) -> str:
    return f"use-case-{chapter.work.use_case.number}"


def _counts(requirements: Iterable[Requirement], shown: Iterable[Priority]) -> tuple[str, ...]:
    counts = Counter(r.priority for r in requirements if r.live)
    return tuple(f"{counts[priority]:,}" for priority in shown)


def instructions(bank: Bank, translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """Say what is tendered, how the purchase runs, how a bidder replies, and what the words and marks mean."""
    return section(
        "instructions",
        "How to read and answer this document",
        _tendered(translation),
        purchase(bank, translation, live, _contact(translation.dossier.project)),
        _replying(translation),
        _reading(),
    )


def _tendered(translation: Translation) -> Section:
    if not translation.chapters:
        return section("tendered", "What is tendered", unstated("what should happen, in a few sentences", "Marketing"))
    return section(
        "tendered",
        "What is tendered",
        para("Bids are asked for on the use cases below. ", covers(translation)),
        bullets(_lot(chapter) for chapter in translation.chapters),
        *_chosen(translation),
    )


def _lot(chapter: Chapter) -> tuple[str | Run, ...]:
    wanted = [r for r in chapter.requirements if r.wanted]
    musts = sum(r.priority is Priority.MUST for r in wanted)
    case = chapter.work.use_case
    words = f" {case.title}: {count(len(wanted), 'requirement')}, {musts:,} of them musts."
    return (link(_place(chapter), case.ref), words)


def _chosen(translation: Translation) -> list[Block]:
    """Say, for marketing and IT alone, which options marketing chose and how each works; a way chosen often, once."""
    ways: dict[tuple[str, str, str], list[str]] = {}
    for chapter in translation.chapters:
        for option in (o for o in chapter.work.options if o.chosen):
            way = (option.letter, option.name, option.how.strip())
            ways.setdefault(way, []).append(chapter.work.use_case.ref)
    blocks: list[Block] = []
    for (letter, name, how), refs in ways.items():
        blocks.append(internal(para(bold(f"{listed(tuple(refs))}: marketing chose option {letter}, {name}."))))
        blocks += [internal(Prose(how, "note"))] if how else []
    return blocks


def _contact(project: Project) -> Block:
    leads = tuple(f"{m.name} ({_side(m.side)})" for m in project.members if m.lead)
    if not leads:
        return unstated("who answers questions", "Both sides")
    return para(bold("Questions go to "), f"{listed(leads)}.")


def _replying(translation: Translation) -> Section:
    return section(
        "replying",
        "Replying to it",
        para(
            "Bidders answer every requirement by its number with one of these words, and say how it is met. A line on "
            "what the supplier shall do takes the words of the second table, every other line those of the first."
        ),
        *replies(),
        *_one_reply(translation.standard),
        *_kept(translation),
        para("They also fill in ", link("vendor", "Vendor profile"), " and ", link("pricing", "Pricing form"), "."),
    )


def _one_reply(standard: Iterable[Requirement]) -> list[Block]:
    """Say at which of two numbers a shared need is answered; nothing while nothing is shared."""
    line = next((r for r in standard if r.live and r.shares), None)
    if line is None:
        return []
    own = line.shares[0]
    text = (
        "Each need is answered once, in the column beside its number in the requirement tables. What several use cases "
        "need has one number that begins with S, and the reply there counts for all the use cases that it names; a "
        "reply that holds for some of them says for which. Where use cases name different values, each is bound by its "
        f"own. A use case's own number for it, such as {own.id} for {line.id}, stands in lists only, for those who "
        "follow a need back to its use case: it gets no reply."
    )
    return [para(bold("One need, one reply. "), text)]


def _kept(translation: Translation) -> list[Block]:
    """Say how what is ruled out is answered; nothing where no text rules anything out."""
    if not prohibitions(translation):
        return []
    return [para(bold("Ruled out. "), "Numbers with an X stand in ", link("scope-out", RULED_OUT), f". {NOT_KEPT}")]


def _reading() -> Section:
    return section(
        "reading",
        "Reading it",
        para(
            "Marketing described each use case in a few sentences; ",
            link("use-cases", "Use cases"),
            " repeats them word for word, with the words that count highlighted. Every requirement is drawn from "
            "these words, from an answer, or from a rule that holds for every specification, and ",
            link("trace", "Where each requirement comes from"),
            " shows which.",
        ),
        bullets((bold(f"{word}. "), meaning) for word, meaning in _MARKS),
        internal(bullets([_IT])),
    )


def _side(side: str) -> str:
    return {"marketing": "Marketing", "it": "IT", "both": "Marketing and IT"}.get(side, "Reader")
