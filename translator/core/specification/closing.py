"""The last chapters: what is open, the glossary, and what was decided."""

import re
from collections.abc import Iterator

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.glossary import Entry, glossary, standing_in
from translator.core.options import Decision
from translator.core.reading.written import capital
from translator.core.requirements.model import OpenQuestion, Requirement
from translator.core.specification.compose import (
    Words,
    bold,
    cell,
    internal,
    linked,
    note,
    para,
    section,
    speaker,
    table,
)
from translator.core.specification.figures import count, day
from translator.core.specification.model import Block, Bullets, Cell, Paragraph, Prose, Section, Table
from translator.core.specification.proposed import Proposed

# How the question bank words a value that nobody has given.
_TO_AGREE = "to be agreed"
_STATEMENTS = re.compile(r";\s+|(?<=\.)\s+")
# "The period" alone says too little: the topic follows.
_SHORT_NAME = 2
_NAMED_VALUE = re.compile(r"(?:and )?([^,]+?)(?<! that) (?:is|are) to be agreed\.?")


def open_questions_chapter(
    translation: Translation, live: tuple[Requirement, ...], waiting: tuple[Proposed, ...] = ()
) -> Section:
    """List what nobody knows yet, who finds out and by when, and the requirements with a value to be agreed."""
    questions = sorted(all_open(translation), key=lambda q: not q.must)
    rows = [
        (
            f"UC{q.use_case}" if q.use_case else "Project",
            cell(q.text, *_until_then(q, waiting), *_asides(q)),
            cell(q.owner or "No owner yet", tone="" if q.owner else "warn"),
            day(q.due) if q.due else "No date yet",
            "Yes" if q.must else "No",
        )
        for q in questions
    ]
    head = "For | Question | Owner | By | Waited for"
    block: Block = (
        table("Open questions", head, (10, 45, 16, 18, 11), rows, internal_columns=(2, 4))
        if rows
        else para("No question is open.")
    )
    return section("open-questions", "Open questions and values", block, *_to_agree(live))


def _to_agree(live: tuple[Requirement, ...]) -> list[Block]:
    """Say which values are to be agreed, each once, with all the requirements that wait for it."""
    waiting = [r for r in live if value_open(r)]
    if not waiting:
        return []
    values: dict[str, list[str]] = {}
    for requirement in waiting:
        values.setdefault(_value_in(requirement), []).append(requirement.id)
    names = "requirement names" if len(waiting) == 1 else "requirements name"
    text = f"{len(waiting):,} {names} a value that is to be agreed; bidders may propose one."
    rows = ((capital(value), linked(ids)) for value, ids in values.items())
    return [para(text), table("Values to be agreed", "Value | Requirements", (58, 42), rows)]


def _value_in(requirement: Requirement) -> str:
    """Return the words for the value that a requirement leaves open, else the statement that it stands in."""
    text = requirement.fit if _TO_AGREE in requirement.fit else requirement.sentence
    part = next(part for part in _STATEMENTS.split(text) if _TO_AGREE in part).strip()
    named = _NAMED_VALUE.fullmatch(part)
    if named is None:
        return part.removeprefix("In the acceptance test, ").rstrip(".")
    short = requirement.topic and len(named[1].split()) <= _SHORT_NAME
    return f"{named[1]} ({requirement.topic})" if short else named[1]


def value_open(requirement: Requirement) -> bool:
    """Tell whether a requirement leaves a value to be agreed, in its sentence or in its fit criterion."""
    return sentence_open(requirement) or _TO_AGREE in requirement.fit


def sentence_open(requirement: Requirement) -> bool:
    """Tell whether the duty itself is open, and not only how it will be measured."""
    return _TO_AGREE in requirement.sentence


def _until_then(question: OpenQuestion, waiting: tuple[Proposed, ...]) -> tuple[Words, ...]:
    """Name the values that stand in lines until a question is answered, each once."""
    values: dict[str, list[str]] = {}
    for one in waiting:
        if one.question == question:
            values.setdefault(one.words, []).append(one.line)
    return tuple((f"Until then {words} is proposed (", *linked(ids), ").") for words, ids in values.items())


def _asides(question: OpenQuestion) -> tuple[Words, ...]:
    """Return what stands below a question, for marketing and IT alone: why it is asked, and how IT would ask it."""
    it = f"In IT's words: {question.it_wording}" if question.it_wording else ""
    return tuple(internal(note(words)) for words in (question.why, it) if words)


def all_open(translation: Translation) -> tuple[OpenQuestion, ...]:
    """Return every open question: the project's, then each use case's."""
    return (*translation.open_questions, *(q for c in translation.chapters for q in c.open_questions))


def decisions_chapter(translation: Translation) -> Section:
    """List every decision with its owner or outcome, and a chosen option that no decision names; internal."""
    rows = [
        (f"UC{d.use_case}" if d.use_case else "Project", d.what, cell(*_outcome(d), prose=d.reason))
        for d in translation.dossier.decisions
    ]
    for work in translation.dossier.works:
        chosen = next((o for o in work.options if o.chosen), None)
        outcome = f"Option {chosen.letter}, {chosen.name}" if chosen else ""
        told = any(d.use_case == work.use_case.number and d.outcome == outcome for d in translation.dossier.decisions)
        if chosen and not told:
            rows.append((work.use_case.ref, "Which option?", cell(outcome, "Chosen by marketing")))
    block: Block = (
        table("Decisions", "For | What | Outcome", (12, 38, 50), rows)
        if rows
        else para(f"No decision is recorded. {speaker(translation.dossier.project, 'marketing')} chooses the options.")
    )
    return internal(section("decisions", "Decisions", block))


def _outcome(decision: Decision) -> tuple[str, ...]:
    if decision.outcome:
        by = f"{decision.decided_by} {day(decision.decided_on)}".strip()
        return (decision.outcome, by) if by else (decision.outcome,)
    return ("Open", f"Owner: {decision.owner or 'not stated yet'}; by: {day(decision.due) or 'not stated yet'}")


def glossary_chapter(bank: Bank, own: tuple[Entry, ...], sections: tuple[Section, ...]) -> Section | None:
    """Explain the terms that the given sections use, with what the project made of them; None when they use none."""
    used = standing_in("\n".join(_texts(sections)), glossary(bank.glossary, own))
    if not used:
        return None
    rows = [
        (cell(bold(e.term), note(e.state.capitalize())), cell(e.definition), cell(e.marketing), cell(e.it))
        for e in used
    ]
    head = "Term | Meaning for both | Marketing often means | IT often means"
    agreed = sum(e.agreed for e in used)
    said = f"{count(agreed, 'term')} of {len(used)} agreed by both sides; the others are proposed."
    return section(
        "glossary", "Glossary", para(said), table("Terms used in this document", head, (16, 38, 23, 23), rows)
    )


def _texts(sections: tuple[Section, ...]) -> Iterator[str]:
    for part in sections:
        yield part.title
        for block in part.blocks:
            yield from _block_texts(block)
        yield from _texts(part.sections)


def _block_texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield "".join(run.text for run in block.runs)
    elif isinstance(block, Prose):
        yield block.markdown
    elif isinstance(block, Bullets):
        yield from ("".join(run.text for run in item) for item in block.items)
    elif isinstance(block, Table):
        yield block.caption
        yield from (text for row in block.rows for c in row for text in _cell_texts(c))


def _cell_texts(content: Cell) -> Iterator[str]:
    yield from ("".join(run.text for run in paragraph) for paragraph in content.paragraphs)
    yield content.prose
