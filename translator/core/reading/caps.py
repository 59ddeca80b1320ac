"""Caps: how many of something a limit allows, and in which period ("at most twice a year", "5 e-mails a month").

Step 2, a rule. In: words, a found limit and the measures inside it. Out: its quantity, and where the period ends that
stands behind its words ("a maximum of two ... per customer per quarter").
"""

from collections.abc import Mapping, Sequence

from translator.core.reading.found import Found
from translator.core.reading.model import Quantity
from translator.core.reading.quantities import Measure
from translator.core.reading.words import NONE, Word

_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_RHYTHMS = {"daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month", "quarterly": "quarter"}
_NEVER = frozenset({"never", "not"})
_ARTICLES = frozenset({"a", "an"})
_EACH = frozenset({"a", "an", "per", "each", "every", "any", "one", "same", "and", "single", "calendar", "/"})
_FURTHEST = 6


def is_cap(one: Found) -> bool:
    """Tell whether a candidate limits how often something may happen."""
    return one.concept.id == "constraint.frequency_cap"


def allowed(
    words: Sequence[Word], one: Found, measures: Sequence[Measure], periods: Mapping[str, str]
) -> Quantity | None:
    """Return how many a cap allows, with its period, and carry its evidence on to that; None where no number stands.

    `periods` maps the words of the unit table to the names of periods.
    """
    lengths = {m.first for m in measures if m.label == "{duration}"}
    numbers = {m.first: m.quantity.number for m in measures if m.label == "{num}" and m.first not in lengths}
    rhythm = next((_RHYTHMS[w.lower] for w in words[one.begin : one.end] if w.lower in _RHYTHMS), "")
    number = next((n for n in (_said(words, i, numbers) for i in range(one.begin, one.end)) if n is not None), None)
    if number is None:
        return Quantity(number=1.0, per=rhythm) if rhythm else None
    for i in range(one.begin + 1, min(one.end + _FURTHEST, len(words))):
        if i >= one.end and words[i].brk != NONE:
            break
        period = periods.get(words[i].lower) or periods.get(words[i].lower.removesuffix("s"))
        if period and words[i - 1].lower in _EACH:
            one.end = max(one.end, i + 1)
            return Quantity(number=number, per=period)
    return Quantity(number=number, per=rhythm)


def without_lengths(found: Sequence[Found], measures: Sequence[Measure]) -> list[Found]:
    """Return the candidates without limits whose number belongs to a length of time ("no more than two seconds")."""
    after = {m.first: m.after for m in measures if m.label == "{duration}"}
    return [f for f in found if not (is_cap(f) and after.get(f.end - 1, 0) > f.end)]


def _said(words: Sequence[Word], i: int, numbers: Mapping[int, float]) -> float | None:
    """Return the number that word i states; "a" counts nothing here, it belongs to the period.

    "Never twice" allows one.
    """
    if words[i].lower == "twice" and i > 0 and words[i - 1].base in _NEVER:
        return 1.0
    return _TIMES.get(words[i].lower) or (numbers.get(i) if words[i].lower not in _ARTICLES else None)
