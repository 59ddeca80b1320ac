"""Chapters 8 to 11: the requirements, by category, within it by use case, then those that all share."""

from collections.abc import Iterable, Mapping

from translator.core.dossier import Translation
from translator.core.requirements.model import Feasibility, Origin, Requirement
from translator.core.specification.compose import (
    Words,
    bold,
    cell,
    internal,
    link,
    linked,
    note,
    para,
    section,
    speaker,
    table,
    unstated,
)
from translator.core.specification.figures import listed
from translator.core.specification.model import Block, Cell, Run, Section
from translator.core.specification.proposed import Proposed
from translator.core.specification.trace import source_words, trace_anchors
from translator.core.terms import Category

_TITLES = {
    Category.FUNCTIONAL: "Functional requirements",
    Category.DATA: "Data requirements",
    Category.INFRASTRUCTURE: "Technical requirements",
    Category.SERVICES: "Vendor and service requirements",
}
_HEAD = "No. | Requirement | Fit criterion | Priority | IT"
_WIDTHS = (12, 47, 24, 9, 8)
_IT_COLUMN = 4
_TONES = {"yes": "good", "yes if": "warn", "no": "bad"}
# More sources than these stand in the trace alone.
_SHOWN = 2


def requirement_chapters(translation: Translation, waiting: Iterable[Proposed] = ()) -> tuple[Section, ...]:
    """Give each category its chapter; `waiting` are the values that stand in lines until a question is answered."""
    anchors, held = trace_anchors(translation), {one.line: one for one in waiting}
    return tuple(_chapter(translation, category, anchors, held) for category in Category)


def _chapter(
    translation: Translation, category: Category, anchors: dict[str, str], waiting: Mapping[str, Proposed]
) -> Section:
    groups = [
        (f"use-case-{c.work.use_case.number}", f"{c.work.use_case.ref} {c.work.use_case.title}".strip(), c.requirements)
        for c in translation.chapters
    ]
    groups.append(("shared", "Shared by several or all use cases", translation.standard))
    parts = []
    for place, title, requirements in groups:
        lines = [r for r in requirements if r.live and r.category is category]
        if lines:
            caption = f"{_TITLES[category]}: {title}"
            rows = (requirement_row(r, anchors.get(r.id, ""), waiting.get(r.id)) for r in lines)
            body = table(caption, _HEAD, _WIDTHS, rows, internal_columns=(_IT_COLUMN,), reply="Reply, and how")
            also = _also(requirements, category)
            parts.append(section(f"{category.value}-{place}", title, body, *also))
    who = speaker(translation.dossier.project, "marketing")
    anchor = f"{category.value}-requirements"
    if not parts:
        return section(anchor, _TITLES[category], unstated("what is needed here", who))
    return section(anchor, _TITLES[category], *parts)


def _also(requirements: Iterable[Requirement], category: Category) -> tuple[Block, ...]:
    """Name the shared lines that hold for a use case too, so that nobody answers, or misses, one of them."""
    shared = sorted({r.covered_by for r in requirements if r.covered_by and r.category is category})
    if not shared:
        return ()
    return (para("Needed here too, and answered once, at the shared number: ", *linked(shared), ".", style="note"),)


def requirement_row(
    requirement: Requirement, trace_anchor: str = "", waits: Proposed | None = None
) -> tuple[Cell, ...]:
    """Write one requirement as a row; its number is the anchor that everything else links to."""
    r = requirement
    return (
        cell(bold(r.id), anchor=r.id),
        cell(
            r.sentence, *_until(waits), *_below(r, trace_anchor), prose=_condition(r.feasibility), prose_internal=True
        ),
        cell(r.fit or "Not stated yet"),
        cell(r.priority.value.capitalize(), note(r.origin.value.capitalize())),
        _verdict(r.feasibility, stale=r.review_stale),
    )


def _until(waits: Proposed | None) -> tuple[Words, ...]:
    """Say that a value is proposed only, until its question is answered."""
    if waits is None:
        return ()
    asked = link("open-questions", waits.question.text)
    return ((bold("Proposed: "), f"{waits.words}, until this is answered: ", asked),)


def _below(r: Requirement, trace_anchor: str) -> list[Words]:
    """Return what stands below a sentence: its plain words with the reason, then where it comes from.

    Plain words speak to the marketer as "you", and the trace tells bidders the source: they get the reason alone.
    """
    small: list[Run] = []
    if r.plain and r.plain != r.sentence:
        small.append(Run(text=f"{r.plain} ", italic=True, note=True, internal=True))
    if r.rationale:
        small.append(note(f"Why: {r.rationale} "))
    if r.shares:
        small.append(note(f"Answered here once, for {_needed_by(r)}. "))
    origin = tuple(internal(run) for run in _from(r, trace_anchor))
    # A rule's name is short, and its reason is the one given; it needs no line of its own.
    lines: list[Words] = [(*small, *origin)] if r.origin is Origin.STANDARD else [tuple(small), origin]
    if r.source_changed:
        lines.append(note(f"The source changed since this was edited. The draft now says: {r.draft_sentence}"))
    if r.suspect and not r.source_changed:
        lines.append(internal(note("Changed since somebody looked: the trace says what.")))
    elif r.words_gone:
        words = " and ".join(f"“{said}”" for said in r.words_gone)
        lines.append(note(f"This rests on words that the text no longer says: {words}."))
    return lines


def _needed_by(r: Requirement) -> str:
    """Name the use cases; where one of them drives the line, each with its own value."""
    driven = any(part.drives for part in r.shares) and len({part.value for part in r.shares}) > 1
    if not driven:
        return listed(tuple(dict.fromkeys(f"UC{part.use_case}" for part in r.shares)))
    values: dict[tuple[bool, str], list[str]] = {}
    for part in sorted(r.shares, key=lambda part: not part.drives):
        values.setdefault((part.drives, part.value), []).append(f"UC{part.use_case}")
    said = (f"{listed(tuple(places))} ({value})" for (drives, value), places in values.items())
    return listed(tuple(said))


def _from(r: Requirement, trace_anchor: str) -> tuple[Run, ...]:
    """Name at most two sources; the rest is a link to the trace. A rule is named by its topic: its reason is above."""
    sources = source_words(r)
    if not sources:
        return ()
    shown = note(f"From: {'; '.join(sources[:_SHOWN])}")
    if len(sources) <= _SHOWN:
        return (shown,)
    more = f"{len(sources) - _SHOWN} more"
    return (shown, note("; "), link(trace_anchor, more) if trace_anchor else note(more))


def _condition(feasibility: Feasibility | None) -> str:
    """Return IT's note as Markdown, with its lead; a note that begins with a list keeps its first line."""
    if feasibility is None or not feasibility.note.strip():
        return ""
    said = feasibility.note.strip()
    return f"IT: {said}" if said[0].isalnum() else f"IT:\n\n{said}"


def _verdict(feasibility: Feasibility | None, *, stale: bool) -> Cell:
    if feasibility is None:
        return cell(note("Not judged yet"))
    again = (note("Judged before the sentence changed"),) if stale else ()
    return cell(feasibility.verdict.value.capitalize(), *again, tone=_TONES[feasibility.verdict.value])
