"""Added words: what people marked in a text, laid over what was read in it.

Step 2, after the rules. In: a reading, what was rejected, what was added. Out: the reading as people meant it. An
addition holds by its words, wherever they stand: like all that is read it counts once, and it waits while they stand
nowhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, pairwise
from unicodedata import combining

from translator.core.reading.ladder import standing_again
from translator.core.reading.lexicon import Lexicon
from translator.core.reading.model import Added, Kind, Quantity, Reading, Rejection, Signal
from translator.core.reading.quantities import Quantifier
from translator.core.reading.timing import cadence, wait
from translator.core.reading.words import Speller
from translator.core.text import Span

# Enough places to find one that is read already or not ruled out, and few enough for a text of one word repeated.
MOST_PLACES = 20
ROLES = {
    Kind.ACTOR: ("audience", "internal", "partner"),
    Kind.TIMING: ("trigger", "latency", "offset", "cadence", "window", "calendar"),
}
TIMING_VALUES = (
    "realtime", "minutes", "hourly", "daily", "weekly", "fortnightly", "monthly", "quarterly", "annual", "batch",
    "scheduled", "seasonal", "event", "unspecified",
)  # fmt: skip
_LENGTHS = {"latency": wait, "offset": wait, "cadence": cadence}
_EACH = frozenset({"a", "an", "per", "each", "every"})


def channel_values(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the closed list of channels, in order of the alphabet."""
    return tuple(sorted({c.value for c in lexicon.concepts if c.kind == Kind.CHANNEL}))


def same_words(one: str, other: str) -> bool:
    """Tell whether two pieces of text are the same words, without regard to case and to how lines break."""
    return one.casefold().split() == other.casefold().split()


def as_meant(
    reading: Reading, rejections: tuple[Rejection, ...], additions: tuple[Added, ...], lexicon: Lexicon
) -> Reading:
    """Return a reading less what people rejected, with what they added.

    What was said last counts where two additions give the same words the same kind.
    """
    if not rejections and not additions:
        return reading
    corrected = tuple(a.instead_of for a in additions if a.instead_of is not None)
    left = reading.without((*rejections, *corrected))
    placed = (signal for signal in (_placed(added, reading, left) for added in additions) if signal is not None)
    by_place = {(s.kind, s.span): _as_read(s, reading, lexicon) for s in placed}
    return standing_again(reading, left.with_added(tuple(by_place.values())))


def stands(text: str, words: str) -> bool:
    """Tell whether words stand in a text, without regard to case and to how lines break."""
    return next(_places(text, words), None) is not None


def quantity_in(words: str, lexicon: Lexicon) -> Quantity | None:
    """Return the figure that words state first, with its unit and the period it is counted in; None without one."""
    speller = Speller(lexicon.spelling)
    cut = speller.words(words)
    measures = Quantifier(lexicon.units, speller.base).measures(cut)
    if not measures:
        return None
    # Of two that begin together, such as a number and a length of time, the longer one says more.
    stated = min(measures, key=lambda m: (m.first, -m.after))
    periods = lexicon.units.periods
    counted = (periods.get(b.lower) for a, b in pairwise(cut[stated.after - 1 :]) if a.lower in _EACH)
    return replace(stated.quantity, per=next((period for period in counted if period), ""))


def timing_in(words: str, role: str, lexicon: Lexicon) -> str:
    """Return the word of the closed list for a length of time in words, "unspecified" where they state none."""
    quantity = quantity_in(words, lexicon)
    if role not in _LENGTHS or quantity is None or quantity.unit not in lexicon.units.seconds:
        return "unspecified"
    return _LENGTHS[role](quantity, lexicon.units.seconds)


def absent(text: str, additions: Iterable[Added]) -> tuple[Added, ...]:
    """Return the additions whose words no longer stand in the text."""
    return tuple(a for a in additions if not stands(text, a.evidence))


def _placed(added: Added, reading: Reading, left: Reading) -> Signal | None:
    places = tuple(islice(_places(reading.text, added.evidence), MOST_PLACES))
    if not places:
        return None
    read_at = {s.span for s in reading.signals if s.kind is added.kind}
    ruled_out = {span for span in places for s in left.excluded if s.kind is added.kind and _inside(span, s)}
    span = min(places, key=lambda place: (place in ruled_out, place not in read_at, place.start))
    return Signal(
        kind=added.kind,
        value=added.value,
        span=span,
        evidence=span.of(reading.text),
        # What stands inside words that the text rules out stays ruled out: only a correction lifts that.
        negated=added.negated or span in ruled_out,
        role=added.role,
        said_by=added.person,
    )


def _as_read(signal: Signal, reading: Reading, lexicon: Lexicon) -> Signal:
    """Add what the rules find out about the same words and a person does not say: number, concept, priority."""
    same = next((s for s in reading.signals if (s.kind, s.span) == (signal.kind, signal.span)), None)
    if same is None:
        return replace(signal, quantity=quantity_in(signal.evidence, lexicon))
    concept = same.concept if same.value == signal.value else ""
    return replace(signal, quantity=same.quantity, concept=concept, priority=same.priority)


def _places(text: str, words: str) -> Iterator[Span]:
    """Yield where words stand as whole words, from left to right."""
    parts = words.split()
    if not parts:
        return
    pattern = re.compile(r"\s++".join(re.escape(part) for part in parts), re.IGNORECASE)
    for match in pattern.finditer(text):
        if not _cuts(text, match.start()) and not _cuts(text, match.end()):
            yield Span(match.start(), match.end())


def _cuts(text: str, at: int) -> bool:
    """Tell whether a boundary parts one word; only scripts that write blanks between words are asked."""
    if not 0 < at < len(text):
        return False
    return combining(text[at]) > 0 or (_joins(text[at - 1]) and _joins(text[at]))


def _joins(character: str) -> bool:
    return character.isdigit() or character.lower() != character.upper()


def _inside(span: Span, signal: Signal) -> bool:
    return signal.span.start <= span.start and span.end <= signal.span.end
