"""The look of the Word document: Word's built-in styles, each with our type, colour and spacing.

Out: the text of styles.xml. Sizes are half-points, lengths twentieths of a point, as WordprocessingML counts them.
"""

from dataclasses import dataclass

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Faces that Word has on every system and LibreOffice replaces by ones of the same width: lines break alike in both.
SERIF, SANS = "Times New Roman", "Arial"
INK, ACCENT, GREY, RULE, TINT, AMBER = "16243B", "1F4E79", "5A6675", "C9D1DA", "EEF2F6", "C98A1B"
TONES = {"good": "E6F1EA", "warn": "FBF1DC", "bad": "F8E4E1"}
MARK = "FFF0B3"
CELL_STYLE = "NoSpacing"


@dataclass(frozen=True, slots=True)
class Style:
    """Hold one style: its id, Word's name for it, and the insides of its pPr and rPr."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    kind: str = "paragraph"


def _space(before: int, after: int, line: int = 264) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _type(size: int, colour: str = INK, face: str = "", extra: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"/>' if face else ""
    return f'{fonts}{extra}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _heading(level: int, before: int, after: int, type_: str) -> Style:
    numbering = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    paragraph = f"<w:keepNext/><w:keepLines/>{numbering}{_space(before, after, 240)}{outline}"
    return Style(f"Heading{level}", f"heading {level}", paragraph, type_, next="BodyText")


def _contents(level: int, before: int, indent: int, extra: str = "") -> Style:
    width = 510 if level == 1 else 680
    left = indent + width
    tabs = f'<w:tab w:val="left" w:pos="{left}"/><w:tab w:val="right" w:leader="dot" w:pos="9638"/>'
    hang = f'<w:ind w:left="{left}" w:hanging="{width}"/>'
    return Style(
        f"TOC{level}", f"toc {level}", f"<w:tabs>{tabs}</w:tabs>{_space(before, 20, 240)}{hang}", _type(19, extra=extra)
    )


_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_TAB = '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>'
_BAR = '<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{}"/></w:pBdr>'

_HANG = '<w:ind w:left="284"/>'
_HANG_BOTH = '<w:ind w:left="284" w:right="284"/>'
_BULLET = '<w:numPr><w:numId w:val="2"/></w:numPr>'
_NUMBER = '<w:numPr><w:numId w:val="3"/></w:numPr>'
_NEW_PAGE = "<w:keepNext/><w:pageBreakBefore/>"

STYLES = (
    Style("Header", "header", _TAB + _space(0, 0, 240), _type(16, GREY)),
    Style("Footer", "footer", _TAB + _space(0, 0, 240), _type(16, GREY)),
    _heading(1, 720, 200, _type(40, INK, SERIF)),
    _heading(2, 360, 140, _type(28, ACCENT, SERIF)),
    _heading(3, 280, 80, _type(20, INK, SANS, _BOLD)),
    _heading(4, 200, 60, _type(19, INK, SANS, _ITALIC)),
    Style("Title", "Title", _space(2200, 120, 228), _type(72, INK, SERIF), next="Subtitle"),
    Style("Subtitle", "Subtitle", _space(0, 480), _type(28, ACCENT, SERIF), next="BodyText"),
    Style("BodyText", "Body Text", _space(0, 140, 276)),
    Style("BodyText2", "Body Text 2", _space(0, 200, 288), _type(23, INK, SERIF)),
    Style("BodyText3", "Body Text 3", _space(0, 140, 252), _type(16, GREY)),
    Style("Quote", "Quote", _BAR.format(ACCENT) + _space(0, 120, 288) + _HANG_BOTH, _type(22, INK, SERIF)),
    Style("IntenseQuote", "Intense Quote", _BAR.format(AMBER) + _space(40, 140) + _HANG, _type(19, GREY)),
    Style("ListBullet", "List Bullet", _BULLET + _space(0, 70)),
    Style("ListNumber", "List Number", _NUMBER + _space(0, 70)),
    Style("Caption", "caption", f"<w:keepNext/>{_space(240, 80, 240)}", _type(17, ACCENT, extra=_BOLD)),
    Style("NoSpacing", "No Spacing", _space(0, 40, 245), _type(17)),
    Style("TOCHeading", "TOC Heading", _NEW_PAGE + _space(0, 280, 240), _type(40, INK, SERIF)),
    _contents(1, 60, 0, _BOLD),
    _contents(2, 0, 510),
    _contents(3, 0, 1190),
    Style("Strong", "Strong", run=_BOLD, kind="character"),
    Style("Emphasis", "Emphasis", run=_ITALIC, kind="character"),
    Style("SubtleEmphasis", "Subtle Emphasis", run=_type(15, GREY), kind="character"),
    Style("Hyperlink", "Hyperlink", run=f'<w:color w:val="{ACCENT}"/>', kind="character"),
)


def _rule(side: str, size: int = 4, colour: str = RULE) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


_MARGINS = (
    '<w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_HEAD_ROW = (
    f'<w:tblStylePr w:type="firstRow"><w:rPr>{_BOLD}<w:color w:val="{INK}"/></w:rPr><w:tcPr>'
    f"<w:tcBorders>{_rule('bottom', 8, ACCENT)}</w:tcBorders>"
    f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
)
_LINES = f"<w:tblBorders>{_rule('top', 8, ACCENT)}{_rule('bottom')}{_rule('insideH')}</w:tblBorders>"
_BOXES = f"<w:tblBorders>{''.join(_rule(side) for side in _SIDES)}</w:tblBorders>"


def _table_style(style_id: str, name: str, borders: str) -> str:
    return (
        f'<w:style w:type="table" w:styleId="{style_id}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="59"/><w:tblPr>{borders}{_MARGINS}</w:tblPr>{_HEAD_ROW}</w:style>'
    )


def _written(style: Style) -> str:
    base = style.based_on if style.kind == "paragraph" else "DefaultParagraphFont"
    follow = f'<w:next w:val="{style.next}"/>' if style.next else ""
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="{style.kind}" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{base}"/>{follow}<w:qFormat/>{paragraph}{run}</w:style>'
    )


def styles_xml() -> str:
    """Write styles.xml."""
    return (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:eastAsia="{SANS}" w:cs="{SANS}"/>'
        f'<w:color w:val="{INK}"/><w:sz w:val="19"/><w:szCs w:val="19"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_space(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        + "".join(_written(style) for style in STYLES)
        + _table_style("TableGrid", "Table Grid", _BOXES)
        + _table_style("LightList-Accent1", "Light List Accent 1", _LINES)
        + "</w:styles>"
    )
