"""Chapter 7: each use case as its marketer wrote it, what was understood, what IT offers, what was decided."""

from translator.core.bank.model import Bank, Scope
from translator.core.dossier import Chapter, Translation
from translator.core.options import Decision
from translator.core.reading.model import Kind, Signal
from translator.core.specification.compose import Words, bold, marked_words, para, section, speaker, table, unstated
from translator.core.specification.figures import day
from translator.core.specification.model import Block, Prose, Section
from translator.core.specification.options_table import options_blocks
from translator.core.specification.said import answer_source, answer_words, known

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


def use_cases_chapter(bank: Bank, translation: Translation) -> Section:
    """Give every use case its section."""
    if not translation.chapters:
        who = speaker(translation.dossier.project, "marketing")
        return section("use-cases", "Use cases", unstated("what should happen, in a few sentences", who))
    return section("use-cases", "Use cases", *(_use_case(bank, translation, c) for c in translation.chapters))


def _use_case(bank: Bank, translation: Translation, chapter: Chapter) -> Section:
    case = chapter.work.use_case
    project = translation.dossier.project
    marketing = speaker(project, "marketing")
    prefix = f"use-case-{case.number}"
    measure: Block = Prose(case.measure, "quote") if case.measure else unstated("how success is measured", marketing)
    decisions = [d for d in translation.dossier.decisions if d.use_case == case.number]
    return section(
        prefix,
        f"{case.ref} {case.title}".strip(),
        section(f"{prefix}-words", "In marketing's words", *_words(chapter, marketing)),
        section(f"{prefix}-measure", "Measure of success", measure),
        section(f"{prefix}-understood", "What was understood", *_understood(bank, chapter, marketing)),
        section(f"{prefix}-options", "Options", *options_blocks(chapter, project)),
        section(f"{prefix}-decisions", "Decision", *_decided(chapter, decisions, marketing)),
    )


def _words(chapter: Chapter, who: str) -> list[Block]:
    if not chapter.work.use_case.narrative.strip():
        return [unstated("what should happen, in a few sentences", who)]
    return [
        Prose(chapter.work.use_case.narrative, "quote", _apart(chapter.reading.signals)),
        para("Highlighted: the words from which requirements were drawn.", style="note"),
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


def _understood(bank: Bank, chapter: Chapter, who: str) -> list[Block]:
    ref = chapter.work.use_case.ref
    blocks: list[Block] = []
    if chapter.reading.signals:
        rows = (_signal_row(kind, chapter.reading.signals) for kind in Kind)
        caption = f"{ref}: understood from the text"
        blocks.append(table(caption, "What | Understood | In the words", (14, 36, 50), (r for r in rows if r)))
    answered = [(q.text, answer_words(q, a), answer_source(a)) for q, a in known(bank, Scope.USE_CASE, chapter.answers)]
    if answered:
        blocks.append(table(f"{ref}: answers", "Question | Answer | Who said so", (40, 32, 28), answered))
    return blocks or [unstated("who it is for, when it happens, on which channel and with which data", who)]


def _signal_row(kind: Kind, signals: tuple[Signal, ...]) -> tuple[Words, ...]:
    mine = [s for s in signals if s.kind is kind]
    if not mine:
        return ()
    values = dict.fromkeys(s.value + (" (ruled out)" if s.negated else "") for s in mine)
    evidence = dict.fromkeys((s.evidence, s.said_by) for s in mine)
    words: list[str | Words] = []
    for text, person in evidence:
        words += [", ", *marked_words(text, person)] if words else [*marked_words(text, person)]
    return (KIND_TITLE[kind], "; ".join(values), tuple(words))  # type: ignore[arg-type]


def _decided(chapter: Chapter, decisions: list[Decision], who: str) -> list[Block]:
    chosen = next((o for o in chapter.work.options if o.chosen), None)
    blocks: list[Block] = []
    if chosen:
        blocks.append(para("Marketing chose ", bold(f"option {chosen.letter}, {chosen.name}"), "."))
    for decision in decisions:
        outcome = (
            decision.outcome
            or f"open; {decision.owner or 'somebody'} decides by {day(decision.due) or 'a date not set'}"
        )
        blocks.append(para(bold(f"{decision.what}: "), outcome))
        if decision.reason:
            blocks.append(Prose(decision.reason, "note"))
    return blocks or [unstated("which option it chooses", who)]
