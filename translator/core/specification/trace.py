"""The trace: every requirement with the words, the answers, the rule or the person it comes from.

In: requirements. Out: one row for all requirements of a use case that come from the same sources, so that nothing is
said twice; each requirement stands in one row, what rests on nothing but a rule in the last ones. What changed since
somebody looked is for marketing and IT alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement, Source, SourceKind
from translator.core.specification.compose import Words, bold, cell, linked, marked_words, note, para, section, table
from translator.core.specification.model import Block, Cell, Run, Section


def trace_chapter(translation: Translation) -> Section:
    """Trace every live requirement, one table a use case, the shared ones last."""
    blocks: list[Block] = []
    for name, requirements in _places(translation):
        groups = _groups(requirements)
        rows = [_row(group) for group in sorted(groups, key=_by_rule)]
        if rows:
            blocks.append(table(f"{name}: where each requirement comes from", "No. | Comes from", (24, 76), rows))
    title = "Where each requirement comes from"
    return section("trace", title, *(blocks or [para("There are no requirements yet.")]))


def trace_anchors(translation: Translation) -> dict[str, str]:
    """Return the anchor of the row that traces each requirement, by its id."""
    return {
        r.id: _anchor(group)
        for _, requirements in _places(translation)
        for group in _groups(requirements)
        for r in group
    }


def source_words(requirement: Requirement) -> tuple[str, ...]:
    """Return each source in one stretch of text; a rule by its topic, because its reason is the rationale."""
    return tuple(dict.fromkeys(_words(source, requirement) for source in requirement.trace))


def _words(source: Source, requirement: Requirement) -> str:
    if source.kind is SourceKind.WORDS:
        quote = f"“{source.text}” ({source.credit})" if source.credit else f"“{source.text}”"
        return f"{_whose(source)}{quote}"
    if source.kind is SourceKind.RULE:
        return f"Standard: rule {requirement.topic}"
    # A question ends in its own mark; a colon behind it would be one too many.
    return f"{_whose(source)}{source.text.replace('?: ', '? ', 1)}"


def _whose(source: Source) -> str:
    """Name the use case whose words or answer stand behind a shared requirement."""
    return f"UC{source.use_case}: " if source.use_case else ""


def _places(translation: Translation) -> Iterator[tuple[str, tuple[Requirement, ...]]]:
    for chapter in translation.chapters:
        yield chapter.work.use_case.ref, chapter.requirements
    yield "Shared", translation.standard


def _groups(requirements: Iterable[Requirement]) -> list[list[Requirement]]:
    """Gather the live requirements that name the same sources, in the order of the first of each group."""
    groups: dict[tuple[str, ...], list[Requirement]] = {}
    for requirement in requirements:
        if requirement.live:
            groups.setdefault(source_words(requirement), []).append(requirement)
    return list(groups.values())


def _anchor(group: list[Requirement]) -> str:
    return f"trace-{group[0].id}"


def _by_rule(group: list[Requirement]) -> bool:
    return {source.kind for source in group[0].trace} == {SourceKind.RULE}


def _row(group: list[Requirement]) -> tuple[Cell, ...]:
    first = group[0]
    words = _quotes(source for source in first.trace if source.kind is SourceKind.WORDS)
    others: list[Words] = list(
        dict.fromkeys(_words(source, first) for source in first.trace if source.kind is not SourceKind.WORDS)
    )
    changed = _changed(group)
    sources = cell(words, *others, *changed) if first.trace else cell("Not stated yet", *changed)
    return (cell(linked(r.id for r in group), anchor=_anchor(group)), sources)


def _quotes(sources: Iterable[Source]) -> tuple[Run, ...]:
    """Write the marketer's words, each between quotation marks, and who marked them."""
    row: list[Run] = []
    for source in dict.fromkeys(sources):
        whose = _whose(source)
        words = (*((Run(text=whose),) if whose else ()), *marked_words(source.text, source.said_by))
        row += [Run(text=", "), *words] if row else words
    return tuple(row)


def _changed(group: Iterable[Requirement]) -> list[Words]:
    """Say of each suspect requirement what it rested on when somebody looked, and what it rests on now."""
    said: list[Words] = []
    for requirement in group:
        if requirement.suspect and requirement.changes is not None:
            then = "; ".join(requirement.changes.went) or "nothing of this"
            now = "; ".join(requirement.changes.came) or "no longer"
            row = (
                bold(f"{requirement.id} changed since somebody looked. "),
                note(f"Then: {then}. Now: {now}.".replace("..", ".")),
            )
            said.append(tuple(replace(run, internal=True) for run in row))
    return said
