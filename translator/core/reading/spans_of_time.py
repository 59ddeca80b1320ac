"""Spans of time: every length of time and every day of the calendar that words state, with where it stands.

Step 2, for whoever asks about a stretch of text and not about its signals. In: words. Out: figures in their order.
"""

import re
from datetime import date

from translator.core.reading.lexicon import Lexicon
from translator.core.reading.quantities import Quantifier
from translator.core.reading.words import Speller
from translator.core.terms import MONTHS

_MONTHS = tuple(month.casefold() for month in MONTHS)
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?" if name != "may" else name for name in _MONTHS)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"\b(?:(?P<y0>\d{{4}})-(?P<m0>\d\d)-(?P<d0>\d\d)"
    rf"|{_DAY.format('d1')}(?: of)? (?P<m1>{_MONTH})\.?,? (?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH})\.? {_DAY.format('d2')},? (?P<y2>\d{{4}})"
    rf"|(?P<end>end of )?(?P<m3>{_MONTH})\.?,? (?P<y3>\d{{4}}))\b",
    re.IGNORECASE,
)
_DECEMBER = 12


def _tools(lexicon: Lexicon) -> tuple[Speller, Quantifier]:
    speller = Speller(lexicon.spelling)
    return speller, Quantifier(lexicon.units, speller.base)


def periods_in(text: str, lexicon: Lexicon) -> tuple[tuple[float, str, int], ...]:
    """Return each length of time as number, unit ("day", "month") and where it begins: "thirty days", "a month"."""
    speller, quantifier = _tools(lexicon)
    words = speller.words(text)
    known = lexicon.units.seconds
    found = (m for m in quantifier.measures(words) if m.quantity.unit in known)
    return tuple((m.quantity.number, m.quantity.unit, words[m.first].start) for m in found)


def money_in(text: str, lexicon: Lexicon) -> tuple[tuple[float, str], ...]:
    """Return each sum of money as number and currency."""
    speller, quantifier = _tools(lexicon)
    measures = quantifier.measures(speller.words(text))
    currencies = frozenset(lexicon.units.currencies.values())
    return tuple((m.quantity.number, m.quantity.unit) for m in measures if m.quantity.unit in currencies)


def days_in(text: str, *, in_full: bool = False) -> tuple[date, ...]:
    """Return each day that is written with its year; a month alone is its first day, "end of" a month its last.

    With `in_full` no month alone counts.
    """
    written = (match for match in _WRITTEN.finditer(text) if not (in_full and match["m3"]))
    return tuple(day for match in written if (day := _day_of(match)) is not None)


def _day_of(match: re.Match[str]) -> date | None:
    said = {name: value for name, value in match.groupdict().items() if value}
    year = int(next(said[name] for name in ("y0", "y1", "y2", "y3") if name in said))
    month = int(said["m0"]) if "m0" in said else _month(next(said[n] for n in ("m1", "m2", "m3") if n in said))
    day = next((int(said[name]) for name in ("d0", "d1", "d2") if name in said), 1)
    try:
        if "end" in said:
            after = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
            return date.fromordinal(after.toordinal() - 1)
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    return next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(word.casefold()[:3]))
