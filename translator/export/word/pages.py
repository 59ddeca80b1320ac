"""Page numbers for the table of contents, estimated, until Word counts them itself.

Word counts them when it refreshes the contents, which they ask for; LibreOffice shows what the file says. So the file
should say nearly the right thing: heights are added up as the styles of look.py give them, with average letters.
"""

from functools import cache

from translator.core.specification.model import Block, Bullets, Cell, Chart, Paragraph, Run, Specification, Table
from translator.export.outline import Heading, on_one_page

# Points: A4 less the margins above and below; the width of the text.
_PAGE, _WIDTH = 711.0, 482.0
# An average letter of English text is this part of the type size wide (Arial, Times New Roman); a line ends, on
# average, half a word before the margin.
_SANS, _SERIF, _RAGGED = 0.435, 0.41, 2.0
_CELL_LINE, _SMALL_LINE, _CELL_AFTER = 10.0, 8.8, 2.0
# (type size, height of a line, space before, space after, share of the size that a letter takes), by style.
_STYLES = {
    "body": (9.5, 12.6, 0.0, 7.0, _SANS),
    "note": (8.0, 9.7, 0.0, 7.0, _SANS),
    "lead": (11.5, 15.9, 0.0, 10.0, _SERIF),
    "quote": (11.0, 15.2, 0.0, 6.0, _SERIF),
    "unstated": (9.5, 12.0, 2.0, 7.0, _SANS),
    "item": (9.5, 12.0, 0.0, 3.5, _SANS),
    "caption": (8.5, 9.8, 12.0, 4.0, _SANS),
    "cell": (8.5, _CELL_LINE, 0.0, _CELL_AFTER, _SANS),
    "small": (7.5, _SMALL_LINE, 0.0, _CELL_AFTER, _SANS),
}
_HEADINGS = {1: (23.0, 36.0, 10.0), 2: (16.1, 18.0, 7.0), 3: (11.5, 14.0, 4.0), 4: (10.9, 10.0, 3.0)}
_CELL_PADDING, _CELL_SIDES, _FORM_ROW, _LINE_AFTER_TABLE = 6.5, 8.5, 26.0, 10.0
# So many rows of a table are measured; the others count as their average, which keeps the estimate cheap.
_SAMPLE = 2
_WITH_HEADING, _TITLE_PAGE_TOP, _FACT, _CONTENTS_TOP = 50.0, 330.0, 15.0, 37.0


class _Press:
    """Fill pages from top to bottom."""

    def __init__(self) -> None:
        self.page, self._used, self._after = 1, 0.0, 0.0

    def put(self, height: float, *, before: float = 0.0, after: float = 0.0, with_next: float = 0.0) -> None:
        """Put something down in one piece, on a new page when it does not fit with what must follow it.

        Between two paragraphs stands the larger of the space after the first and the space before the second.
        """
        height += max(0.0, before - self._after) + after
        if self._used and self._used + height - after + with_next > _PAGE:
            self.turn()
        self._used += height
        self._after = after
        while self._used > _PAGE:
            self.page += 1
            self._used -= _PAGE

    def turn(self) -> None:
        """Begin a new page."""
        self.page, self._used, self._after = self.page + 1, 0.0, 0.0


def estimate_pages(spec: Specification, headings: tuple[Heading, ...]) -> dict[str, int]:
    """Return the page on which each section probably begins, by anchor."""
    press = _Press()
    _front(press, spec, headings)
    pages = {}
    for heading in headings:
        line, before, after = _HEADINGS[min(heading.level, 4)]
        press.put(line, before=before, after=after, with_next=_WITH_HEADING)
        pages[heading.section.anchor] = press.page
        for block in heading.section.blocks:
            _block(press, block)
    return pages


def _front(press: _Press, spec: Specification, headings: tuple[Heading, ...]) -> None:
    press.put(_TITLE_PAGE_TOP + _FACT * sum(1 + fact.value.count("\n") for fact in spec.facts))
    _paragraph(press, _length(spec.standing), "body", _WIDTH)
    for sentence in spec.missing:
        _paragraph(press, len(sentence), "item", _WIDTH)
    press.turn()
    press.put(_CONTENTS_TOP)
    for heading in on_one_page(headings):
        press.put(11.0, before=3.0 if heading.level == 1 else 0.0, after=1.0)
    press.turn()


def _block(press: _Press, block: Block) -> None:
    if isinstance(block, Table):
        _table(press, block)
    elif isinstance(block, Chart):
        _paragraph(press, len(block.title), "caption", _WIDTH)
        press.put(_WIDTH * (34 * len(block.rows) + 66) / 640, after=7.0)
    elif isinstance(block, Bullets):
        for item in block.items:
            _paragraph(press, _length(item), "item", _WIDTH - 17)
    elif isinstance(block, Paragraph):
        _paragraph(press, _length(block.runs), block.style, _WIDTH)
    else:
        for line in filter(str.strip, block.markdown.split("\n")):
            _paragraph(press, len(line), block.style, _WIDTH)


def _table(press: _Press, table: Table) -> None:
    columns = [_column(share) for share in table.widths]
    names = zip(table.head, columns, strict=True)
    head = max(column.height(len(name)) for name, column in names) + _CELL_PADDING
    step = max(1, len(table.rows) // _SAMPLE)
    sample = [_row(row, columns, form=table.form) for row in table.rows[: _SAMPLE * step : step]]
    average = sum(sample) / len(sample) if sample else 0.0
    _paragraph(press, len(table.caption), "caption", _WIDTH, with_next=head + average)
    press.put(head)
    for position in range(len(table.rows)):
        page = press.page
        press.put(sample[position] if len(sample) == len(table.rows) else average)
        if press.page > page:
            press.put(head)
    press.put(_LINE_AFTER_TABLE, after=2.0)


def _paragraph(press: _Press, characters: int, style: str, width: float, *, with_next: float = 0.0) -> None:
    _, _, before, after, _ = _STYLES[style]
    press.put(_lines(characters, style, width), before=before, after=after, with_next=with_next)


class _Column:
    """Know how many letters stand on a line of a column, in the type of cells and in small type."""

    def __init__(self, width: float) -> None:
        self._letters, self._small = _letters("cell", width), _letters("small", width)

    def height(self, characters: int, *, small: bool = False) -> float:
        """Return the height of one paragraph."""
        if small:
            return -(-characters // self._small) * _SMALL_LINE + _CELL_AFTER
        return -(-characters // self._letters) * _CELL_LINE + _CELL_AFTER

    def cell(self, cell: Cell) -> float:
        """Return the height of a cell."""
        height = 0.0
        for runs in cell.paragraphs:
            length = len(runs[0].text) if len(runs) == 1 else _length(runs)
            height += self.height(length, small=runs[0].note)
        if cell.prose:
            height += sum(self.height(len(line)) for line in cell.prose.split("\n") if line.strip())
        return height or self.height(1)


@cache
def _column(share: int) -> _Column:
    return _Column(_WIDTH * share / 100 - _CELL_SIDES)


def _row(row: tuple[Cell, ...], columns: list[_Column], *, form: bool) -> float:
    height = max([column.cell(cell) for cell, column in zip(row, columns, strict=True)]) + _CELL_PADDING
    return max(height, _FORM_ROW) if form else height


def _length(runs: tuple[Run, ...]) -> int:
    return sum(len(run.text) for run in runs)


def _lines(characters: int, style: str, width: float) -> float:
    return max(1, -(-characters // _letters(style, width))) * _STYLES[style][1]


@cache
def _letters(style: str, width: float) -> int:
    """Return how many letters stand on a line."""
    size, _, _, _, letter = _STYLES[style]
    return max(round(width / (size * letter) - _RAGGED), 4)
