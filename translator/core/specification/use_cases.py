"""Chapter 7: each use case as its marketer wrote it, what was understood and what was answered."""

from translator.core.bank.model import Bank, Scope
from translator.core.dossier import Chapter, Translation
from translator.core.reading.ladder import PATTERNS, needed_before
from translator.core.reading.model import Kind, Reading, Signal
from translator.core.reading.written import written
from translator.core.requirements.wording import listed
from translator.core.specification.compose import (
    Words,
    internal,
    marked_words,
    para,
    section,
    speaker,
    table,
    unstated,
)
from translator.core.specification.model import Block, Paragraph, Prose, Section, Table
from translator.core.specification.said import answers_table

KIND_TITLE = {
    Kind.ACTOR: "Who",
    Kind.CHANNEL: "Channel",
    Kind.DATA: "Data",
    Kind.SYSTEM: "System",
    Kind.TIMING: "Timing",
    Kind.KPI: "Measure",
    Kind.VOLUME: "Volume",
    Kind.GEOGRAPHY: "Place",
    Kind.CONSENT: "Consent",
    Kind.CONSTRAINT: "Limit",
}
# A size or a measure is understood as its own words; only what is called by another name needs a second column.
_OWN_WORDS = frozenset({Kind.VOLUME, Kind.KPI})


def use_cases_chapter(bank: Bank, translation: Translation) -> Section:
    """Give every use case its section, and one to the answers that hold for all."""
    if not translation.chapters:
        who = speaker(translation.dossier.project, "marketing")
        return section("use-cases", "Use cases", unstated("what should happen, in a few sentences", who))
    parts = [_use_case(bank, translation, chapter) for chapter in translation.chapters]
    shared = answers_table(bank, "All use cases", Scope.PROJECT, translation.answers)
    if shared:
        parts.append(section("use-cases-all", "All use cases", shared))
    return section("use-cases", "Use cases", *parts)


def _use_case(bank: Bank, translation: Translation, chapter: Chapter) -> Section:
    case = chapter.work.use_case
    marketing = speaker(translation.dossier.project, "marketing")
    blocks: list[Block] = list(_words(chapter, marketing))
    if chapter.reading.signals:
        blocks += [*map(internal, _looks_like(chapter.reading)), internal(_understood(chapter))]
    answers = answers_table(bank, case.ref, Scope.USE_CASE, chapter.answers)
    if answers:
        blocks.append(answers)
    elif not chapter.reading.signals:
        blocks.append(unstated("who it is for, when it happens, on which channel and with which data", marketing))
    return section(f"use-case-{case.number}", f"{case.ref} {case.title}".strip(), *blocks)


def _looks_like(reading: Reading) -> tuple[Paragraph, ...]:
    """Say which kind of use case it is and what it builds on; nothing where the text does not tell."""
    if not reading.pattern:
        return ()
    needs = needed_before(reading.rung)
    before = f" It builds on {listed(needs)}." if needs else ""
    return (para(f"This looks like {PATTERNS[reading.pattern]}.{before}"),)


def _words(chapter: Chapter, who: str) -> list[Block]:
    if not chapter.work.use_case.narrative.strip():
        return [unstated("what should happen, in a few sentences", who)]
    return [
        Prose(chapter.work.use_case.narrative, "quote", _apart(chapter.reading.signals)),
        para("In marketing's words. Highlighted: the words from which requirements were drawn.", style="note"),
    ]


def _apart(signals: tuple[Signal, ...]) -> tuple[tuple[int, int], ...]:
    """Melt overlapping evidence into stretches that lie apart."""
    stretches: list[tuple[int, int]] = []
    for start, end in sorted((s.span.start, s.span.end) for s in signals):
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return tuple(stretches)


def _understood(chapter: Chapter) -> Table:
    rows = (_signal_row(kind, chapter.reading.signals) for kind in Kind)
    caption = f"{chapter.work.use_case.ref}: understood from the text"
    return table(caption, "What | Understood | In the words", (11, 36, 53), (r for r in rows if r))


def _signal_row(kind: Kind, signals: tuple[Signal, ...]) -> tuple[Words, ...]:
    mine = [s for s in signals if s.kind is kind]
    if not mine:
        return ()
    named = [("As said" if kind in _OWN_WORDS else written(s)) + (" (ruled out)" if s.negated else "") for s in mine]
    evidence = dict.fromkeys((s.evidence, s.said_by) for s in mine)
    words: list[str | Words] = []
    for text, person in evidence:
        words += [", ", *marked_words(text, person)] if words else [*marked_words(text, person)]
    return (KIND_TITLE[kind], "; ".join(dict.fromkeys(named)), tuple(words))  # type: ignore[arg-type]
