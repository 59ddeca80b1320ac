"""The outline of a document: every section with its number and level, and where each anchor is. For all exporters."""

from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.specification.model import Section, Specification

SIGNATURES = Section(anchor="signatures", title="Signatures")
# Deeper headings than these would make the table of contents longer than it is useful.
CONTENTS_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """Hold one section's place: level 1 is a chapter; `number` is "7.2"."""

    section: Section
    level: int
    number: str


def outline(spec: Specification) -> tuple[Heading, ...]:
    """Return every section in reading order; the signatures come last."""
    return tuple(_number((*spec.sections, SIGNATURES), "", 1))


def _number(sections: tuple[Section, ...], prefix: str, level: int) -> Iterator[Heading]:
    for position, section in enumerate(sections, 1):
        number = f"{prefix}{position}"
        yield Heading(section, level, number)
        yield from _number(section.sections, f"{number}.", level + 1)
