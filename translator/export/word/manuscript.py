"""The running state while a body is written: bookmarks, counters, numbered lists, links and pictures."""

import re
from collections.abc import Callable
from itertools import count

from translator.core.specification.model import Chart, Run, Section, Specification, Table
from translator.export.outline import Heading, outline
from translator.export.word.text import field_xml, run_xml

# Word's own limit for the name of a bookmark is 40 characters.
_LONGEST_NAME = 40


class Manuscript:
    """Know every anchor of one document and hand out what must be unique in it.

    `relate` turns an address into a relationship id, `draw` a chart into (relationship id, width, height in EMU).
    """

    def __init__(
        self, spec: Specification, relate: Callable[[str], str], draw: Callable[[Chart], tuple[str, int, int]]
    ) -> None:
        self.headings: tuple[Heading, ...] = outline(spec)
        self.relate, self.draw = relate, draw
        self.list_starts: list[int] = []
        self._sections = {heading.section.anchor: heading for heading in self.headings}
        self._names: dict[str, str] = {}
        self._bookmarks, self._tables, self._figures, self._drawings = count(1), count(1), count(1), count(1)
        for anchor in _anchors(self.headings):
            self._names.setdefault(anchor, self._fresh_name(anchor))

    def _fresh_name(self, anchor: str) -> str:
        name = re.sub(r"[^A-Za-z0-9]", "_", anchor)[: _LONGEST_NAME - 8]
        return f"a{len(self._names)}_{name}"

    def name(self, anchor: str) -> str:
        """Return the bookmark of an anchor of this document."""
        return self._names[anchor]

    def bookmarked(self, anchor: str, inside: str) -> str:
        """Put the bookmark of an anchor around some runs; without an anchor they stay as they are."""
        if not anchor:
            return inside
        number = next(self._bookmarks)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self._names[anchor]}"/>'
        return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'

    def runs(self, runs: tuple[Run, ...]) -> str:
        """Write runs; one that refers to an anchor of the document becomes a link, to a section one with its number."""
        if len(runs) == 1 and not runs[0].ref:
            return run_xml(runs[0])
        return "".join([self._reference(run) if run.ref else run_xml(run) for run in runs])

    def _reference(self, run: Run) -> str:
        name = self._names.get(run.ref)
        if name is None:
            return run_xml(run)
        heading = self._sections.get(run.ref)
        number, text = "", run_xml(run, link=True)
        if heading and heading.section.title == run.text:
            number = field_xml(f"REF {name} \\r \\h", heading.number) + run_xml(Run(text=" "))
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{number}{text}</w:hyperlink>'

    def table_number(self) -> int:
        """Return the next number of a table."""
        return next(self._tables)

    def figure_number(self) -> int:
        """Return the next number of a figure."""
        return next(self._figures)

    def drawing_number(self) -> int:
        """Return the next unique id of a drawing."""
        return next(self._drawings)


def _anchors(headings: tuple[Heading, ...]) -> list[str]:
    found = []
    for heading in headings:
        found.append(heading.section.anchor)
        found += _inside(heading.section)
    return found


def _inside(section: Section) -> list[str]:
    tables = [block for block in section.blocks if isinstance(block, Table)]
    cells = [cell.anchor for table in tables for row in table.rows for cell in row if cell.anchor]
    return [*(table.anchor for table in tables if table.anchor), *cells]
