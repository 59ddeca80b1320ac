"""The specification as a document: sections of blocks with every value resolved, nothing left to look up.

Exporters see this and nothing else. Step 10.
"""

from dataclasses import dataclass, field


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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold one paragraph.

    `style` is "body", "note" (small, grey), "lead", "quote" (a person's own words) or "unstated" (nobody has said
    it yet, and who should).
    """

    runs: tuple[Run, ...]
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Prose:
    """Hold what a person wrote, as Markdown; exporters render headings in it as bold lines, never as sections.

    `marks` are the stretches of evidence to highlight: (start, end) in characters of `markdown`, in order, apart.
    """

    markdown: str
    style: str = "body"
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """Hold a list; each item is a row of runs."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold one table cell: paragraphs of runs, then a person's Markdown where there is `prose`."""

    paragraphs: tuple[tuple[Run, ...], ...]
    prose: str = ""
    head: bool = False
    anchor: str = ""
    tone: str = ""  # "", "good", "warn", "bad": a tint beside the words, never instead of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Hold a table with a caption. `widths` are shares of the line that add up to 100; the head row repeats.

    A `form` is for the reader to fill in: its empty cells are drawn as boxes with room to write.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    anchor: str = ""
    form: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """Hold the shared document. `status` is "DRAFT" while `missing` is not empty, else "FOR SIGNATURE".

    `missing` are plain sentences. `prepared_on` is ISO 8601. `facts` are the title page's (label, value) pairs.
    `data` holds the same content as plain values for programs (see data.py); only the JSON exporter reads it.
    """

    title: str
    subtitle: str
    status: str
    prepared_on: str
    missing: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    signatures: tuple[Signature, ...]
    language: str = "en-GB"
    data: dict[str, object] = field(default_factory=dict)
