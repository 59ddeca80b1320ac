"""Deeds: what a text asks the system to do beside its signals: look somebody up, scan a code, pick the ones who ...

Step 2, a rule pass. In: the hits of concepts of kind `deed` and `background`, the candidates of the passage. Out: one
signal a deed and sentence, each with the words that say it; a sentence that wishes for something the lexicon has no
name for is a "wish", unless it only names the goal. Nothing that is ruled out is a deed, and nothing that only says
how things stand.
"""

from collections.abc import Iterable, Iterator, Sequence

from translator.core.reading.found import Found
from translator.core.reading.grammar import is_opening, is_start
from translator.core.reading.matcher import Hit
from translator.core.reading.model import Kind, Signal
from translator.core.reading.priorities import weights
from translator.core.reading.scope import clause_end
from translator.core.reading.words import NONE, STOP, Word, word_set
from translator.core.text import Span

WISH = "wish"
"""The value of a wish that no concept names; its evidence is the whole sentence."""

_BINDING = word_set("should must shall ought please want need lets gets")
_SPEAKERS = word_set("we i you they nobody none")
_ABLE = word_set("can will would")
_FEWEST = 4


def deeds_in(text: str, words: Sequence[Word], hits: Iterable[Hit], found: Sequence[Found]) -> tuple[Signal, ...]:
    """Return the deeds of a passage in the order of the text."""
    named = sorted(hits, key=lambda h: (h.begin, -h.end))
    told = [deed for first, after in _sentences(words) for deed in _told(text, words[:after], first, named, found)]
    return tuple(sorted(told, key=lambda s: (s.span, s.value)))


def _sentences(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    starts = [i for i, word in enumerate(words) if not i or word.brk == STOP]
    yield from zip(starts, [*starts[1:], len(words)], strict=True)


def _told(
    text: str, words: Sequence[Word], first: int, named: Sequence[Hit], found: Sequence[Found]
) -> Iterator[Signal]:
    """Yield the deeds of one sentence, which ends with the last of `words`."""
    after = len(words)
    inside = [f for f in found if first <= f.begin < after]
    asks = _asks(words, first)
    hits = [h for h in named if first <= h.begin and h.end <= after]
    if not asks and any(_sets_scene(words, h) for h in hits):
        return
    said = weights(words, inside)
    seen: set[str] = set()
    for hit in (h for h in hits if h.concept.kind == Kind.DEED):
        if hit.concept.id not in seen and not _ruled_out(hit, inside):
            seen.add(hit.concept.id)
            end = clause_end(words, hit.end) if hit.concept.reach else hit.end
            yield _deed(text, words[hit.begin : max(hit.end, end)], hit.concept.value, said[hit.begin])
    if asks and after - first >= _FEWEST and (seen or not any(f.kind == "kpi" for f in inside)):
        yield _deed(text, words[first:after], WISH, next((p for p in ("could", "must") if p in said), ""))


def _sets_scene(words: Sequence[Word], hit: Hit) -> bool:
    return hit.concept.kind == "background" and (not hit.concept.opening or is_start(words, hit.begin))


def _ruled_out(hit: Hit, found: Iterable[Found]) -> bool:
    return any(f.negated and f.begin < hit.end and hit.begin < f.end for f in found)


def _asks(words: Sequence[Word], first: int) -> bool:
    """Tell whether a sentence asks for something: an obligation, a command, or what others can or will do."""
    for i in range(first, len(words)):
        word, before = words[i], words[i - 1] if i > first else None
        if word.base in _BINDING or (word.base == "to" and before is not None and before.base == "have"):
            return True
        if is_opening(words, i) and (i == first or word.brk != NONE):
            return True
        after = words[i + 1] if i + 1 < len(words) else None
        if word.base in _ABLE and before is not None and after is not None and after.base != "not":
            return before.base not in _SPEAKERS or after.base == "like"
    return False


def _deed(text: str, words: Sequence[Word], value: str, priority: str) -> Signal:
    span = Span(words[0].start, words[-1].end)
    concept = f"{Kind.DEED}.{value.replace(' ', '_')}"
    return Signal(kind=Kind.DEED, value=value, span=span, evidence=span.of(text), concept=concept, priority=priority)
