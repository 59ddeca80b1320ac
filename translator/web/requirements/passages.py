"""Passages: a narrative cut where evidence starts and ends, so that a page can mark each stretch and link to it.

In: a text and the spans that requirements quote. Out: passages that join up to the text again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from translator.core.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Hold one stretch of the text. `anchor` names the spans that start here, "" where none does."""

    text: str
    marked: bool = False
    anchor: str = ""


def anchor_of(span: Span) -> str:
    """Return the name under which a span's first word can be linked to."""
    return f"words-{span.start}"


def passages(text: str, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Cut a text into passages; spans may overlap, and what lies outside the text is left out."""
    inside = [s for s in spans if 0 <= s.start < s.end <= len(text)]
    starts = {s.start for s in inside}
    cuts = sorted({0, len(text), *starts, *(s.end for s in inside)})
    return tuple(
        Passage(
            text=text[start:end],
            marked=any(s.start <= start and end <= s.end for s in inside),
            anchor=anchor_of(Span(start, end)) if start in starts else "",
        )
        for start, end in pairwise(cuts)
    )
