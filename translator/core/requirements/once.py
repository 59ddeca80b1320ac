"""Once: what one line says, no other line of the same use case repeats.

Step 5, last. In: the lines of one use case, each with its template. Out: the same lines in the same order, less those
that the bank marks as `unless_said` and whose words other lines quote or rest on already.
"""

import re
from collections.abc import Iterable, Sequence

from translator.core.bank.model import Template
from translator.core.reading.model import Kind
from translator.core.requirements.model import Draft, SourceKind
from translator.core.text import Span

# Of the words that a line quotes, the share that other lines must have so that nothing is lost without it.
_ENOUGH = 0.6
_THINGS = frozenset({Kind.ACTOR, Kind.CHANNEL, Kind.DATA, Kind.SYSTEM, Kind.GEOGRAPHY, Kind.DEED})
_QUOTE = re.compile(r"“([^”]*)”")
_LETTER = re.compile(r"\w")

Written = tuple[Template, Draft]


def said_once(text: str, lines: Sequence[Written], ruled_out: Iterable[Span]) -> tuple[Draft, ...]:
    """Return the lines of a use case without those that only repeat others, or what the text rules out.

    Lines give way in turn, the last ones first to those before them.
    """
    folded = text.casefold()
    if len(folded) != len(text):
        folded = text
    known = _Known(ruled_out)
    for template, line in lines:
        if not template.unless_said and not template.standard:
            known.add(_rests_on(line))
            known.add(_quoted(folded, line))
    kept = []
    for template, line in lines:
        if template.unless_said:
            mine = _quoted(folded, line) or _rests_on(line)
            if known.covers(text, mine):
                continue
            known.add(mine)
        kept.append(line)
    return tuple(kept)


class _Known:
    """Hold the characters that have been said."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._places: set[int] = set()
        self.add(spans)

    def add(self, spans: Iterable[Span]) -> None:
        for span in spans:
            self._places.update(range(span.start, span.end))

    def covers(self, text: str, spans: Iterable[Span]) -> bool:
        letters = [i for span in spans for i in range(span.start, span.end) if _LETTER.match(text[i])]
        return bool(letters) and sum(i in self._places for i in letters) >= _ENOUGH * len(letters)


def _rests_on(line: Draft) -> list[Span]:
    """Return the words behind a line; a thing or a deed that is only named is not told of yet."""
    return [s.span for s in line.trace if s.kind is SourceKind.WORDS and s.span is not None and s.ref not in _THINGS]


def _quoted(folded: str, line: Draft) -> list[Span]:
    """Return where the words that a line quotes stand in the text."""
    places = []
    for quote in _QUOTE.findall(line.sentence):
        at = folded.find(quote.casefold())
        if at >= 0:
            places.append(Span(at, at + len(quote)))
    return places
