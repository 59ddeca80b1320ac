"""Estimates: three points instead of one, money in minor units, time in weeks.

Step 7. Sums add distributions, never worst cases: PERT (Malcolm and others, 1959) gives each estimate a mean of
(o + 4m + p) / 6 and a standard deviation of (p - o) / 6; independent estimates add means and variances.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from translator.core.errors import InputError

# One-sided 90 % point of the normal distribution: a range from P10 to P90 holds four cases of five.
_Z90 = 1.2816


@dataclass(frozen=True, slots=True)
class ThreePoint:
    """Hold an estimate as optimistic <= likely <= pessimistic, whole numbers (minor units of money, or weeks).

    Raise InputError when a value is negative or the order is wrong.
    """

    optimistic: int
    likely: int
    pessimistic: int

    def __post_init__(self) -> None:
        if self.optimistic < 0:
            raise InputError("An estimate cannot be below zero.", "optimistic")
        if self.likely < self.optimistic:
            raise InputError("The likely value is below the optimistic one.", "likely")
        if self.pessimistic < self.likely:
            raise InputError("The pessimistic value is below the likely one.", "pessimistic")

    @property
    def mean(self) -> float:
        """Return the PERT mean."""
        return (self.optimistic + 4 * self.likely + self.pessimistic) / 6

    @property
    def deviation(self) -> float:
        """Return the PERT standard deviation."""
        return (self.pessimistic - self.optimistic) / 6


@dataclass(frozen=True, slots=True)
class Range:
    """Hold a total as a range: `low` is P10, `expected` the mean, `high` P90, all rounded to whole units."""

    low: int
    expected: int
    high: int


def total(estimates: Iterable[ThreePoint]) -> Range:
    """Add independent estimates as distributions. An empty sum is zero."""
    parts = tuple(estimates)
    mean = sum(e.mean for e in parts)
    spread = _Z90 * sqrt(sum(e.deviation**2 for e in parts))
    floor, ceiling = sum(e.optimistic for e in parts), sum(e.pessimistic for e in parts)
    return Range(max(floor, round(mean - spread)), round(mean), min(ceiling, round(mean + spread)))


def difference(before: ThreePoint, after: ThreePoint) -> Range:
    """Take one independent estimate from another; below zero where the second is the dearer one."""
    if before == after:
        return Range(0, 0, 0)
    mean = before.mean - after.mean
    spread = _Z90 * sqrt(before.deviation**2 + after.deviation**2)
    return Range(round(mean - spread), round(mean), round(mean + spread))
