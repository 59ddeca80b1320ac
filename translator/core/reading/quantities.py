"""Quantities: numbers, shares, money and durations, in British, American and continental writing.

Step 2, third pass. In: words. Out: spans of words with a Quantity each, to be used by forms as {num}, {percent},
{share}, {money}, {duration}, {clock}, {day} (of a month) and {hours} (a range that may be hours of a day).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from translator.core.reading.lexicon import Units
from translator.core.reading.model import Quantity
from translator.core.reading.words import NONE, Word

_GROUPED = re.compile(r"\d{1,3}(?:[.,'\u2019]\d{3})+\Z")
_MIXED = re.compile(r"\d{1,3}(?:([.,'\u2019])\d{3})(?:\1\d{3})*[.,]\d{1,2}\Z")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d\Z")
_LONGEST_NUMBER = 18
_SMALLER = 100
_NOON = 12
_LAST_HOUR = 24
_QUALIFIERS = frozenset({"working", "business", "calendar", "more", "full", "short", "whole", "clear", "office"})
_DAYS = range(1, 32)
_BEFORE_A_TIME = frozenset({"at", "till", "until"})
_BEHIND_A_TIME = frozenset(
    {"in", "on", "for", "and", "or", "sharp", "every", "each", "to", "latest", "with", "local", "the"}
)


@dataclass(frozen=True, slots=True)
class Measure:
    """Hold a quantity with the words [first, after) that state it; `label` is the class it fills."""

    label: str
    first: int
    after: int
    quantity: Quantity


class Quantifier:
    """Find the quantities of a text, with the units of a lexicon."""

    def __init__(self, units: Units, base: Callable[[str], str]) -> None:
        periods = {base(word): name for word, name in units.periods.items()}
        self._units = replace(units, periods=periods)
        self._openers = {"a", "an", *units.numbers, *units.fractions, *units.currencies}

    def measures(self, words: Sequence[Word]) -> list[Measure]:
        """Return every quantity, in order of its first word; a longer one stands beside the number inside it."""
        out: list[Measure] = []
        i = 0
        while i < len(words):
            if not (words[i].lower[0].isdigit() or words[i].lower in self._openers or words[i].base in self._openers):
                i += 1
                continue
            found = self._at(words, i)
            out.extend(found)
            i = max((m.after for m in found), default=i + 1)
        return out

    def _at(self, words: Sequence[Word], i: int) -> list[Measure]:
        money = self._money_before(words, i)
        if money:
            return [money]
        share = None if words[i].base == "half" and self._scale(words, i + 2) else self._share(words, i)
        if share:
            return [share]
        if _is_time(words, i):
            return [Measure("{clock}", i, i + 1, Quantity(number=float(words[i].lower.split(":")[0]), unit="clock"))]
        number = self._number(words, i)
        if number is None:
            return []
        value, after = number
        found = [Measure("{num}", i, after, Quantity(number=value)), *self._unit_after(words, i, value, after)]
        if len(found) == 1 and after - i > 1 and value <= _LAST_HOUR and words[i].lower.isdecimal():
            found.append(Measure("{hours}", i, after, Quantity(number=value, unit="clock")))
        if after - i == 1 and value in _DAYS and words[i].lower.isdecimal():
            found.append(Measure("{day}", i, after, Quantity(number=value)))
        return found

    def _unit_after(self, words: Sequence[Word], i: int, value: float, after: int) -> list[Measure]:
        word = _get(words, after)
        if word is None or word.brk != NONE:
            return []
        if word.lower in ("%", "percent", "pct"):
            return [Measure("{percent}", i, after + 1, Quantity(number=value, unit="percent"))]
        if word.base == "per" and _base(words, after + 1) == "cent":
            return [Measure("{percent}", i, after + 2, Quantity(number=value, unit="percent"))]
        currency = self._units.currencies.get(word.lower) or self._units.currencies.get(word.base)
        if currency:
            return [Measure("{money}", i, after + 1, Quantity(number=value, unit=currency))]
        return self._hours(words, i, value, after) or self._duration(words, i, value, after)

    def _hours(self, words: Sequence[Word], i: int, value: float, after: int) -> list[Measure]:
        """Read a time of day: "7am", "between 5 and 6 pm"."""
        half = _get_lower(words, after)
        dotted = half in ("a", "p") and _get_lower(words, after + 1) == "m" and words[after + 1].brk == NONE
        if (half not in ("am", "pm") and not dotted) or value > _NOON:
            return []
        return [Measure("{clock}", i, after + 1 + dotted, Quantity(number=value, unit=half.removesuffix("m") + "m"))]

    def _duration(self, words: Sequence[Word], i: int, value: float, after: int) -> list[Measure]:
        gap = 1 if _get_lower(words, after) in _QUALIFIERS else 0
        word = _get(words, after + gap)
        period = self._units.periods.get(word.base) if word is not None and word.brk == NONE else None
        if period is None:
            return []
        return [Measure("{duration}", i, after + gap + 1, Quantity(number=value, unit=period))]

    def _money_before(self, words: Sequence[Word], i: int) -> Measure | None:
        currency = self._units.currencies.get(words[i].surface) or self._units.currencies.get(words[i].lower)
        nxt = _get(words, i + 1)
        if currency is None or nxt is None or not nxt.lower[0].isdigit():
            return None
        number = self._number(words, i + 1)
        if number is None:
            return None
        return Measure("{money}", i, number[1], Quantity(number=number[0], unit=currency))

    def _share(self, words: Sequence[Word], i: int) -> Measure | None:
        """Read "a third of", "two thirds", "half", "one in five", "3 out of 4"."""
        fractions = self._units.fractions
        first = self._single(words[i])
        if words[i].base in fractions and words[i].base == "half":
            after = i + 1 + (_base(words, i + 1) == "of")
            period = self._units.periods.get(_base(words, i + 2)) if _base(words, i + 1) in ("a", "an") else None
            if period:
                return Measure("{duration}", i, i + 3, Quantity(number=0.5, unit=period))
            return Measure("{share}", i, after, Quantity(number=fractions["half"], unit="share"))
        count = first if first is not None else (1.0 if words[i].base in ("a", "an") else None)
        if count is None:
            return None
        fraction = fractions.get(_base(words, i + 1))
        if fraction is not None and words[i + 1].brk == NONE:
            after = i + 2 + (_base(words, i + 2) == "of")
            return Measure("{share}", i, after, Quantity(number=count * fraction, unit="share"))
        return self._ratio(words, i, first)

    def _ratio(self, words: Sequence[Word], i: int, first: float | None) -> Measure | None:
        link = (
            1
            if _base(words, i + 1) == "in"
            else 2
            if (_base(words, i + 1), _base(words, i + 2)) == ("out", "of")
            else 0
        )
        second = _get(words, i + 1 + link) if link else None
        if first is None or second is None:
            return None
        whole = self._single(second)
        if whole is None or not 0 < first < whole <= _SMALLER:
            return None
        return Measure(
            "{share}", i, i + 2 + link, Quantity(number=float(Fraction(int(first), int(whole))), unit="share")
        )

    def _number(self, words: Sequence[Word], i: int) -> tuple[float, int] | None:
        """Read one number, or the upper end of a range ("two to four", "20-30"), from word i on."""
        low = self._amount(words, i)
        if low is None:
            return None
        link = _get(words, low[1])
        if link is not None and link.brk == NONE and link.base in ("to", "or", "and", "-", "\u2013"):
            sign = (
                1 if _get(words, low[1] + 1) is not None and words[low[1] + 1].surface in self._units.currencies else 0
            )
            high = self._amount(words, low[1] + 1 + sign)
            between = i > 0 and words[i - 1].base == "between"
            if high is not None and high[0] > low[0] and (link.base != "and" or between):
                return high
        elif (
            link is not None
            and link.brk == NONE
            and link.start - words[low[1] - 1].end == 1
            and link.lower[0].isdigit()
        ):
            high = self._amount(words, low[1])
            if high is not None and high[0] > low[0]:
                return high
        return low

    def _amount(self, words: Sequence[Word], i: int) -> tuple[float, int] | None:
        word = _get(words, i)
        if word is None:
            return None
        value, after = self._single(word), i + 1
        scale = self._scale(words, i + 2) if word.base == "half" and _base(words, i + 1) == "a" else 0.0
        if scale:
            return scale / 2, i + 3
        if value is None:
            later = i + 1 + (_get_lower(words, i + 1) in _QUALIFIERS)
            if word.base in ("a", "an") and (self._scale(words, i + 1) or _base(words, later) in self._units.periods):
                value = 1.0
            else:
                return None
        while (grown := self._grown(words, after, value)) is not None:
            value, after = grown
        return value, after

    def _grown(self, words: Sequence[Word], after: int, value: float) -> tuple[float, int] | None:
        """Take in what continues a number: groups of three digits, scales, "and fifty", "twenty five"."""
        word = _get(words, after)
        if word is None or word.brk != NONE:
            return None
        before = words[after - 1]
        if len(word.lower) == 3 and word.lower.isdecimal() and before.lower.isdecimal() and len(before.lower) <= 3:  # noqa: PLR2004
            return value * 1000 + float(word.lower), after + 1
        scale = self._scale(words, after)
        if scale:
            return value * scale, after + 1
        more = self._units.numbers.get(word.lower)
        if more is not None and 0 < more < 10 and value in range(20, 100, 10) and not before.lower.isdecimal():  # noqa: PLR2004
            return value + more, after + 1
        return None

    def _scale(self, words: Sequence[Word], i: int) -> float:
        word = _get(words, i)
        if word is None:
            return 0.0
        if len(word.lower) <= 2 and i > 0 and word.start != words[i - 1].end:  # noqa: PLR2004 - "10k", not "10 k"
            return 0.0
        return self._units.scales.get(word.lower, 0.0)

    def _single(self, word: Word) -> float | None:
        if word.lower[0].isdigit():
            return _remembered(word.lower) if len(word.lower) <= _LONGEST_NUMBER else None
        return self._units.numbers.get(word.lower)


def parse_number(written: str) -> float | None:
    """Read digits with any grouping ("1,400", "30.000", "1.234,56", "2.5"), or return None."""
    if len(written) > _LONGEST_NUMBER or not written.isascii():
        return None
    if _GROUPED.match(written) and not (written.startswith("0") and written.count(".") == 1):
        return float(re.sub(r"\D", "", written))
    if _MIXED.match(written):
        return float(re.sub(r"\D", "", written[:-3].rstrip(".,"))) + _decimals(written)
    plain = written.replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else None


_remembered = lru_cache(maxsize=4096)(parse_number)


def _decimals(written: str) -> float:
    at = max(written.rfind("."), written.rfind(","))
    return float("0." + written[at + 1 :])


def _is_time(words: Sequence[Word], i: int) -> bool:
    """Tell whether digits are a time of day: with a colon, or behind a word of time ("at 5.30", "till 8")."""
    word = words[i]
    if not word.lower[0].isdigit() or not is_clock(
        word.lower + ("" if ":" in word.lower or "." in word.lower else ".00")
    ):
        return False
    if ":" in word.lower:
        return True
    after = _get(words, i + 1)
    ends = after is None or after.brk != NONE or after.lower in _BEHIND_A_TIME
    return ends and i > 0 and word.brk == NONE and words[i - 1].lower in _BEFORE_A_TIME


def is_clock(written: str) -> bool:
    """Tell whether digits can be a time of day ("9", "9.30", "18:00")."""
    return bool(_CLOCK.match(written))


def _get(words: Sequence[Word], i: int) -> Word | None:
    return words[i] if 0 <= i < len(words) else None


def _base(words: Sequence[Word], i: int) -> str:
    return words[i].base if 0 <= i < len(words) else ""


def _get_lower(words: Sequence[Word], i: int) -> str:
    return words[i].lower if 0 <= i < len(words) else ""
