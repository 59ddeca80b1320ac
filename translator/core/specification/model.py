"""The specification as a document: sections of blocks with every value resolved, nothing left to look up.

Exporters see this and nothing else. What is `internal` is for marketing and IT alone: editions.py leaves it out of
what bidders get. Step 10.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

DRAFT = "DRAFT"


class Edition(StrEnum):
    """Name for whom a document is: WHOLE for both sides to sign, BIDDERS for those who reply to it."""

    WHOLE = "whole"
    BIDDERS = "bidders"


class Fact(NamedTuple):
    """Hold one line of the title page."""

    label: str
    value: str
    internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Hold a stretch of text in one look.

    `ref` links to an anchor of the same document; `mark` highlights quoted evidence; `note` is small and grey.
    """

    text: str
    bold: bool = False
    italic: bool = False
    mark: bool = False
    note: bool = False
    ref: str = ""
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold one paragraph.

    `style` is "body", "note" (small, grey), "lead", "quote" (a person's own words) or "unstated" (nobody has said
    it yet, and who should).
    """

    runs: tuple[Run, ...]
    style: str = "body"
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Hold what a person wrote, as Markdown; exporters render headings in it as bold lines, never as sections.

    `marks` are the stretches of evidence to highlight: (start, end) in characters of `markdown`, in order, apart.
    """

    markdown: str
    style: str = "body"
    marks: tuple[tuple[int, int], ...] = ()
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Hold a list; each item is a row of runs."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold one table cell: paragraphs of runs, then a person's Markdown where there is `prose`.

    `prose_internal`: bidders do not get the Markdown.
    """

    paragraphs: tuple[tuple[Run, ...], ...]
    prose: str = ""
    head: bool = False
    anchor: str = ""
    prose_internal: bool = False
    tone: str = ""  # "", "good", "warn", "bad": a tint beside the words, never instead of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Hold a table with a caption. `widths` are shares of the line that add up to 100; the head row repeats.

    A `form` is for the reader to fill in: its empty cells are drawn as boxes with room to write. `internal_columns`
    are positions of columns that bidders do not get; where there is a `reply`, they get an empty column under that
    name instead, to fill in.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    anchor: str = ""
    form: bool = False
    internal: bool = False
    internal_columns: tuple[int, ...] = ()
    reply: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Hold a drawing of ranges: one bar a row from low to high with a tick at expected, and limits as lines.

    `rows` are (label, low, expected, high) in `unit`; the same figures always stand in a table beside it. `limit` is
    a line to stay below ((label, value)), such as the budget.
    """

    title: str
    unit: str
    rows: tuple[tuple[str, float, float, float], ...]
    limit: tuple[str, float] | None = None
    alt: str = ""
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Hold one empty or filled place to sign: the side ("For marketing"), a name, a date as written."""

    side: str
    name: str = ""
    signed_on: str = ""


Block = Paragraph | Prose | Bullets | Table | Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Hold a section. Exporters number sections 1, 1.1, ... in order; `anchor` is unique in the document."""

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """Hold the shared document. `status` is "DRAFT" while `missing` is not empty, else "FOR SIGNATURE".

    `missing` are plain sentences. `standing` says in one line what the status means and what is still open, with
    links. `prepared_on` is ISO 8601. `facts` are the lines of the title page. `data` holds the same content as plain
    values for programs (see data.py); only the JSON exporter reads it.
    """

    title: str
    subtitle: str
    status: str
    prepared_on: str
    missing: tuple[str, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    signatures: tuple[Signature, ...]
    standing: tuple[Run, ...] = ()
    edition: Edition = Edition.WHOLE
    language: str = "en-GB"
    data: dict[str, object] = field(default_factory=dict)

    @property
    def draft(self) -> bool:
        """Tell whether the document still waits for something that it cannot do without."""
        return self.status.startswith(DRAFT)
