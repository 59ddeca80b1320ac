"""The drawing of options as ranges: one bar an option for each measure, on one scale a measure.

In: options and how to write their figures. Out: shares of the line (0 to 100) that a template draws as SVG
rectangles. Text stays outside the drawing, so that it keeps its size on a telephone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from babel.numbers import get_currency_precision

from translator.core.specification.figures import count
from translator.services.options import OptionColumn
from translator.web.filters import money

Points = tuple[int, int, int]
# A range of nothing must still be seen.
_THINNEST = 0.8
# The one measure whose middle is the mean of a sum and whose ends are P10 and P90.
_SUMMED = "Cost over three years, four cases of five"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Hold one option's bar; `start`, `width` and `likely` are shares of the line, None where nothing is stated."""

    letter: str
    name: str
    words: str
    start: float | None = None
    width: float = 0.0
    likely: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Hold one measure of all options on a scale from zero to `top`."""

    title: str
    top: str
    bars: tuple[Bar, ...]


def measures(columns: Sequence[OptionColumn], currency: str) -> tuple[Measure, ...]:
    """Draw one-off cost, yearly cost, cost over three years and time; a measure that nobody stated is left out."""
    lines: tuple[tuple[str, Callable[[OptionColumn], Points | None], Callable[[int], str]], ...] = (
        ("One-off cost", lambda c: _three(c, "one_off"), lambda n: money(n, currency)),
        ("Yearly cost", lambda c: _three(c, "yearly"), lambda n: money(n, currency)),
        (_SUMMED, _three_years, lambda n: whole_money(n, currency)),
        ("Time to first use", lambda c: _three(c, "weeks"), lambda n: count(n, "week")),
    )
    drawn = (_measure(title, [(c, points(c)) for c in columns], write) for title, points, write in lines)
    return tuple(m for m in drawn if m)


def whole_money(minor: float, currency: str) -> str:
    """Write an amount without cents: a range that holds four cases of five is no exact figure."""
    unit = 10 ** get_currency_precision(currency)
    return money(round(minor / unit) * unit, currency)


def _measure(
    title: str, pairs: Sequence[tuple[OptionColumn, Points | None]], write: Callable[[int], str]
) -> Measure | None:
    top = max((points[2] for _, points in pairs if points), default=0)
    if not top:
        return None
    middle = "on average" if title == _SUMMED else "most likely"
    return Measure(title=title, top=write(top), bars=tuple(_bar(c, points, top, middle, write) for c, points in pairs))


def _bar(column: OptionColumn, points: Points | None, top: int, middle: str, write: Callable[[int], str]) -> Bar:
    if points is None:
        return Bar(letter=column.option.letter, name=column.option.name, words="Not stated yet")
    low, likely, high = (100 * point / top for point in points)
    words = f"{write(points[0])} to {write(points[2])}, {middle} {write(points[1])}"
    width = max(high - low, _THINNEST)
    return Bar(
        letter=column.option.letter,
        name=column.option.name,
        words=words,
        start=round(min(low, 100 - width), 2),
        width=round(width, 2),
        likely=round(likely, 2),
    )


def _three(column: OptionColumn, name: str) -> Points | None:
    estimate = getattr(column.option, name)
    return (estimate.optimistic, estimate.likely, estimate.pessimistic) if estimate else None


def _three_years(column: OptionColumn) -> Points | None:
    spread = column.over_years
    return (spread.low, spread.expected, spread.high) if spread else None
