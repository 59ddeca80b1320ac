"""Numbering: headings as one multilevel list, bullets, and a fresh count for each numbered list.

Out: the text of numbering.xml. Numbering 1 is the headings', 2 the bullets', 3 the first numbered list's.
"""

from translator.export.word.look import ACCENT, NAMESPACE

_HEADING_LEVELS = 4
BULLETS = 2
_FIRST_LIST = 3
_OF_HEADINGS, _OF_BULLETS, _OF_NUMBERS = range(3)


def list_number(position: int) -> int:
    """Return the numbering id of the n-th numbered list of the document, counted from 0."""
    return _FIRST_LIST + position


def numbering_xml(starts: tuple[int, ...]) -> str:
    """Write numbering.xml; `starts` are the first numbers of the numbered lists, in document order."""
    levels = "".join(_heading_level(level) for level in range(_HEADING_LEVELS))
    bullets = "".join(_list_level(level, "bullet", "•" if level % 2 == 0 else "◦") for level in range(9))
    numbers = "".join(_list_level(level, "decimal", f"%{level + 1}.") for level in range(9))
    lists = "".join(_fresh_list(position, start) for position, start in enumerate(starts or (1,)))
    return (
        f'<w:numbering xmlns:w="{NAMESPACE}">'
        + _abstract(_OF_HEADINGS, levels)
        + _abstract(_OF_BULLETS, bullets)
        + _abstract(_OF_NUMBERS, numbers)
        + f'<w:num w:numId="1"><w:abstractNumId w:val="{_OF_HEADINGS}"/></w:num>'
        + f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{_OF_BULLETS}"/></w:num>'
        + lists
        + "</w:numbering>"
    )


def _abstract(number: int, levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _heading_level(level: int) -> str:
    text = ".".join(f"%{n}" for n in range(1, level + 2))
    width = (680, 680, 794, 907)[level]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{width}" w:hanging="{width}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
    )


def _list_level(level: int, form: str, text: str) -> str:
    left = 340 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="340"/></w:pPr>'
        f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
    )


def _fresh_list(position: int, start: int) -> str:
    return (
        f'<w:num w:numId="{list_number(position)}"><w:abstractNumId w:val="{_OF_NUMBERS}"/>'
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )
