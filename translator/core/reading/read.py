"""The reading: narrative text in, signals with exact evidence out.

Step 2 of the way. In: a text and the lexicon. Out: a Reading. The passes, in order: words, quantities, places, plain
forms, forms that lean on what was already understood, reach, timing values, exclusions, signals.
"""

from bisect import bisect_left
from dataclasses import replace

from translator.core.reading.caps import allowed, is_cap, without_lengths
from translator.core.reading.deeds import deeds_in
from translator.core.reading.delivery import with_delivery
from translator.core.reading.exclusions import with_exclusions
from translator.core.reading.facts import with_facts
from translator.core.reading.fitting import fitting
from translator.core.reading.found import Found, standing
from translator.core.reading.grammar import DETERMINERS, is_content
from translator.core.reading.labels import Labeller, Labels
from translator.core.reading.ladder import standing_of
from translator.core.reading.lexicon import SIGNAL_KINDS, Lexicon, Units
from translator.core.reading.lists import with_deeds, with_lists
from translator.core.reading.matcher import Tree, elements
from translator.core.reading.model import Kind, Quantity, Reading, Signal
from translator.core.reading.moods import with_moods
from translator.core.reading.names import with_names
from translator.core.reading.permissions import with_permissions
from translator.core.reading.places import Gazetteer
from translator.core.reading.priorities import with_priorities
from translator.core.reading.quantities import Measure, Quantifier
from translator.core.reading.ruled_out import without_ruled_out
from translator.core.reading.scope import clause_end, phrase_end
from translator.core.reading.settle import is_strong, settled, signals_of
from translator.core.reading.sources import with_sources
from translator.core.reading.statements import with_statements
from translator.core.reading.timing import cadence, wait
from translator.core.reading.words import NONE, Speller, Word, passages

_UNDERSTOOD = frozenset("{" + kind + "}" for kind in SIGNAL_KINDS)
_REACH = {"clause": clause_end, "phrase": phrase_end}
_EACH = frozenset({"a", "an", "per", "each", "every"})
_THRESHOLDS = frozenset({"than", "above", "below", "under", "least", "same"})
_MOST_READERS = 4
_readers: dict[int, "Reader"] = {}


def read(text: str, lexicon: Lexicon) -> Reading:
    """Return what is understood from a text. The matcher of a lexicon is built on its first use and kept."""
    reader = _readers.get(id(lexicon))
    if reader is None or reader.lexicon is not lexicon:
        if len(_readers) >= _MOST_READERS:
            _readers.clear()
        reader = _readers[id(lexicon)] = Reader(lexicon)
    return reader.read(text)


class Reader:
    """Hold a lexicon made ready for reading."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._speller = Speller(lexicon.spelling)
        forms = [(concept, form) for concept in lexicon.concepts for form in concept.forms]
        # A place is no slip of a word that it resembles (Germany, German).
        whole = lexicon.spelling.whole | lexicon.places.certain | lexicon.places.doubtful
        # What only a deed says is no word of the field, so that slips and names are told as without it.
        signs = [p for p in forms if p[0].kind != Kind.DEED]
        self._labeller = Labeller((f for _, f in signs), lexicon.classes, self._speller, whole)
        self._deeds = Tree((p for p in forms if p[0].kind in (Kind.DEED, "background")), self._labeller.reduce)
        leaning = [_leans(form) for _, form in signs]
        self._plain = Tree((p for p, leans in zip(signs, leaning, strict=True) if not leans), self._labeller.reduce)
        self._leaning = Tree((p for p, leans in zip(signs, leaning, strict=True) if leans), self._labeller.reduce)
        self._quantifier = Quantifier(lexicon.units, self._speller.base)
        self._gazetteer = Gazetteer(lexicon.places)

    def read(self, text: str) -> Reading:
        """Return what is understood from a text."""
        parts: list[tuple[list[Word], list[Found]]] = []
        deeds: list[Signal] = []
        for i, words in enumerate(passages(self._speller.words(text))):
            labels = self._labeller.labels(words)
            parts.append((words, self._found(words, labels, opens=not i)))
            deeds += deeds_in(text, words, self._deeds.hits(words, labels), parts[-1][1])
        strong = {(f.kind, f.role) for _, found in parts for f in found if is_strong(f)}
        seen: set[tuple[str, str, bool]] = set()
        signals = tuple(
            s for words, found in parts for s in signals_of(text, words, settled(words, found, strong, seen))
        )
        cues = (f.concept for _, found in parts for f in found if f.kind == "pattern")
        pattern, rung = standing_of(cues, signals)
        return Reading(text, signals, pattern, rung, deeds=tuple(deeds))

    def _found(self, words: list[Word], labels: Labels, *, opens: bool) -> list[Found]:
        """Return the candidates of a passage, complete and with what is ruled out marked; `labels` learn of them."""
        measures = self._quantifier.measures(words)
        for m in measures:
            labels[m.first].append((m.label, m.after))
        found = with_statements(words, measures, self._candidates(words, labels))
        for one in found:
            self._complete(one, words, measures)
        found = without_lengths(found, measures)
        found = with_delivery(words, with_moods(words, found, opens=opens))
        found = with_lists(words, with_deeds(words, found))
        found = with_names(words, found, self._labeller.knows)
        for one in found:
            one.value = one.value or one.concept.value
        found = with_exclusions(words, with_priorities(words, with_permissions(words, found)))
        return without_ruled_out(with_facts(words, with_sources(words, found)))

    def _candidates(self, words: list[Word], labels: Labels) -> list[Found]:
        first = [*self._gazetteer.found(words), *fitting(words, self._plain.hits(words, labels))]
        for one in standing(first):
            labels[one.begin].append(("{" + one.kind + "}", one.end))
        return standing([*first, *fitting(words, self._leaning.hits(words, labels))])

    def _complete(self, one: Found, words: list[Word], measures: list[Measure]) -> None:
        """Carry the evidence as far as the concept reaches; work out its value, role and quantity."""
        reach = _REACH.get(one.concept.reach)
        if reach is not None:
            one.end = max(one.end, reach(words, one.end))
        inside = _within(measures, one.first, max(one.after, one.end))
        one.quantity = self._quantity(words, one, inside)
        one.value = self._value(one)
        one.role = one.concept.role
        before = words[one.begin - 1].lower if one.begin > 0 and words[one.begin].brk == NONE else ""
        one.determined, one.threshold = before in DETERMINERS, before in _THRESHOLDS or _over(words, one.begin)

    def _quantity(self, words: list[Word], one: Found, inside: list[Measure]) -> Quantity | None:
        units = self.lexicon.units
        if is_cap(one):
            return allowed(words, one, inside, units.periods)
        return _counted(words, one, (_first if one.kind == "volume" else _widest)(inside), units)

    def _value(self, one: Found) -> str:
        if one.concept.value != "@":
            return one.concept.value
        if one.quantity is None:
            return "unspecified"
        seconds = self.lexicon.units.seconds
        return (cadence if one.concept.role == "cadence" else wait)(one.quantity, seconds)


def _over(words: list[Word], at: int) -> bool:
    """Tell whether a number is what things are measured against ("companies over 1,000 staff")."""
    if at < 2 or words[at - 1].lower != "over":  # noqa: PLR2004 - two words stand before it
        return False
    return words[at - 2].lower.endswith("s") and is_content(words[at - 2])


def _leans(form: str) -> bool:
    return "{" in form and not _UNDERSTOOD.isdisjoint(element.removesuffix("?") for element in elements(form))


def _counted(words: list[Word], one: Found, quantity: Quantity | None, units: Units) -> Quantity | None:
    """Add to a quantity the period it is counted in ("a week")."""
    if quantity is None:
        return None
    for i in range(one.begin + 1, one.end):
        period = units.periods.get(words[i].lower) or units.periods.get(words[i].lower.removesuffix("s"))
        if period and words[i - 1].lower in _EACH:
            quantity = replace(quantity, per=period)
            break
    return quantity


def _within(measures: list[Measure], first: int, after: int) -> list[Measure]:
    """Return the quantities inside words [first, after); they come in order of their first word."""
    low = bisect_left(measures, first, key=lambda m: m.first)
    high = bisect_left(measures, after, lo=low, key=lambda m: m.first)
    return [m for m in measures[low:high] if m.after <= after]


def _first(measures: list[Measure]) -> Quantity | None:
    """Return the figure itself: in "1,200 orders a month" it comes first, however long the period behind it is.

    "One of our 130" counts 130.
    """
    counts = [m for m in measures if m.label != "{num}" or m.quantity.number != 1] or measures
    first = min((m.first for m in counts), default=0)
    return _widest([m for m in counts if m.first == first])


def _widest(measures: list[Measure]) -> Quantity | None:
    best = max(measures, key=lambda m: (m.after - m.first, -m.first), default=None)
    return best.quantity if best else None
