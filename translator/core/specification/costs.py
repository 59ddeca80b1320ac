"""What the options that count cost together, by one rule that the document states.

Step 10. In: the plan. Out: two sums as distributions, and whether the first of them fits the budget. The rule: one-off
cost plus the first year is held against the budget; the same with three years stands beside it. A use case without
both prices is in neither sum, and while there is one nothing is said to fit.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from translator.core.dossier import Translation
from translator.core.estimates import Range, ThreePoint, total
from translator.core.options import Option
from translator.core.plan import Plan, PlanLine, plan_for
from translator.core.project import Project
from translator.core.specification.compose import speaker
from translator.core.specification.figures import listed, money, money_range, sensible

YEARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Hold the sums of the use cases that have both prices. Money in minor units; None while there is none."""

    priced: tuple[tuple[PlanLine, Option], ...]
    unpriced: tuple[int, ...]
    one_off: Range | None
    yearly: Range | None
    first_year: Range | None
    three_years: Range | None


def plan_of(translation: Translation) -> Plan:
    """Return the plan: the option that counts for each use case."""
    return plan_for([(w.use_case.number, w.options) for w in translation.dossier.works])


def costs_of(plan: Plan) -> Costs:
    """Add up the use cases whose option has both a one-off and a yearly price."""
    priced = [(line, o) for line in plan.lines if (o := line.option) and o.one_off and o.yearly]
    options = [option for _, option in priced]
    one_off, yearly = [o.one_off for o in options if o.one_off], [o.yearly for o in options if o.yearly]
    return Costs(
        priced=tuple(priced),
        unpriced=tuple(line.use_case for line in plan.lines if line not in [known for known, _ in priced]),
        one_off=_sum(one_off),
        yearly=_sum(yearly),
        first_year=_sum([*one_off, *yearly]),
        three_years=_sum([*one_off, *(_times(estimate, YEARS) for estimate in yearly)]),
    )


def first_year_of(option: Option) -> Range:
    """Return one option's one-off cost and first year."""
    return total(estimate for estimate in (option.one_off, option.yearly) if estimate)


def _sum(estimates: Iterable[ThreePoint]) -> Range | None:
    parts = tuple(estimates)
    return total(parts) if parts else None


def _times(estimate: ThreePoint, years: int) -> ThreePoint:
    """Return the same yearly cost for some years: a dear year makes all of them dear."""
    return ThreePoint(estimate.optimistic * years, estimate.likely * years, estimate.pessimistic * years)


def cost_sentences(costs: Costs, project: Project) -> tuple[str, ...]:
    """Say both sums and how the first stands to the budget; empty while nothing is priced."""
    if costs.first_year is None or costs.three_years is None:
        return ()
    currency = project.currency
    return (
        f"One-off cost plus the first year: {money_range(costs.first_year, currency)}.",
        f"One-off cost plus three years: {money_range(costs.three_years, currency)}.",
        against_budget(costs, costs.first_year, project),
    )


def against_budget(costs: Costs, asked: Range, project: Project) -> str:
    """Hold one-off cost plus the first year against the budget; nothing fits while a use case has no price."""
    if project.budget is None:
        return f"Not stated yet: {speaker(project, 'marketing')} should say the budget."
    budget = money(project.budget, project.currency)
    above = sensible(asked.expected - project.budget, project.currency)
    if costs.unpriced:
        names = listed(tuple(f"UC{number}" for number in costs.unpriced))
        has = "has" if len(costs.unpriced) == 1 else "have"
        if above > 0:
            return f"That is above the budget of {budget} already, and {names} {has} no price yet."
        return f"Whether the first sum fits the budget of {budget} cannot be said: {names} {has} no price yet."
    if asked.high <= project.budget:
        return f"The first sum fits the budget of {budget}, also at the upper end."
    if asked.expected <= project.budget:
        return f"The first sum fits the budget of {budget} as expected, not at the upper end."
    return f"The first sum is {money(above, project.currency)} above the budget of {budget}."
