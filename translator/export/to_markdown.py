"""The specification as Markdown, readable as it is and in any viewer. In: a Specification. Out: UTF-8 bytes."""

import re
from itertools import count

from translator.core.specification.model import Block, Bullets, Cell, Chart, Paragraph, Prose, Run, Specification, Table
from translator.core.text import clean_text
from translator.export.outline import SIGNATURES, outline

_SPECIAL = re.compile(r"([\\`*_\[\]|])")
_LINE_START = re.compile(r"^(\s*)([#+-]|\d+[.)](?=\s))", re.MULTILINE)
_HEADING_LINE = re.compile(r"^#{1,6}[ \t]+(.*?)#*$", re.MULTILINE)
_UNDERLINE = re.compile(r"^(\s*)([=-]{2,}\s*)$", re.MULTILINE)
_UNSAFE_LINK = re.compile(r"\]\(\s*(?!https?:|mailto:)", re.IGNORECASE)


def to_markdown(spec: Specification) -> bytes:
    """Write the document as Markdown."""
    tables, figures = count(1), count(1)
    parts = [_front(spec)]
    for heading in outline(spec):
        marks = "#" * min(heading.level + 1, 6)
        title = _escaped(" ".join(heading.section.title.split()))
        parts.append(f'{marks} {heading.number} {title} <a id="{heading.section.anchor}"></a>')
        parts += [_block(block, tables, figures) for block in heading.section.blocks]
        if heading.section is SIGNATURES:
            parts += [
                f"**{_escaped(s.side)}:** {_escaped(s.name)} {_escaped(s.signed_on)}".rstrip() for s in spec.signatures
            ]
    return clean_text("\n\n".join(part for part in parts if part) + "\n").text.encode()


def _front(spec: Specification) -> str:
    lines = [f"# {_escaped(spec.title)}", f"{_escaped(spec.subtitle)}", f"**{spec.status}**"]
    lines.append(
        "\n".join(f"- {_escaped(label)}: {_escaped(value.replace(chr(10), '; '))}" for label, value, _ in spec.facts)
    )
    if spec.standing:
        lines.append(_runs(spec.standing))
    if spec.missing:
        lines.append("A draft until this is done:")
        lines.append("\n".join(f"- {_escaped(sentence)}" for sentence in spec.missing))
    return "\n\n".join(lines)


def _block(block: Block, tables: "count[int]", figures: "count[int]") -> str:
    if isinstance(block, Table):
        return _table(block, next(tables))
    if isinstance(block, Chart):
        return f"*Figure {next(figures)}: {_escaped(block.title)}.* {_escaped(block.alt)}"
    if isinstance(block, Prose):
        text = _prose(block.markdown, block.marks)
        return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if block.style == "quote" else text
    if isinstance(block, Bullets):
        sign = "1." if block.numbered else "-"
        return "\n".join(f"{sign} {_runs(item)}" for item in block.items)
    return _paragraph(block)


def _paragraph(block: Paragraph) -> str:
    text = _LINE_START.sub(r"\1\\\2", _runs(block.runs))
    return f"> {text}" if block.style in ("quote", "unstated") else text


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _escaped(run.text)
    # Emphasis signs must touch the words; the space around them stays outside.
    core = text.strip()
    if not core:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    core = f"**{core}**" if run.bold else core
    core = f"*{core}*" if run.italic else core
    core = f"<mark>{core}</mark>" if run.mark else core
    core = f"[{core}](#{run.ref})" if run.ref else core
    return f"{before}{core}{after}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")


def _prose(markdown: str, marks: tuple[tuple[int, int], ...] = ()) -> str:
    pieces, at = [], 0
    for start, end in marks:
        pieces += [_harmless(markdown[at:start]), "<mark>", _harmless(markdown[start:end]), "</mark>"]
        at = end
    text = "".join((*pieces, _harmless(markdown[at:])))
    return _UNDERLINE.sub(r"\1\\\2", _HEADING_LINE.sub(r"**\1**", text)).strip()


def _harmless(markdown: str) -> str:
    return _UNSAFE_LINK.sub("](#", markdown.replace("<", "&lt;"))


def _table(table: Table, number: int) -> str:
    head = " | ".join(_escaped(name) for name in table.head)
    rule = " | ".join("---" for _ in table.head)
    rows = "\n".join(f"| {' | '.join(_cell(cell) for cell in row)} |" for row in table.rows)
    return f"*Table {number}: {_escaped(table.caption)}*\n\n| {head} |\n| {rule} |\n{rows}"


def _cell(cell: Cell) -> str:
    paragraphs = [_runs(runs) for runs in cell.paragraphs]
    if cell.prose:
        paragraphs.append(_prose(cell.prose).replace("|", "\\|"))
    text = "<br>".join(paragraphs).replace("\n", "<br>")
    return f'<a id="{cell.anchor}"></a>{text}' if cell.anchor else text
