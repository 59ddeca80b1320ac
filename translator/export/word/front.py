"""The title page, with status, facts and what is missing; and the place to sign at the end."""

from translator.core.specification.model import Run, Signature, Specification
from translator.export.word.look import ACCENT, AMBER, RULE, TONES
from translator.export.word.manuscript import Manuscript
from translator.export.word.text import paragraph_xml, run_xml

_HALF, _BETWEEN = 4479, 680
_GAP = "\N{NO-BREAK SPACE}" * 2
_FLUSH = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
_LINE = f'<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tcBorders>'


def title_page_xml(spec: Specification, manuscript: Manuscript) -> str:
    """Write the title page."""
    colour, fill = (AMBER, TONES["warn"]) if spec.draft else (ACCENT, TONES["good"])
    status = (
        f'<w:r><w:rPr><w:b/><w:color w:val="{colour}"/><w:spacing w:val="40"/><w:sz w:val="22"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:rPr>'
        f'<w:t xml:space="preserve">{_GAP}{spec.status}{_GAP}</w:t></w:r>'
    )
    parts = [
        paragraph_xml("Title", run_xml(Run(text=spec.title)), text=spec.title),
        paragraph_xml("Subtitle", run_xml(Run(text=spec.subtitle))),
        paragraph_xml("BodyText", status),
        *([paragraph_xml("BodyText", manuscript.runs(spec.standing))] if spec.standing else []),
        _grid([(_cell(label, 2000, note=True), _cell(value, 7638)) for label, value, _ in spec.facts], (2000, 7638)),
    ]
    if spec.missing:
        lead = Run(text="A draft until this is done:", bold=True)
        parts.append(paragraph_xml("BodyText", run_xml(lead), "<w:keepNext/>", indent='<w:spacing w:before="480"/>'))
        parts += [paragraph_xml("ListBullet", run_xml(Run(text=sentence))) for sentence in spec.missing]
    return "".join(parts)


def signatures_xml(signatures: tuple[Signature, ...]) -> str:
    """Write the places to sign, two abreast, kept on one page."""
    text = "With these signatures both sides agree to this document as it stands."
    parts = [paragraph_xml("BodyText", run_xml(Run(text=text)), "<w:keepNext/>")]
    for start in range(0, len(signatures), 2):
        left, *more = signatures[start : start + 2]
        right = more[0] if more else None
        lines = [_abreast(*pair) for pair in zip(_lines(left), _lines(right), strict=True)]
        parts.append(_grid(lines, (_HALF, _BETWEEN, _HALF), height=680))
    return "".join(parts)


def _lines(signature: Signature | None) -> tuple[str, ...]:
    if signature is None:
        return ("", "", "", "")
    return (signature.side, f"Name: {signature.name}", "Signature:", f"Date: {signature.signed_on}")


def _abreast(left: str, right: str) -> tuple[str, ...]:
    heads = not left.endswith(":") and ":" not in left
    return tuple(
        _cell(text, width, bold=heads, line=bool(text) and not heads)
        for text, width in ((left, _HALF), ("", _BETWEEN), (right, _HALF))
    )


def _cell(text: str, width: int, *, bold: bool = False, note: bool = False, line: bool = False) -> str:
    border = _LINE if line else ""
    paragraph = paragraph_xml("NoSpacing", run_xml(Run(text=text, bold=bold, note=note)), "<w:keepNext/>")
    settings = f'<w:tcW w:w="{width}" w:type="dxa"/>{border}<w:vAlign w:val="bottom"/>'
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{paragraph}</w:tc>"


def _grid(rows: list[tuple[str, ...]], widths: tuple[int, ...], height: int = 0) -> str:
    settings = f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "<w:cantSplit/>"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(f"<w:tr><w:trPr>{settings}</w:trPr>{''.join(row)}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_FLUSH}</w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>{paragraph_xml('NoSpacing', '')}"
    )
