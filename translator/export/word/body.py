"""Sections and blocks as WordprocessingML text."""

from translator.core.specification.model import Block, Bullets, Cell, Chart, Paragraph, Prose, Run, Table
from translator.export.outline import Heading
from translator.export.word.look import CELL_STYLE, TONES
from translator.export.word.manuscript import Manuscript
from translator.export.word.numbering import list_number
from translator.export.word.pictures import drawing_xml
from translator.export.word.prose import prose_xml
from translator.export.word.text import field_xml, paragraph_xml, run_xml, text_xml

# A4 less two margins of 2 cm, in twentieths of a point.
TEXT_WIDTH = 9638
_STYLES = {"body": "BodyText", "lead": "BodyText2", "note": "BodyText3", "quote": "Quote", "unstated": "IntenseQuote"}
# Word has four styles of heading with our numbering; deeper sections keep the last.
_DEEPEST = 4
# A row of more characters than this may be split: kept whole, it would leave most of a page empty.
_LONG_ROW = 1_500
# A table of no more rows and no more markup than these stays on one page; markup is four fifths of a short row.
_FEW_ROWS, _LITTLE_MARKUP = 6, 5_000
# A table of no more than these is certainly shorter than a page.
_ROWS_OF_A_PAGE, _MARKUP_OF_A_PAGE = 7, 15_000
# So does a form of no more rows: they are empty, and whoever fills them in wants to see them together.
_FORM_ROWS = 16
_ROOM_TO_WRITE = '<w:trHeight w:val="520" w:hRule="atLeast"/>'
_CELL_PARAGRAPH = f'<w:p><w:pPr><w:pStyle w:val="{CELL_STYLE}"/></w:pPr>'
_STYLE = f'<w:pStyle w:val="{CELL_STYLE}"/>'
_KEPT, _WHOLE = f"{_STYLE}<w:keepNext/>", f"{_STYLE}<w:keepLines/>"


def section_xml(heading: Heading, manuscript: Manuscript) -> str:
    """Write one section's heading and blocks; its subsections are written by their own headings."""
    section = heading.section
    title = manuscript.bookmarked(section.anchor, f"<w:r>{text_xml(section.title)}</w:r>")
    parts = [paragraph_xml(f"Heading{min(heading.level, _DEEPEST)}", title)]
    parts += [block_xml(block, manuscript) for block in section.blocks]
    return "".join(parts)


def block_xml(block: Block, manuscript: Manuscript) -> str:
    """Write one block."""
    if isinstance(block, Table):
        return table_xml(block, manuscript)
    if isinstance(block, Paragraph):
        text = block.runs[0].text if block.runs else ""
        return paragraph_xml(_STYLES[block.style], manuscript.runs(block.runs), text=text)
    if isinstance(block, Prose):
        return prose_xml(block, _STYLES[block.style], manuscript)
    if isinstance(block, Bullets):
        return _list_xml(block, manuscript)
    return _chart_xml(block, manuscript)


def _list_xml(block: Bullets, manuscript: Manuscript) -> str:
    style, settings = "ListBullet", ""
    if block.numbered:
        manuscript.list_starts.append(1)
        number = list_number(len(manuscript.list_starts) - 1)
        style, settings = "ListNumber", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(paragraph_xml(style, manuscript.runs(item), settings, item[0].text) for item in block.items if item)


def _caption_xml(label: str, number: int, text: str) -> str:
    field = field_xml(f"SEQ {label} \\* ARABIC", str(number))
    inside = f"{run_xml(Run(text=f'{label} '))}{field}{run_xml(Run(text=f'  {text}'))}"
    return paragraph_xml("Caption", inside)


def _chart_xml(chart: Chart, manuscript: Manuscript) -> str:
    caption = _caption_xml("Figure", manuscript.figure_number(), chart.title)
    relationship, width, height = manuscript.draw(chart)
    picture = drawing_xml(relationship, width, height, manuscript.drawing_number(), chart.alt or chart.title)
    return caption + paragraph_xml("BodyText", picture)


def table_xml(table: Table, manuscript: Manuscript) -> str:
    """Write a table with its caption above; the head row repeats on every page."""
    columns = [TEXT_WIDTH * share // 100 for share in table.widths]
    caption = _caption_xml("Table", manuscript.table_number(), table.caption) if table.caption else ""
    style, more = ("TableGrid", _ROOM_TO_WRITE) if table.form else ("LightList-Accent1", "")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    opens = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in columns]
    parts = [
        caption,
        (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        ),
        _head_row(table.head, opens),
    ]
    # LibreOffice 7.4 loses all rows but one of a table longer than a page when its caption keeps with it and the first
    # row may not split either; of such a table that row alone may.
    rows = [_row(row, opens, manuscript, more, whole=at > 0) for at, row in enumerate(table.rows)]
    markup = sum(map(len, rows))
    short = len(rows) <= _FEW_ROWS and markup <= _LITTLE_MARKUP
    if short or (table.form and len(rows) <= _FORM_ROWS):
        parts += _kept_together(rows)
    elif len(rows) <= _ROWS_OF_A_PAGE and markup <= _MARKUP_OF_A_PAGE:
        parts += [_unsplit(row) for row in rows]
    else:
        # Where the first row does split, it does so between paragraphs.
        parts += [rows[0].replace(_STYLE, _WHOLE), *rows[1:]]
    # Two tables that touch would become one, and a cell must not end the body.
    parts.append('</w:tbl><w:p><w:pPr><w:pStyle w:val="NoSpacing"/></w:pPr></w:p>')
    return "".join(parts)


def _kept_together(rows: list[str]) -> list[str]:
    """Keep the rows of a short table on one page: none may split, and each keeps with the next."""
    kept = [_unsplit(row) for row in rows]
    return [row.replace(_STYLE, _KEPT) for row in kept[:-1]] + kept[-1:]


def _unsplit(row: str) -> str:
    if "<w:cantSplit/>" in row:
        return row
    if row.startswith("<w:tr><w:trPr>"):
        return row.replace("<w:trPr>", "<w:trPr><w:cantSplit/>", 1)
    return row.replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>", 1)


def _head_row(head: tuple[str, ...], opens: list[str]) -> str:
    cells = (
        f'{open_}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{CELL_STYLE}"/></w:pPr>'
        f"<w:r><w:rPr><w:b/><w:bCs/></w:rPr>{text_xml(name)}</w:r></w:p></w:tc>"
        for open_, name in zip(opens, head, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(row: tuple[Cell, ...], opens: list[str], manuscript: Manuscript, more: str, *, whole: bool) -> str:
    cells = "".join([_cell(cell, open_, manuscript) for cell, open_ in zip(row, opens, strict=True)])
    # Markup makes up most of a row, so a short one is known without counting its characters.
    if whole and len(cells) > _LONG_ROW * 3:
        whole = sum(_length(cell) for cell in row) <= _LONG_ROW
    settings = f"<w:cantSplit/>{more}" if whole else more
    return f"<w:tr><w:trPr>{settings}</w:trPr>{cells}</w:tr>" if settings else f"<w:tr>{cells}</w:tr>"


def _length(cell: Cell) -> int:
    return len(cell.prose) + sum(len(run.text) for paragraph in cell.paragraphs for run in paragraph)


def _cell(cell: Cell, open_: str, manuscript: Manuscript) -> str:
    if len(cell.paragraphs) == 1 and not (cell.prose or cell.tone or cell.head or cell.anchor):
        # Three cells of four: one plain paragraph.
        return f"{open_}</w:tcPr>{_CELL_PARAGRAPH}{manuscript.runs(cell.paragraphs[0])}</w:p></w:tc>"
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{TONES[cell.tone]}"/>' if cell.tone else ""
    if cell.head or cell.anchor:
        parts = [_special(cell, manuscript)]
    else:
        parts = [f"{_CELL_PARAGRAPH}{manuscript.runs(runs)}</w:p>" for runs in cell.paragraphs]
    if cell.prose:
        parts.append(prose_xml(Prose(cell.prose), CELL_STYLE, manuscript))
    return f"{open_}{shade}</w:tcPr>{''.join(parts) or f'{_CELL_PARAGRAPH}</w:p>'}</w:tc>"


def _special(cell: Cell, manuscript: Manuscript) -> str:
    """Write the paragraphs of a cell that heads its row or can be linked to; the anchor lies on the first one."""
    inside = [manuscript.runs(runs) for runs in cell.paragraphs] or [""]
    if cell.head:
        inside = ["".join(run_xml(Run(text=run.text, bold=True)) for run in runs) for runs in cell.paragraphs]
    inside[0] = manuscript.bookmarked(cell.anchor, inside[0])
    return "".join(f"{_CELL_PARAGRAPH}{part}</w:p>" for part in inside)
