"""The outline of a document: every section with its number and level, and where each anchor is. For all exporters."""

from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.specification.model import Section, Specification

SIGNATURES = Section(anchor="signatures", title="Signatures")
# Chapters long enough that a reader looks for a section of theirs; of the others the contents name the chapter alone.
_SECTIONS = 2
_IN_ORDER = ("use-cases", "functional-requirements", "data-requirements", "infrastructure-requirements")
_LONG = frozenset(_IN_ORDER)
# So many entries stand on a printed page.
_LINES = 54


@dataclass(frozen=True, slots=True)
class Heading:
    """Hold one section's place: level 1 is a chapter; `number` is "7.2"."""

    section: Section
    level: int
    number: str


def outline(spec: Specification) -> tuple[Heading, ...]:
    """Return every section in reading order; the signatures, where anybody signs, come last."""
    last = (SIGNATURES,) if spec.signatures else ()
    return tuple(_number((*spec.sections, *last), "", 1))


def contents(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Return the headings that stand in the contents."""
    chapter, listed = "", []
    for heading in headings:
        if heading.level == 1:
            chapter = heading.section.anchor
        if heading.level == 1 or (heading.level == _SECTIONS and chapter in _LONG):
            listed.append(heading)
    return tuple(listed)


def on_one_page(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Return the headings of contents that fill a printed page at most: sections of the later chapters go first."""
    listed = contents(headings)
    for chapter in reversed(_IN_ORDER):
        if len(listed) <= _LINES:
            break
        own = {
            part.anchor for heading in listed if heading.section.anchor == chapter for part in heading.section.sections
        }
        listed = tuple(heading for heading in listed if heading.section.anchor not in own)
    return listed


def _number(sections: tuple[Section, ...], prefix: str, level: int) -> Iterator[Heading]:
    for position, section in enumerate(sections, 1):
        number = f"{prefix}{position}"
        yield Heading(section, level, number)
        yield from _number(section.sections, f"{number}.", level + 1)
