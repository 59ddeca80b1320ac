"""Chapters 8 to 10: the requirements, by category, within it by use case, then those that all share."""

from collections.abc import Sequence

from translator.core.dossier import Translation
from translator.core.requirements.model import Feasibility, Requirement, Source, SourceKind
from translator.core.specification.compose import Words, bold, cell, note, section, speaker, table, unstated
from translator.core.specification.model import Cell, Run, Section
from translator.core.terms import Category

_TITLES = {
    Category.FUNCTIONAL: "Functional requirements",
    Category.DATA: "Data requirements",
    Category.INFRASTRUCTURE: "Technical requirements",
}
_HEAD = "No. | Requirement | Fit criterion | Priority and origin | IT"
_WIDTHS = (12, 40, 24, 11, 13)
_TONES = {"yes": "good", "yes if": "warn", "no": "bad"}


def requirement_chapters(translation: Translation) -> tuple[Section, ...]:
    """Give each category its chapter."""
    return tuple(_chapter(translation, category) for category in Category)


def _chapter(translation: Translation, category: Category) -> Section:
    groups = [
        (f"use-case-{c.work.use_case.number}", f"{c.work.use_case.ref} {c.work.use_case.title}".strip(), c.requirements)
        for c in translation.chapters
    ]
    groups.append(("shared", "Shared by all use cases", translation.standard))
    parts = []
    for place, title, requirements in groups:
        lines = [r for r in requirements if r.live and r.category is category]
        if lines:
            caption = f"{_TITLES[category]}: {title}"
            body = table(caption, _HEAD, _WIDTHS, (requirement_row(r) for r in lines))
            parts.append(section(f"{category.value}-{place}", title, body))
    who = speaker(translation.dossier.project, "marketing")
    anchor = f"{category.value}-requirements"
    if not parts:
        return section(anchor, _TITLES[category], unstated("what is needed here", who))
    return section(anchor, _TITLES[category], *parts)


def requirement_row(requirement: Requirement) -> tuple[Cell, ...]:
    """Write one requirement as a row; its number is the anchor that everything else links to."""
    r = requirement
    return (
        cell(bold(r.id), anchor=r.id),
        cell(r.sentence, *_below(r)),
        cell(r.fit or "Not stated yet"),
        cell(r.priority.value.capitalize(), note(r.origin.value.capitalize())),
        _verdict(r.feasibility, stale=r.review_stale),
    )


def _below(r: Requirement) -> Sequence[Words]:
    lines: list[Words] = []
    if r.plain and r.plain != r.sentence:
        lines.append(Run(text=r.plain, italic=True, note=True))
    if r.rationale:
        lines.append(note(f"Why: {r.rationale}"))
    if r.trace:
        lines.append(note(_from(r.trace)))
    if r.source_changed:
        lines.append(note(f"The source changed since this was edited. The draft now says: {r.draft_sentence}"))
    if r.words_gone:
        words = " and ".join(f"“{said}”" for said in r.words_gone)
        lines.append(note(f"This rests on words that the text no longer says: {words}."))
    return lines


def _from(trace: tuple[Source, ...]) -> str:
    first = f"“{trace[0].text}”" if trace[0].kind is SourceKind.WORDS else trace[0].text
    asides = (trace[0].credit, f"and {len(trace) - 1} more" if len(trace) > 1 else "")
    aside = ", ".join(filter(None, asides))
    return f"From: {first} ({aside})" if aside else f"From: {first}"


def _verdict(feasibility: Feasibility | None, *, stale: bool) -> Cell:
    if feasibility is None:
        return cell(note("Not judged yet"))
    word = feasibility.verdict.value.capitalize()
    again = (note("Judged before the sentence changed"),) if stale else ()
    return cell(word, *again, prose=feasibility.note, tone=_TONES[feasibility.verdict.value])
