"""The reading: narrative text in, signals with exact evidence out.

Step 2 of the way. In: a text and the lexicon. Out: a Reading. The passes, in order: words, quantities, places, plain
forms, forms that lean on what was already understood, reach, timing values, exclusions, signals.
"""

from collections.abc import Iterator
from dataclasses import replace

from translator.core.reading.exclusions import with_exclusions
from translator.core.reading.found import Found, standing
from translator.core.reading.grammar import DETERMINERS, is_clause, is_modifier, is_request, is_start, is_verb
from translator.core.reading.labels import Labeller, Labels
from translator.core.reading.ladder import standing_of
from translator.core.reading.lexicon import RULE_KINDS, SIGNAL_KINDS, Lexicon, Units
from translator.core.reading.lists import with_deeds, with_lists
from translator.core.reading.matcher import Hit, Tree, elements
from translator.core.reading.model import Kind, Quantity, Reading, Signal
from translator.core.reading.places import Gazetteer
from translator.core.reading.quantities import Measure, Quantifier
from translator.core.reading.scope import clause_end, phrase_end
from translator.core.reading.statements import stated
from translator.core.reading.timing import cadence, wait
from translator.core.reading.words import NONE, Speller, Word, passages
from translator.core.text import Span

_UNDERSTOOD = frozenset("{" + kind + "}" for kind in SIGNAL_KINDS)
_REACH = {"clause": clause_end, "phrase": phrase_end}
_NAMED = frozenset({"actor", "channel", "system", "kpi", "geography", "timing", "data", "volume"})
# What makes a weak candidate of a kind void when it stands on the same words.
_FIRM = {
    "constraint": frozenset({"consent", "constraint", "timing"}),
    "volume": frozenset({"constraint", "kpi", "timing"}),
    "data": _NAMED,
    "kpi": frozenset({"volume", "constraint", "timing"}),
    "actor": _NAMED,
}
_EACH = frozenset({"a", "an", "per", "each", "every"})
_FEW, _MANY = 4, 100
_THRESHOLDS = frozenset({"than", "above", "below", "under", "least"})
_NOUNS = frozenset({"data", "kpi", "actor", "geography", "volume"})
_readers: dict[int, "Reader"] = {}


def read(text: str, lexicon: Lexicon) -> Reading:
    """Return what is understood from a text. The matcher of a lexicon is built on its first use and kept."""
    reader = _readers.get(id(lexicon))
    if reader is None or reader.lexicon is not lexicon:
        reader = _readers[id(lexicon)] = Reader(lexicon)
    return reader.read(text)


class Reader:
    """Hold a lexicon made ready for reading."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._speller = Speller(lexicon.spelling)
        forms = [(concept, form) for concept in lexicon.concepts for form in concept.forms]
        self._labeller = Labeller((f for _, f in forms), lexicon.classes, self._speller, lexicon.spelling.whole)
        self._plain = Tree((p for p in forms if not _leans(p[1])), self._labeller.reduce)
        self._leaning = Tree((p for p in forms if _leans(p[1])), self._labeller.reduce)
        self._quantifier = Quantifier(lexicon.units, self._speller.base)
        self._gazetteer = Gazetteer(lexicon.places)

    def read(self, text: str) -> Reading:
        """Return what is understood from a text."""
        parts = [(words, self._found(words)) for words in passages(self._speller.words(text))]
        strong = {(f.kind, f.role) for _, found in parts for f in found if _is_strong(f)}
        seen: set[tuple[str, str, bool]] = set()
        signals = tuple(
            s for words, found in parts for s in _signals(text, words, _settled(words, found, strong, seen))
        )
        cues = (f.concept for _, found in parts for f in found if f.kind == "pattern")
        pattern, rung = standing_of(cues, signals)
        return Reading(text, signals, pattern, rung)

    def _found(self, words: list[Word]) -> list[Found]:
        """Return the candidates of a passage, complete and with what is ruled out marked."""
        labels = self._labeller.labels(words)
        measures = self._quantifier.measures(words)
        for m in measures:
            labels[m.first].append((m.label, m.after))
        found = [*self._candidates(words, labels), *stated(words, measures)]
        for one in found:
            self._complete(one, words, measures)
        found = with_lists(words, with_deeds(words, found))
        for one in found:
            one.value = one.value or one.concept.value
        return with_exclusions(words, found)

    def _candidates(self, words: list[Word], labels: Labels) -> list[Found]:
        first = [*self._gazetteer.found(words), *_fitting(words, self._plain.hits(words, labels))]
        for one in standing(first):
            labels[one.begin].append(("{" + one.kind + "}", one.end))
        return standing([*first, *_fitting(words, self._leaning.hits(words, labels))])

    def _complete(self, one: Found, words: list[Word], measures: list[Measure]) -> None:
        """Carry the evidence as far as the concept reaches; work out its value, role and quantity."""
        reach = _REACH.get(one.concept.reach)
        if reach is not None:
            one.end = max(one.end, reach(words, one.end))
        inside = [m for m in measures if one.first <= m.first and m.after <= max(one.after, one.end)]
        one.quantity = _counted(words, one, _widest(inside), self.lexicon.units)
        one.value = self._value(one)
        one.role = one.concept.role
        before = words[one.begin - 1].lower if one.begin > 0 and words[one.begin].brk == NONE else ""
        one.determined, one.threshold = before in DETERMINERS, before in _THRESHOLDS

    def _value(self, one: Found) -> str:
        if one.concept.value != "@":
            return one.concept.value
        if one.quantity is None:
            return "unspecified"
        seconds = self.lexicon.units.seconds
        return (cadence if one.concept.role == "cadence" else wait)(one.quantity, seconds)


def _leans(form: str) -> bool:
    return not _UNDERSTOOD.isdisjoint(elements(form.replace("?", "")))


def _fitting(words: list[Word], hits: list[Hit]) -> Iterator[Found]:
    """Yield the hits that the grammar around them allows."""
    for hit in hits:
        concept, alone = hit.concept, hit.end - hit.begin == 1
        if alone and concept.kind in _NOUNS and hit.after - hit.first == 1 and is_verb(words, hit.begin):
            continue
        if concept.opening and not is_start(words, hit.first):
            continue
        if hit.end - hit.begin == 2 and concept.kind in _NOUNS and is_clause(words, hit.begin, hit.end - 1):  # noqa: PLR2004
            continue
        if alone and concept.kind == "actor" and is_modifier(words, hit.begin):
            continue
        if concept.role == "trigger" and words[hit.first].lower == "when" and not is_request(words, hit.first):
            continue
        yield Found(concept, hit.first, hit.after, hit.begin, hit.end)


def _counted(words: list[Word], one: Found, quantity: Quantity | None, units: Units) -> Quantity | None:
    """Add to a quantity the period it is counted in ("a week") and, for a volume, the thing that is counted."""
    if quantity is None:
        return None
    for i in range(one.begin + 1, one.end):
        period = units.periods.get(words[i].lower) or units.periods.get(words[i].lower.removesuffix("s"))
        if period and words[i - 1].lower in _EACH:
            quantity = replace(quantity, per=period)
            break
    return quantity


def _widest(measures: list[Measure]) -> Quantity | None:
    best = max(measures, key=lambda m: (m.after - m.first, -m.first), default=None)
    return best.quantity if best else None


def _is_strong(one: Found) -> bool:
    return one.concept.weak not in ("text", "bare") and not one.negated


def _settled(
    words: list[Word], found: list[Found], strong: set[tuple[str, str]], seen: set[tuple[str, str, bool]]
) -> list[Found]:
    """Keep one signal a thing: the first mention in the text, and weak ones only where nothing better stands."""
    firm = [f for f in found if f.concept.weak not in ("place", "large")]
    out = []
    for one in sorted(found, key=lambda f: (f.begin, -f.end)):
        if one.kind in RULE_KINDS or one.end <= one.begin or _void(one, strong, firm):
            continue
        head = words[one.end - 1].base if one.kind == "actor" else ""
        key = (one.kind, one.value + one.role + head, one.negated)
        if one.value not in ("=", "ruled out") and key in seen and one.kind != "timing":
            continue
        seen.add(key)
        out.append(one)
    return out


def _void(one: Found, strong: set[tuple[str, str]], firm: list[Found]) -> bool:
    """Tell whether something better makes a weak candidate void, or whether a volume has no number worth noting."""
    if one.kind == "volume" and (one.threshold or _small(one)):
        return True
    if one.concept.weak == "bare" and one.determined:
        return False
    if one.concept.weak in ("text", "bare"):
        return not one.negated and (one.kind, one.role) in strong
    return one.concept.weak in ("place", "large") and any(
        f is not one and (f.kind in _FIRM[one.kind] or f.negated) and f.begin < one.end and one.begin < f.end
        for f in firm
    )


def _small(one: Found) -> bool:
    quantity = one.quantity
    least = _MANY if one.concept.weak == "large" else _FEW
    return quantity is None or (quantity.number < least and (one.concept.weak == "large" or not quantity.unit))


def _signals(text: str, words: list[Word], found: list[Found]) -> list[Signal]:
    signals = []
    for one in found:
        span = Span(words[one.begin].start, words[one.end - 1].end)
        evidence = span.of(text)
        value = " ".join(evidence.lower().split()) if one.value in ("=", "ruled out") else one.value
        signals.append(Signal(kind=Kind(one.kind), value=value, span=span, evidence=evidence, negated=one.negated,
                              role=one.role, concept=one.concept.id, quantity=one.quantity))  # fmt: skip
    return sorted(signals, key=lambda s: (s.span, s.kind, s.value))
