"""People's Markdown in Word: one walk over the safe HTML, which writes paragraphs, runs, lists and links."""

from translator.core.specification.model import Prose, Run
from translator.export.prose import is_plain, prose_html, walk
from translator.export.word.look import CELL_STYLE
from translator.export.word.manuscript import Manuscript
from translator.export.word.numbering import BULLETS, list_number
from translator.export.word.text import attribute, paragraph_xml, run_xml

_LOOKS = {"strong": "bold", "em": "italic", "code": "italic", "mark": "mark"}
_DEEPEST_LIST = 8
_BREAK = "<w:r><w:br/></w:r>"


def prose_xml(prose: Prose, style: str, manuscript: Manuscript) -> str:
    """Write a person's Markdown as paragraphs of one style, its lists as lists."""
    if not prose.marks and is_plain(prose.markdown):
        return paragraph_xml(style, run_xml(Run(text=prose.markdown)), text=prose.markdown)
    scribe = _Scribe(style, manuscript)
    for event, what, attributes in walk(prose_html(prose.markdown, prose.marks)):
        scribe.on(event, what, attributes)
    scribe.end_paragraph()
    return "".join(scribe.paragraphs)


class _Scribe:
    """Keep the open elements of the walk, and the paragraphs written so far."""

    def __init__(self, style: str, manuscript: Manuscript) -> None:
        self.paragraphs: list[str] = []
        self._style, self._manuscript = style, manuscript
        self._runs: list[str] = []
        self._text = ""
        self._looks = dict.fromkeys(("bold", "italic", "mark"), 0)
        self._lists: list[int] = []  # numbering ids, outermost first
        self._first_of_item = self._in_link = False

    def on(self, event: str, what: str, attributes: dict[str, str]) -> None:
        """Take one step of the walk."""
        if event == "text":
            self._write(what)
        elif what in _LOOKS:
            self._looks[_LOOKS[what]] += 1 if event == "start" else -1
        elif what == "a":
            self._open_link(attributes.get("href", "")) if event == "start" else self._close_link()
        elif what == "br" and event == "start":
            self._runs.append(_BREAK)
        elif what in ("p", "li", "ul", "ol", "blockquote"):
            self.end_paragraph()
            self._structure(event, what, attributes)

    def _structure(self, event: str, what: str, attributes: dict[str, str]) -> None:
        if what in ("ul", "ol") and event == "start":
            self._lists.append(BULLETS if what == "ul" else self._fresh(attributes.get("start", "1")))
        elif what in ("ul", "ol"):
            self._lists.pop()
        elif what == "li":
            self._first_of_item = event == "start"

    def _fresh(self, start: str) -> int:
        # Word counts from 0 to 32,767; a list that starts elsewhere would be refused.
        first = int(start) if start.isdecimal() and len(start) < 5 else 1  # noqa: PLR2004
        self._manuscript.list_starts.append(first)
        return list_number(len(self._manuscript.list_starts) - 1)

    def _write(self, text: str) -> None:
        after_break = bool(self._runs) and self._runs[-1] == _BREAK
        text = text.replace("\n", "" if after_break else " ")
        if text.strip() or (text and self._text):
            self._text += text
            bold, italic, mark = (self._looks[name] > 0 for name in ("bold", "italic", "mark"))
            run = Run(text=text, bold=bold, italic=italic, mark=mark)
            self._runs.append(run_xml(run, link=self._in_link))

    def _open_link(self, address: str) -> None:
        if address:
            relationship = attribute(self._manuscript.relate(address))
            self._runs.append(f'<w:hyperlink r:id="{relationship}" w:history="1">')
            self._in_link = True

    def _close_link(self) -> None:
        if self._in_link:
            self._runs.append("</w:hyperlink>")
            self._in_link = False

    def end_paragraph(self) -> None:
        """Put down what was gathered since the last paragraph ended."""
        self._close_link()
        if self._text.strip():
            style, settings, indent = self._style, "", ""
            if self._lists:
                # In a cell a list keeps the small type of the cell.
                style = style if style == CELL_STYLE else "ListBullet" if self._lists[-1] == BULLETS else "ListNumber"
                settings, indent = self._list_settings()
            self.paragraphs.append(paragraph_xml(style, "".join(self._runs), settings, self._text, indent))
        self._runs, self._text = [], ""

    def _list_settings(self) -> tuple[str, str]:
        depth = min(len(self._lists) - 1, _DEEPEST_LIST)
        if self._first_of_item:
            self._first_of_item = False
            return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{self._lists[-1]}"/></w:numPr>', ""
        return '<w:numPr><w:numId w:val="0"/></w:numPr>', f'<w:ind w:left="{340 * (depth + 1)}"/>'
