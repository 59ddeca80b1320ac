"""Marks: a text cut into pieces, so that a page can show where each signal was read.

In: a reading. Out: pieces in order that join up to the text again; offsets as browsers count them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from translator.core.reading.model import Signal
from translator.core.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Hold a stretch of text; `negated` when a signal in it rules something out."""

    text: str
    marked: bool = False
    negated: bool = False


class InBrowser:
    """Turn spans of one text into UTF-16 units, which is how a text area counts (an emoji is two)."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, character in enumerate(text) if character > "\uffff"]

    def span(self, span: Span) -> Span:
        """Return the same characters, counted as a browser does."""
        return Span(span.start + bisect_left(self._wide, span.start), span.end + bisect_left(self._wide, span.end))


def pieces(text: str, signals: Iterable[Signal]) -> tuple[Piece, ...]:
    """Cut a text at the edges of the signals. Where signals overlap, the piece is marked once."""
    runs = groupby(_cut(text, tuple(signals)), key=lambda run: run[1:])
    return tuple(
        Piece(text="".join(part for part, _, _ in run), marked=marked, negated=negated)
        for (marked, negated), run in runs
    )


def _cut(text: str, signals: tuple[Signal, ...]) -> Iterator[tuple[str, bool, bool]]:
    """Sweep over the edges, counting how many signals are open, and how many of those rule something out."""
    opened: Counter[int] = Counter()
    against: Counter[int] = Counter()
    for signal in signals:
        for edge, step in ((signal.span.start, 1), (signal.span.end, -1)):
            opened[edge] += step
            against[edge] += step * signal.negated
    marked = negated = 0
    for start, end in pairwise(sorted({0, len(text), *opened})):
        marked, negated = marked + opened[start], negated + against[start]
        yield text[start:end], marked > 0, negated > 0
