"""Small constructors for the document model, so that the chapters read as text and not as brackets."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from translator.core.project import Project
from translator.core.requirements.model import Requirement
from translator.core.specification.model import Block, Bullets, Cell, Chart, Paragraph, Prose, Run, Section, Table

Words = str | Run | tuple[str | Run, ...]
Part = TypeVar("Part", Run, Paragraph, Prose, Bullets, Table, Chart, Section)


def internal(part: Part) -> Part:
    """Mark a part as one for marketing and IT alone, which bidders do not get."""
    return replace(part, internal=True)


def runs(words: Words) -> tuple[Run, ...]:
    """Turn a text, a run or a row of both into runs."""
    parts = words if isinstance(words, tuple) else (words,)
    return tuple(part if isinstance(part, Run) else Run(text=part) for part in parts)


def para(*parts: str | Run, style: str = "body") -> Paragraph:
    """Build a paragraph from texts and runs."""
    return Paragraph(runs(parts), style)


def bold(text: str) -> Run:
    """Build a bold run."""
    return Run(text=text, bold=True)


def note(text: str) -> Run:
    """Build a small grey run."""
    return Run(text=text, note=True)


def quoted(text: str) -> tuple[Run, ...]:
    """Build somebody's exact words between quotation marks, highlighted."""
    return (Run(text="“"), Run(text=text, mark=True), Run(text="”"))


def marked_words(text: str, said_by: str) -> tuple[Run, ...]:
    """Build words of the text between quotation marks, with the person who marked them; "" when they were read."""
    return (*quoted(text), note(f" (marked by {said_by})")) if said_by else quoted(text)


def link(anchor: str, text: str = "") -> Run:
    """Build a run that leads to an anchor; its text is the anchor itself unless another is given."""
    return Run(text=text or anchor, ref=anchor)


def linked(anchors: Iterable[str]) -> tuple[Run, ...]:
    """Build a row of links with commas between them."""
    row: list[Run] = []
    for anchor in anchors:
        row += [Run(text=", "), link(anchor)] if row else [link(anchor)]
    return tuple(row)


def linked_lines(requirements: Iterable[Requirement]) -> tuple[Run, ...]:
    """Build a row of requirements' numbers, each a link to the line that stands for it in the document."""
    row: list[Run] = []
    for requirement in requirements:
        name = link(requirement.stands_at, requirement.id)
        row += [Run(text=", "), name] if row else [name]
    return tuple(row)


def cell(
    *paragraphs: Words,
    prose: str = "",
    head: bool = False,
    anchor: str = "",
    prose_internal: bool = False,
    tone: str = "",
) -> Cell:
    """Build a table cell; each argument is one paragraph, and empty ones are left out."""
    filled = tuple(runs(p) for p in paragraphs if p)
    return Cell(filled, prose, head, anchor, prose_internal, tone)


def table(
    caption: str,
    head: str | tuple[str, ...],
    widths: tuple[int, ...],
    rows: Iterable[tuple[Cell | Words, ...]],
    *,
    form: bool = False,
    internal_columns: tuple[int, ...] = (),
    reply: str = "",
) -> Table:
    """Build a table; a `head` in one text names the columns between bars; a cell may be given by its words alone."""
    filled = tuple(tuple(c if isinstance(c, Cell) else cell(c) for c in row) for row in rows)
    columns = head if isinstance(head, tuple) else tuple(name.strip() for name in head.split("|"))
    return Table(
        caption=caption,
        head=columns,
        rows=filled,
        widths=widths,
        form=form,
        internal_columns=internal_columns,
        reply=reply,
    )


def bullets(items: Iterable[Words], *, numbered: bool = False) -> Bullets:
    """Build a list."""
    return Bullets(tuple(runs(item) for item in items), numbered)


def unstated(what: str, who: str) -> Paragraph:
    """Say that nobody has stated something yet, and who should."""
    return para(bold("Not stated yet. "), f"{who} should say {what}.", style="unstated")


def section(anchor: str, title: str, *content: Block | Section) -> Section:
    """Build a section from blocks and sections; in the document all blocks come before all sections."""
    return Section(
        anchor=anchor,
        title=title,
        blocks=tuple(part for part in content if not isinstance(part, Section)),
        sections=tuple(part for part in content if isinstance(part, Section)),
    )


def speaker(project: Project, side: str) -> str:
    """Name who speaks for a side ("marketing" or "it"): its lead, else the side itself."""
    name = {"marketing": "Marketing", "it": "IT"}[side]
    lead = next((m for m in project.members if m.lead and m.side in (side, "both")), None)
    return f"{lead.name} ({name})" if lead else name
