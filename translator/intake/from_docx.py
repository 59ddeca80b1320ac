"""Use cases in a Word file: a heading with its paragraphs is one use case, as in Markdown.

What somebody inserted with tracked changes counts as text, what somebody deleted does not. Lists keep their dashes.
"""

from translator.core.errors import InputError
from translator.intake.found import Haul
from translator.intake.from_markdown import with_measure
from translator.intake.from_text import text_cases
from translator.intake.safe_office import WordFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
# Deleted and moved-away text, the second copy of a text box, and the inside of fields are not what a reader sees.
_UNSEEN = {
    f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText",
    "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback",
}  # fmt: skip
_MOST_CHARACTERS = 2_000_000
_BODY_LEVEL = 9


def docx_cases(data: bytes) -> Haul:
    """Return one use case a heading that has text; without headings the file is read as plain text."""
    file = WordFile(data)
    paragraphs = _Paragraphs(_headings(file))
    file.parse(file.main, paragraphs.start, paragraphs.end, paragraphs.text)
    blocks: list[tuple[str, list[str]]] = [("", [])]
    for is_heading, text in paragraphs.found:
        if is_heading and text.strip():
            blocks.append((text.strip(), []))
        else:
            blocks[-1][1].append(text)
    if len(blocks) == 1:
        return text_cases("\n\n".join(blocks[0][1]))
    preamble = any(text.strip() for text in blocks[0][1])
    notices = ("The text before the first heading belongs to no use case and was left out.",) if preamble else ()
    cases = ((title, "\n\n".join(p for p in texts if p.strip())) for title, texts in blocks[1:])
    return Haul(tuple(with_measure(title, text) for title, text in cases if text), notices)


def _headings(file: WordFile) -> frozenset[str]:
    """Return the ids of the styles that head a section: Word's own headings and titles, whatever their id."""
    part = file.main.rsplit("/", 1)[0] + "/styles.xml" if "/" in file.main else "styles.xml"
    if not file.has(part):
        return frozenset({f"Heading{level}" for level in range(1, 10)} | {"Title"})
    found: set[str] = set()
    current = [""]

    def start(name: str, attributes: dict[str, str]) -> None:
        value = attributes.get(f"{_W}val", "")
        if name == f"{_W}style":
            current[0] = attributes.get(f"{_W}styleId", "")
        elif name == f"{_W}name":
            heads = value.lower().startswith("heading ") or value.lower() == "title"
            found.update({current[0]} if heads else ())
        elif name == f"{_W}outlineLvl" and value.isdecimal() and int(value) < _BODY_LEVEL:
            found.add(current[0])

    file.parse(part, start)
    return frozenset(found)


class _Paragraphs:
    """Gather paragraphs from the stream: (is a heading, text)."""

    def __init__(self, headings: frozenset[str]) -> None:
        self.found: list[tuple[bool, str]] = []
        self._headings = headings
        self._pieces: list[list[str]] = []  # one list an open paragraph: text boxes hold paragraphs inside others
        self._is_heading: list[bool] = []
        self._unseen = self._length = 0
        self._in_text = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the opening of an element."""
        if name in _UNSEEN:
            self._unseen += 1
        elif name == f"{_W}p":
            self._pieces.append([])
            self._is_heading.append(False)
        elif self._pieces and not self._unseen:
            self._inside(name.removeprefix(_W), attributes.get(f"{_W}val", ""))

    def _inside(self, name: str, value: str) -> None:
        if name == "t":
            self._in_text = True
        elif name == "pStyle":
            self._is_heading[-1] = value in self._headings
            if value.startswith("List"):
                self._pieces[-1].insert(0, "- ")
        elif name == "outlineLvl" and value.isdecimal():
            self._is_heading[-1] = int(value) < _BODY_LEVEL
        elif name == "numPr" and not self._is_heading[-1] and not self._pieces[-1]:
            self._pieces[-1].append("- ")
        elif name in ("br", "cr", "tab"):
            self._pieces[-1].append("\t" if name == "tab" else "\n")

    def text(self, data: str) -> None:
        """Take characters; only those of visible runs count."""
        if self._in_text and self._pieces and not self._unseen:
            self._pieces[-1].append(data)
            self._length += len(data)
            if self._length > _MOST_CHARACTERS:
                raise InputError("This Word file holds more than 2,000,000 characters. Keep only the use cases in it.")

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name in _UNSEEN:
            self._unseen -= 1
        elif name == f"{_W}t":
            self._in_text = False
        elif name == f"{_W}p" and self._pieces:
            text = "".join(self._pieces.pop())
            self.found.append((self._is_heading.pop(), "" if text == "- " else text))
