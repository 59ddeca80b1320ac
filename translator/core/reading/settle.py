"""Settling: which candidates become signals, each thing once.

Step 2, last but one. In: the complete candidates of a passage. Out: signals with their exact characters.
"""

from translator.core.reading.found import Found
from translator.core.reading.lexicon import RULE_KINDS
from translator.core.reading.model import Kind, Signal
from translator.core.reading.scope import sentence_start
from translator.core.reading.words import NONE, Word, word_set
from translator.core.text import Span

# Values that stand for the words of the text themselves.
OPEN = ("=", "ruled out")
_NAMED = frozenset({"actor", "channel", "system", "kpi", "geography", "timing", "data", "volume"})
# What makes a weak candidate of a kind void when it stands on the same words.
_FIRM = {
    "constraint": frozenset({"consent", "constraint", "kpi", "timing"}),
    "volume": frozenset({"constraint", "kpi", "timing"}),
    "data": _NAMED,
    "kpi": frozenset({"volume", "constraint", "timing"}),
    "actor": _NAMED,
}
_PAIR, _SEVERAL, _MANY, _THOUSAND = 2, 10, 100, 1000
# Concepts that count what is there however few it is.
_COUNTED_FEW = frozenset({"volume.our_own", "volume.a_count_that_opens"})
# Two rules of one sort are two rules.
_RULES = frozenset({"consent", "constraint"})
# Of these, what stands inside a longer one is a part of it.
_WHOLE = _RULES | {"kpi"}
# Behind people who are named better, these bring in nobody new.
_ANYBODY = frozenset({"actor.customers", "actor.people", "actor.people_first_named"})
_SOMEBODY = ("actor", "audience", False)
_ORDER = "constraint.priority"
_DUTY = "constraint.obligation"
_NEAR = 5
_YEARS = range(1900, 2100)
_PARTS = word_set("% cent percent half quarter third fifth tenth most")
_SHARES = frozenset({"percent", "share"})


def is_strong(one: Found) -> bool:
    """Tell whether a candidate makes the weak ones of its kind and role void."""
    return one.concept.weak not in ("text", "bare") and not one.negated


def settled(
    words: list[Word], found: list[Found], strong: set[tuple[str, str]], seen: set[tuple[str, str, bool]]
) -> list[Found]:
    """Keep one signal a thing: the first mention in the text, and weak ones only where nothing better stands."""
    firm = [f for f in found if f.concept.weak not in ("place", "large") or f.concept.id == "kpi.stated"]
    out = []
    for one in sorted(found, key=lambda f: (f.begin, -f.end)):
        if (
            one.kind in RULE_KINDS
            or one.end <= one.begin
            or _void(one, strong, firm)
            or _is_qualifier(words, one, found)
        ):
            continue
        named = not one.negated and _SOMEBODY in seen
        if named and (one.concept.id in _ANYBODY or _is_share(words, one)):
            continue
        if one.kind == "actor" and one.role == "audience" and not one.negated:
            seen.add(_SOMEBODY)
        key = (one.kind, _name(words, one), one.negated)
        if (key in seen and one.kind != "timing") or _told_before(words, one, seen):
            continue
        seen.add(key)
        if one.kind == "data":
            seen.update(("data", "#" + w.base, False) for w in words[one.begin : one.end])
        out.append(one)
    return out


def _is_qualifier(words: list[Word], one: Found, found: list[Found]) -> bool:
    """Tell whether a rhythm only qualifies a fact or people ("the hourly usage", "weekly shoppers")."""
    if one.kind != "timing" or one.role != "cadence" or one.end - one.begin > 1 or one.negated:
        return False
    if one.end == len(words) or words[one.end].brk != NONE:
        return False
    facts = (f for f in found if f.kind in ("data", "actor") and not f.negated)
    return any(f.begin == one.end or f.begin <= one.begin < f.end - 1 for f in facts)


def _is_share(words: list[Word], one: Found) -> bool:
    """Tell whether people who are known already are only counted ("6% of subscribers", "62,000 households.")."""
    at = one.begin - 1
    if one.kind != "actor" or one.role != "audience" or at < 1 or words[one.begin].brk != NONE:
        return False
    if words[at].lower[0].isdigit() and words[at].brk != NONE:
        return one.end == len(words) or words[one.end].brk != NONE
    return words[at].lower == "of" and (words[at - 1].lower[-1].isdigit() or words[at - 1].lower in _PARTS)


def _told_before(words: list[Word], one: Found, seen: set[tuple[str, str, bool]]) -> bool:
    """Tell whether a fact of one word in the text's own terms was a part of what is known already."""
    lone = one.kind == "data" and one.value in OPEN and one.end - one.begin == 1 and not one.negated
    return lone and ("data", "#" + words[one.begin].base, False) in seen


def _name(words: list[Word], one: Found) -> str:
    """Return what makes two candidates the same thing: value and role, the words themselves, or the head noun."""
    if one.kind in _RULES and not one.negated:
        return f"{one.value} {words[sentence_start(words, one.begin)].start}"
    if one.value in OPEN:
        return " ".join(w.lower for w in words[one.begin : one.end])
    head = words[one.end - 1].base if one.kind == "actor" else ""
    return f"{one.value} {one.role} {head}"


def _void(one: Found, strong: set[tuple[str, str]], firm: list[Found]) -> bool:
    """Tell whether something better makes a weak candidate void, or whether a volume has no number worth noting."""
    if one.kind == "volume" and (one.threshold or _small(one)):
        return True
    if one.kind in ("data", "constraint") and any(_is_part(one, f) for f in firm):
        return True
    if one.kind in _WHOLE and any(f.kind == one.kind and f.negated == one.negated and _inside(one, f) for f in firm):
        return True
    if one.concept.weak == "bare" and one.determined:
        return False
    if one.concept.weak in ("text", "bare"):
        return not one.negated and (one.kind, one.role) in strong
    return one.concept.weak in ("place", "large") and any(
        f is not one
        and (f.kind in _FIRM.get(one.kind, _NAMED) or f.negated)
        and not (one.kind == "volume" and f.concept.role == "trigger")
        and f.begin < one.end
        and one.begin < f.end
        for f in firm
    )


def _is_part(one: Found, other: Found) -> bool:
    """Tell whether a candidate only opens what is better told: a figure's name, an order of channels, a speed."""
    if one.concept.id == _DUTY and other.concept.role == "latency":
        return one.begin < other.begin <= one.end + _NEAR
    if one.begin != other.begin or one.negated or other.negated:
        return False
    return (one.concept.id == _ORDER and other.kind == "channel") or (
        one.kind == "data" and other.concept.id == "kpi.stated" and _inside(one, other)
    )


def _inside(one: Found, other: Found) -> bool:
    return other.begin <= one.begin and one.end <= other.end and one.end - one.begin < other.end - other.begin


def _small(one: Found) -> bool:
    quantity = one.quantity
    if quantity is None:
        return bool(one.concept.weak)
    if quantity.unit:
        return one.concept.weak == "large" or (quantity.unit not in _SHARES and quantity.number < _THOUSAND)
    if quantity.number in _YEARS and one.end - one.begin == 1:
        return True
    if one.concept.id in _COUNTED_FEW:
        return quantity.number < _PAIR
    if not one.concept.weak:
        return False
    return quantity.number < (_MANY if one.concept.weak == "large" else _SEVERAL)


def signals_of(text: str, words: list[Word], found: list[Found]) -> list[Signal]:
    """Return the signals of a passage, in order of their place."""
    return sorted((_signal(text, words, one) for one in found), key=lambda s: (s.span, s.kind, s.value))


def _signal(text: str, words: list[Word], one: Found) -> Signal:
    span = Span(words[one.begin].start, words[one.end - 1].end)
    named = Span(words[one.own[0]].start, words[one.own[1] - 1].end) if one.own else span
    return Signal(
        kind=Kind(one.kind),
        value=" ".join(named.of(text).lower().split()) if one.value in OPEN else one.value,
        span=span,
        evidence=span.of(text),
        negated=one.negated,
        role=one.role,
        concept=one.concept.id if one.concept.forms else "",
        quantity=one.quantity,
        priority=one.priority,
    )
