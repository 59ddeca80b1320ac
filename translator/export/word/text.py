"""Runs and paragraphs as WordprocessingML text. Everything that people typed passes through `escaped`."""

import re
from itertools import product

from translator.core.specification.model import Run
from translator.core.text import clean_text
from translator.export.word.look import MARK

# Hebrew, Arabic and the scripts beside them (Unicode blocks 0590-08FF and their presentation forms).
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufefc]")
_NO_BREAK = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_NUMBER = re.compile(r"\b(?:UC\d+|S)-[A-Z]-\d+")
_BREAKS = re.compile(r"([\n\t])")


def escaped(text: str) -> str:
    """Escape the three characters that XML would take for its own, and leave out those that it forbids.

    Texts are cleaned at every entrance; this is the last door, because one forbidden character spoils the whole file.
    Only a text with a character that does not print can hold one.
    """
    if not text.isprintable():
        text = clean_text(text).text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Escape a text for use between double quotation marks."""
    return escaped(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def text_xml(text: str) -> str:
    """Write the insides of a run: the text, with its line ends and tabs."""
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(marks.get(p) or f'<w:t xml:space="preserve">{escaped(p)}</w:t>' for p in _BREAKS.split(text) if p)


def _look(*, bold: bool, italic: bool, mark: bool, note: bool, link: bool, rtl: bool) -> str:
    parts = (
        '<w:rStyle w:val="SubtleEmphasis"/>' if note else '<w:rStyle w:val="Hyperlink"/>' if link else "",
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{MARK}"/>' if mark else "",
        "<w:rtl/>" if rtl else "",
    )
    inside = "".join(parts)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


# Every look there can be, written once: a document of 10,000 requirements has a quarter of a million runs.
_LOOKS = {
    key: _look(**dict(zip(("bold", "italic", "mark", "note", "link", "rtl"), key, strict=True)))
    for key in product((False, True), repeat=6)
}


def run_xml(run: Run, *, link: bool = False) -> str:
    """Write one run in its look. Most runs are ASCII and hold nothing to escape; they take the short way."""
    text = run.text
    ascii_only = text.isascii()
    rtl = not ascii_only and _RIGHT_TO_LEFT.search(text) is not None
    look = _LOOKS[run.bold, run.italic, run.mark, run.note, link, rtl]
    if ascii_only and text.isprintable() and "&" not in text and "<" not in text and ">" not in text:
        inside = f'<w:t xml:space="preserve">{text}</w:t>'
    else:
        inside = text_xml(text)
    # The number of a requirement stays in one piece wherever it stands.
    whole = _NUMBER.sub(_unbroken, inside) if "-" in text else inside
    return f"<w:r>{look}{whole}</w:r>"


def _unbroken(number: re.Match[str]) -> str:
    return number[0].replace("-", _NO_BREAK)


def paragraph_xml(style: str, inside: str, settings: str = "", text: str = "", indent: str = "") -> str:
    """Write one paragraph; `text` decides its direction: right to left when it begins so.

    The schema fixes an order: `settings` (keepNext, numPr) come before the direction, `indent` after it.
    """
    bidi = "<w:bidi/>" if text and _RIGHT_TO_LEFT.match(text.lstrip()[:1]) else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{settings}{bidi}{indent}</w:pPr>{inside}</w:p>'


def field_xml(instruction: str, shown: str, *, dirty: bool = False) -> str:
    """Write a field with the text it shows until Word works it out again. `instruction` never holds people's text."""
    mark = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{mark}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>{text_xml(shown)}</w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
