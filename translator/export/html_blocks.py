"""Blocks and runs of the document model as HTML."""

from html import escape
from itertools import count

from translator.core.specification.model import Block, Bullets, Cell, Chart, Paragraph, Prose, Run, Table
from translator.export.charts import chart_svg
from translator.export.outline import Heading
from translator.export.prose import prose_html


class Writer:
    """Write the blocks of one document; it counts tables and figures as it goes."""

    def __init__(self, headings: tuple[Heading, ...]) -> None:
        self._sections = {heading.section.anchor: heading for heading in headings}
        self._tables, self._figures = count(1), count(1)

    def block(self, block: Block) -> str:
        """Write one block."""
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Paragraph):
            return f'<p class="doc-{block.style}" dir="auto">{self.runs(block.runs)}</p>\n'
        if isinstance(block, Prose):
            return f'<div class="doc-{block.style}" dir="auto">{prose_html(block.markdown, block.marks)}</div>\n'
        if isinstance(block, Bullets):
            tag = "ol" if block.numbered else "ul"
            items = "".join(f'<li dir="auto">{self.runs(item)}</li>' for item in block.items)
            return f"<{tag}>{items}</{tag}>\n"
        return self._figure(block)

    def runs(self, runs: tuple[Run, ...]) -> str:
        """Write runs."""
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        text = escape(run.text, quote=False).replace("\n", "<br>")
        for wanted, tag in ((run.bold, "strong"), (run.italic, "em"), (run.mark, "mark")):
            text = f"<{tag}>{text}</{tag}>" if wanted else text
        text = f'<span class="doc-note">{text}</span>' if run.note else text
        if not run.ref:
            return text
        heading = self._sections.get(run.ref)
        number = f"{heading.number} " if heading and heading.section.title == run.text else ""
        whole = ' class="doc-id"' if run.text == run.ref else ""
        return f'<a{whole} href="#doc-{escape(run.ref)}">{number}{text}</a>'

    def _table(self, table: Table) -> str:
        caption = f"<caption>Table {next(self._tables)}: {escape(table.caption)}</caption>" if table.caption else ""
        head = "".join(f'<th scope="col">{escape(name)}</th>' if name else "<td></td>" for name in table.head)
        rows = "".join(f"<tr>{''.join(self._cell(cell) for cell in row)}</tr>\n" for row in table.rows)
        form = " doc-form" if table.form else ""
        head = f"<thead><tr>{head}</tr></thead>"
        return (
            f'<div class="doc-scroll" role="region" tabindex="0" aria-label="{escape(table.caption)}">'
            f'<table class="doc-table{form}">{caption}{head}\n<tbody>\n{rows}</tbody></table></div>\n'
        )

    def _cell(self, cell: Cell) -> str:
        inside = "".join(f'<p dir="auto">{self.runs(runs)}</p>' for runs in cell.paragraphs)
        if cell.prose:
            inside += f'<div dir="auto">{prose_html(cell.prose)}</div>'
        classes = [name for name in (f"doc-{cell.tone}" if cell.tone else "", "doc-id" if _is_id(cell) else "") if name]
        attributes = f' class="{" ".join(classes)}"' if classes else ""
        attributes += f' id="doc-{escape(cell.anchor)}"' if cell.anchor else ""
        return f'<th scope="row"{attributes}>{inside}</th>' if cell.head else f"<td{attributes}>{inside}</td>"

    def _figure(self, chart: Chart) -> str:
        caption = f"Figure {next(self._figures)}: {escape(chart.title)}"
        return f'<figure class="doc-figure"><figcaption>{caption}</figcaption>{chart_svg(chart)}</figure>\n'


def _is_id(cell: Cell) -> bool:
    """Tell whether a cell holds nothing but its own anchor, such as the number of a requirement."""
    return bool(cell.anchor) and [run.text for runs in cell.paragraphs for run in runs] == [cell.anchor]
