"""Use cases in Markdown: a heading with its paragraphs is one use case.

A heading without a paragraph below it is a title of the document and no use case. A line "Measure of success: ..."
becomes the measure. Text before the first heading belongs to no use case; a notice says so. Without any heading the
file is read as plain text.
"""

import re

from translator.intake.found import Found, Haul
from translator.intake.from_text import text_cases

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_MEASURE = re.compile(
    r"^\s*\**(?:measure|measure of success|success measure|kpi)\**\s*:\**\s*(?P<said>\S.*)$", re.IGNORECASE
)


def markdown_cases(text: str) -> Haul:
    """Return one use case a heading that has text of its own."""
    blocks = _blocks(text)
    if len(blocks) == 1:
        return text_cases(text)
    preamble = "\n".join(blocks[0][1]).strip()
    notices = ("The text before the first heading belongs to no use case and was left out.",) if preamble else ()
    return Haul(
        tuple(with_measure(title, "\n".join(lines)) for title, lines in blocks[1:] if "".join(lines).strip()), notices
    )


def with_measure(title: str, text: str) -> Found:
    """Build a use case; a line that names its measure of success is taken out of the text."""
    kept: list[str] = []
    measures: list[str] = []
    for line in text.split("\n"):
        said = _MEASURE.match(line)
        (measures if said else kept).append(said["said"].strip() if said else line)
    return Found(title=title, text="\n".join(kept).strip(), measure=" ".join(measures))


def _blocks(text: str) -> list[tuple[str, list[str]]]:
    """Split at the headings; the first block is what stands before the first one."""
    blocks: list[tuple[str, list[str]]] = [("", [])]
    fenced = False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        heading = None if fenced else _HEADING.match(line)
        lines = blocks[-1][1]
        if heading:
            blocks.append((heading["title"], []))
        elif not fenced and _UNDERLINE.match(line) and lines and lines[-1].strip():
            title = lines.pop().strip()
            blocks.append((title, []))
        else:
            lines.append(line)
    return blocks
