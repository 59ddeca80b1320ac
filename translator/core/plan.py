"""The plan: one option (or none) per use case, and what it asks for in money and time.

Step 9. Use cases run side by side, so the time of a plan is that of its slowest use case.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from translator.core.estimates import Range, ThreePoint, total
from translator.core.options import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """Hold the option that counts for one use case: marketing's choice, else IT's recommendation, else None."""

    use_case: int
    option: Option | None

    @property
    def settled(self) -> bool:
        """Tell whether marketing has chosen."""
        return self.option is not None and self.option.chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Hold the lines and their totals; a total is None while no line is priced. Money in minor units."""

    lines: tuple[PlanLine, ...]
    one_off: Range | None
    yearly: Range | None
    weeks: ThreePoint | None

    @property
    def unpriced(self) -> tuple[int, ...]:
        """Return the numbers of the use cases that no priced option stands for."""
        return tuple(line.use_case for line in self.lines if line.option is None or not line.option.priced)


def plan_for(options: Sequence[tuple[int, Sequence[Option]]]) -> Plan:
    """Build the plan from (use case number, options) pairs."""
    lines = tuple(PlanLine(use_case=number, option=_counts(choice)) for number, choice in options)
    picked = [line.option for line in lines if line.option is not None]
    one_off = [o.one_off for o in picked if o.one_off is not None]
    yearly = [o.yearly for o in picked if o.yearly is not None]
    weeks = [o.weeks for o in picked if o.weeks is not None]
    return Plan(
        lines=lines,
        one_off=total(one_off) if one_off else None,
        yearly=total(yearly) if yearly else None,
        weeks=_slowest(weeks) if weeks else None,
    )


def _counts(options: Sequence[Option]) -> Option | None:
    chosen = next((o for o in options if o.chosen), None)
    return chosen or next((o for o in options if o.recommended), None)


def _slowest(weeks: Sequence[ThreePoint]) -> ThreePoint:
    return ThreePoint(max(w.optimistic for w in weeks), max(w.likely for w in weeks), max(w.pessimistic for w in weeks))
