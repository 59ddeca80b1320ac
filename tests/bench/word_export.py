"""The Word export against its floor: the same file, byte for byte, written by hand.

The floor finds all markup ready, in lists of rows, cells, paragraphs and runs; it escapes the texts, joins, encodes and
compresses. Nothing that writes the file as text can do much less.
"""

import io
import re
import zipfile
from html import unescape

from tests.bench.measure import Row, cpu_seconds, side_by_side
from tests.factories import make_specification
from translator.export.prose import _rendered
from translator.export.to_docx import to_docx

_BODY = "word/document.xml"
_TEXT = re.compile(r'<w:t xml:space="preserve">([^<]*)</w:t>')
# Ten times the requirements may take ten times the time and a little more.
_GROWTH = 10.5


def rows():
    """Measure 1,000 requirements against the floor, and 10,000 against 1,000."""
    thousand, ten_thousand = make_specification(1_000), make_specification(10_000)
    ours, floor = side_by_side(lambda: export(thousand), floor_of(thousand), times=7)
    yield Row("Word, 1,000 requirements, against raw XML", ours, floor, 2.0)
    most, high_floor = side_by_side(lambda: export(ten_thousand), floor_of(ten_thousand), times=3)
    yield Row("Word, 10,000 requirements, against raw XML", most, high_floor)
    yield Row("Word, 10,000 against 1,000 requirements", most, cpu_seconds(lambda: export(thousand), times=7), _GROWTH)


def export(spec):
    """Export without what earlier exports remember."""
    _rendered.cache_clear()
    return to_docx(spec)


def floor_of(spec):
    """Return the work of writing the same file from nested lists of rows, cells, paragraphs and runs."""
    with zipfile.ZipFile(io.BytesIO(to_docx(spec))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts.pop(_BODY).decode()
    rows_ = [[[_runs(p) for p in cell.split("<w:p>")] for cell in row.split("<w:tc>")] for row in body.split("<w:tr>")]

    def write():
        written = "<w:tr>".join(
            ["<w:tc>".join(["<w:p>".join([_paragraph(*p) for p in cell]) for cell in row]) for row in rows_]
        )
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
            archive.writestr(_BODY, written.encode())
        return buffer.getvalue()

    with zipfile.ZipFile(io.BytesIO(write())) as archive:
        assert archive.read(_BODY).decode() == body
    return write


def _runs(paragraph):
    """Take a paragraph apart: (markup, text) of each run, and what follows the last one."""
    pieces = _TEXT.split(paragraph)
    return [(pieces[at], unescape(pieces[at + 1])) for at in range(0, len(pieces) - 1, 2)], pieces[-1]


def _paragraph(runs, rest):
    return "".join([f'{markup}<w:t xml:space="preserve">{_escaped(text)}</w:t>' for markup, text in runs]) + rest


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
