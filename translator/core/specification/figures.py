"""Figures and dates as the document writes them: "€ 30,000", "21 November 2026", "6 to 14 weeks"."""

from datetime import date

from translator.core.estimates import Range, ThreePoint
from translator.core.terms import MONTHS, minor_digits

# The signs that readers know better than the code of a currency.
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}
_SIGNIFICANT = 3
# A figure and its sign or unit must not be parted at the end of a line.
_HARD_SPACE = "\N{NO-BREAK SPACE}"


def money(minor: int, currency: str) -> str:
    """Write an amount of minor units; the fraction is left out where it is zero."""
    digits = minor_digits(currency)
    whole, rest = divmod(abs(minor), 10**digits)
    fraction = f".{rest:0{digits}d}" if rest else ""
    sign = "-" if minor < 0 else ""
    return f"{sign}{_SIGNS.get(currency, currency)}{_HARD_SPACE}{whole:,}{fraction}"


def major(minor: int, currency: str) -> float:
    """Turn minor units into whole units of the currency, for drawings."""
    return float(minor / 10 ** minor_digits(currency))


def sensible(minor: int, currency: str) -> int:
    """Round minor units to three significant figures of the currency, and never finer than its whole unit.

    A computed sum knows no more; still counted in minor units.
    """
    unit = int(10 ** minor_digits(currency))
    digits = len(str(abs(minor) // unit))
    step = unit * int(10 ** max(0, digits - _SIGNIFICANT))
    return round(minor / step) * step


def day(value: date | str) -> str:
    """Write a date as "21 November 2026"; a text that is not an ISO 8601 date stays as it is."""
    if isinstance(value, str):
        try:
            return day(date.fromisoformat(value))
        except ValueError:
            return value
    return f"{value.day}{_HARD_SPACE}{MONTHS[value.month - 1]}{_HARD_SPACE}{value.year}"


def number(value: float) -> str:
    """Write a number with thousands set apart, and without a fraction where there is none."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def count(n: int, one: str, many: str = "") -> str:
    """Write a count with its noun: "1 question", "3 questions"; `many` where an s is not enough."""
    return f"{n:,}{_HARD_SPACE}{one if n == 1 else many or one + 's'}"


def money_points(estimate: ThreePoint | None, currency: str) -> str:
    """Write a three-point estimate of money as optimistic, likely, pessimistic; "" when there is none."""
    if estimate is None:
        return ""
    if estimate.optimistic == estimate.pessimistic:
        return money(estimate.likely, currency)
    points = (estimate.optimistic, estimate.likely, estimate.pessimistic)
    return " / ".join(money(point, currency) for point in points)


def weeks_points(estimate: ThreePoint | None) -> str:
    """Write a three-point estimate of weeks as optimistic, likely, pessimistic; "" when there is none."""
    if estimate is None:
        return ""
    if estimate.optimistic == estimate.pessimistic:
        return count(estimate.likely, "week")
    return f"{estimate.optimistic} / {estimate.likely} / {estimate.pessimistic}{_HARD_SPACE}weeks"


def money_range(total: Range, currency: str) -> str:
    """Write a total as its expected value and the range that holds four cases of five, in sensible figures."""
    low, expected, high = (
        money(sensible(points, currency), currency) for points in (total.low, total.expected, total.high)
    )
    return f"{expected} ({low} to {high})"


def listed(words: tuple[str, ...]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
