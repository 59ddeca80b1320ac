"""Whether a value can stand in a place of the standard pack: one of the same kind as what stands there.

In: the house's values of a place, and what somebody wrote instead. Out: what is asked for instead, "" where it fits. A
place that holds a length of time takes a length of time, one that says how often takes how often, a number takes a
number; a place of words takes any.
"""

import re
from collections.abc import Sequence

from translator.core.reading.added import quantity_in
from translator.core.reading.lexicon import Lexicon

_WORD = re.compile(r"[a-z]+")
_OFTEN = frozenset({"every", "each", "once", "twice", "times"})
_AT_FIXED_TIMES = frozenset({"hourly", "daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annually"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def misfit(value: str, house: Sequence[str], lexicon: Lexicon) -> str:
    """Return in one sentence which kind of value the place takes, "" where this one is of that kind."""
    if not house or _kind(value, lexicon) in {_kind(words, lexicon) for words in house}:
        return ""
    example = f"such as “{house[-1]}”"
    return {
        "often": f"Write how often, {example}.",
        "time": f"Write a length of time, {example}.",
        "number": f"Write a number and what it counts, {example}.",
    }.get(_kind(house[-1], lexicon), "")


def _kind(words: str, lexicon: Lexicon) -> str:
    """Return "often", "time", "number", or "" for words without a figure; "0 days" is no length of time."""
    cut = set(_WORD.findall(words.casefold()))
    periods = {known for period in lexicon.units.periods for known in (period, f"{period}s")} | _DAYS
    if cut & _AT_FIXED_TIMES or (cut & _OFTEN and cut & periods):
        return "often"
    quantity = quantity_in(words, lexicon)
    if quantity is None or quantity.number <= 0:
        return ""
    return "time" if quantity.unit in lexicon.units.seconds else "number"
