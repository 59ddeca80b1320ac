"""Numbers that people type into forms: money in minor units, counts, durations.

In: what a field held, in any of the writings that figures_in.py lists. Out: a number; InputError otherwise.
"""

from fractions import Fraction
from math import ceil

from babel.numbers import get_currency_precision, list_currencies

from translator.core.errors import InputError
from translator.services.figures_in import read_number, scaled, unclear

_CODES = frozenset(list_currencies())
_DOLLARS = {"USD", "CAD", "AUD", "NZD", "SGD", "HKD"}
_CURRENCIES: dict[str, set[str]] = {
    "€": {"EUR"}, "euro": {"EUR"}, "euros": {"EUR"},
    "£": {"GBP"}, "pound": {"GBP"}, "pounds": {"GBP"},
    "$": _DOLLARS, "dollar": _DOLLARS, "dollars": _DOLLARS, "us": {"USD"},
    "¥": {"JPY", "CNY"}, "yen": {"JPY"}, "fr": {"CHF"}, "sfr": {"CHF"}, "francs": {"CHF"}, "franken": {"CHF"},
    "kr": {"SEK", "NOK", "DKK", "ISK"}, "zł": {"PLN"}, "₹": {"INR"},
}  # fmt: skip
_PERIODS = {
    "second": ("s", "sec", "secs", "second", "seconds"),
    "minute": ("min", "mins", "minute", "minutes"),
    "hour": ("h", "hr", "hrs", "hour", "hours"),
    "day": ("d", "day", "days"),
    "week": ("w", "wk", "wks", "week", "weeks"),
    "month": ("month", "months"),
    "year": ("y", "yr", "yrs", "year", "years"),
}
_IN_WEEKS = {"day": Fraction(1, 7), "week": Fraction(1), "month": Fraction(52, 12), "year": Fraction(52)}
_PERIOD_OF = {word: name for name, words in _PERIODS.items() for word in words}


def parse_money(text: str, currency: str, field: str = "") -> int:
    """Return an amount in minor units of `currency` (ISO 4217), such as 3000000 for "30.000 €"."""
    typed = read_number(text, field, "30,000")
    number, after = scaled(typed, text, field)
    words = _without_currency((*typed.before, *after), currency, field)
    if words:
        raise InputError(f"Write the amount only, such as 30,000: “{' '.join(words)}” is not understood.", field)
    minor = number.scaleb(get_currency_precision(currency))
    if minor != minor.to_integral_value():
        raise InputError(f"{currency} has no such small part. Round the amount.", field)
    return int(minor)


def parse_count(text: str, field: str = "number") -> float:
    """Return a count, such as 10000.0 for "10k contacts"; words around the number are left out."""
    return float(scaled(read_number(text, field, "10,000"), text, field)[0])


def parse_duration_number(text: str, unit: str = "", field: str = "number") -> float:
    """Return the number of a duration, such as 2.0 for "2 weeks".

    `unit` is what was chosen beside it ("week"); a different one in the text is refused, not converted.
    """
    typed = read_number(text, field, "5")
    if typed.thousand:
        raise unclear(text, field)
    said = next((_PERIOD_OF[word] for word in typed.after if word in _PERIOD_OF), "")
    if typed.after and not said:
        raise InputError(f"“{' '.join(typed.after)}” is not a unit of time. Write a number and choose a unit.", field)
    if said and unit and said != unit:
        raise InputError(f"You wrote {said}s and chose {unit}s. Make them agree.", field)
    return float(typed.number)


def parse_weeks(text: str, field: str = "") -> int:
    """Return whole weeks, rounded up, such as 9 for "2 months"; a number without a unit is weeks.

    A year is 52 weeks and a month the twelfth part of it: three months are thirteen weeks.
    """
    typed = read_number(text, field, "8 weeks")
    if typed.thousand:
        raise unclear(text, field)
    unit = next((_PERIOD_OF[word] for word in typed.after if word in _PERIOD_OF), "week")
    strange = [word for word in (*typed.before, *typed.after) if word not in _PERIOD_OF]
    if strange or unit not in _IN_WEEKS or len(typed.after) > 1:
        raise InputError("Write the time as a number of days, weeks, months or years, such as 8 weeks.", field)
    return ceil(Fraction(typed.number) * _IN_WEEKS[unit])


def currencies() -> frozenset[str]:
    """Return the codes of ISO 4217, those that are no longer in use too."""
    return _CODES


def _without_currency(words: tuple[str, ...], currency: str, field: str) -> tuple[str, ...]:
    left = []
    for word in words:
        meant = _CURRENCIES.get(word) or ({word.upper()} & _CODES)
        if not meant:
            left.append(word)
        elif currency not in meant:
            raise InputError(f"This project counts in {currency}. Write the amount in {currency}.", field)
    return tuple(left)
