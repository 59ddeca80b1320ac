"""Chapter 17: the money and time asked, as ranges, against budget and deadline."""

from datetime import date

from translator.core.dossier import Translation
from translator.core.estimates import Range, ThreePoint, total
from translator.core.options import Option
from translator.core.plan import Plan, PlanLine
from translator.core.project import Project
from translator.core.specification.compose import bold, cell, para, section, speaker, table, unstated
from translator.core.specification.figures import (
    count,
    day,
    listed,
    major,
    money,
    money_points,
    money_range,
    number,
    weeks_points,
    whole,
)
from translator.core.specification.model import Block, Cell, Chart, Section, Table

_DAYS_A_WEEK = 7


def money_chapter(translation: Translation, plan: Plan, prepared_on: date) -> Section:
    """Show what each use case's option costs and takes, the totals, and how they stand to budget and deadline."""
    project = translation.dossier.project
    if plan.one_off is None and plan.yearly is None and plan.weeks is None:
        missing = unstated("two or more priced options for each use case", speaker(project, "it"))
        return section("money", "Money and time asked", missing)
    blocks: list[Block] = [_lines(translation, plan), *_left_out(plan)]
    if plan.one_off and plan.yearly:
        blocks += _money(project, plan)
    if plan.weeks:
        blocks += _time(project, plan, plan.weeks, prepared_on)
    blocks.append(
        para("Each estimate is optimistic / likely / pessimistic. Totals add them as distributions (PERT): the range "
             "in brackets holds four cases of five. Estimates by IT.", style="note")
    )  # fmt: skip
    return section("money", "Money and time asked", *blocks)


def _lines(translation: Translation, plan: Plan) -> Table:
    currency = translation.dossier.project.currency
    titles = {c.work.use_case.number: c.work.use_case.title for c in translation.chapters}
    rows = [
        (cell(bold(f"UC{line.use_case}"), titles.get(line.use_case, "")), *_line(line, currency)) for line in plan.lines
    ]
    rows.append(
        (
            cell(bold("Together")),
            cell(""),
            cell(bold(money_range(plan.one_off, currency)) if plan.one_off else ""),
            cell(bold(money_range(plan.yearly, currency)) if plan.yearly else ""),
            cell(bold(weeks_points(plan.weeks)), "side by side"),
        )
    )
    return table(
        "Money and time asked", "Use case | Option | One-off | A year | To first use", (22, 18, 22, 22, 16), rows
    )


def _line(line: PlanLine, currency: str) -> tuple[Cell, ...]:
    option = line.option
    if option is None:
        return (cell("No option chosen or recommended yet"), cell(), cell(), cell())
    by = "Chosen by marketing" if line.settled else "Recommended by IT, not chosen yet"
    return (
        cell(f"{option.letter}. {option.name}", by),
        cell(money_points(option.one_off, currency) or "Not stated yet"),
        cell(money_points(option.yearly, currency) or "Not stated yet"),
        cell(weeks_points(option.weeks) or "Not stated yet"),
    )


def _left_out(plan: Plan) -> list[Block]:
    if not plan.unpriced:
        return []
    names = listed(tuple(f"UC{number}" for number in plan.unpriced))
    return [para(bold("Not in these totals: "), f"{names}, which no priced option stands for yet.", style="unstated")]


def _picked(plan: Plan) -> list[tuple[PlanLine, Option]]:
    return [(line, line.option) for line in plan.lines if line.option and line.option.priced]


def _money(project: Project, plan: Plan) -> list[Block]:
    costs = [e for _, o in _picked(plan) for e in (o.one_off, o.yearly) if e is not None]
    first_year = total(costs)
    text = f"One-off cost and the first year together: {money_range(first_year, project.currency)}."
    verdict = _against_budget(first_year, project)
    together = _major(first_year, project.currency)
    bars = [_bar(project.currency, f"UC{line.use_case}", option) for line, option in _picked(plan)]
    chart = Chart(
        title="One-off cost and the first year, against the budget",
        unit=project.currency,
        rows=(*bars, ("Together", *together)),
        limit=("Budget", major(project.budget, project.currency)) if project.budget is not None else None,
        alt=f"{text} {verdict}",
    )
    return [para(bold(text), f" {verdict}"), chart]


def _bar(currency: str, label: str, option: Option) -> tuple[str, float, float, float]:
    spread = total(e for e in (option.one_off, option.yearly) if e is not None)
    return (label, *_major(spread, currency))


def _major(spread: Range, currency: str) -> tuple[float, float, float]:
    return (major(spread.low, currency), major(spread.expected, currency), major(spread.high, currency))


def _against_budget(asked: Range, project: Project) -> str:
    if project.budget is None:
        return f"Not stated yet: {speaker(project, 'marketing')} should say the budget."
    budget = money(project.budget, project.currency)
    if asked.high <= project.budget:
        return f"That fits the budget of {budget}, even at the upper end."
    if asked.expected <= project.budget:
        return f"The expected cost fits the budget of {budget}; the upper end does not."
    above = whole(asked.expected - project.budget, project.currency)
    return f"That is {money(above, project.currency)} above the budget of {budget}."


def _time(project: Project, plan: Plan, weeks: ThreePoint, prepared_on: date) -> list[Block]:
    left = (project.deadline - prepared_on).days // _DAYS_A_WEEK if project.deadline else None
    text = f"Time to first use of the slowest use case: {weeks_points(weeks)}."
    verdict = _against_deadline(weeks, project, left)
    chart = Chart(
        title="Weeks from the start of work to first use, against the deadline",
        unit="weeks",
        rows=tuple(
            (f"UC{line.use_case}", float(o.weeks.optimistic), float(o.weeks.likely), float(o.weeks.pessimistic))
            for line, o in _picked(plan)
            if o.weeks
        ),
        limit=("Deadline", float(left)) if left is not None and left > 0 else None,
        alt=f"{text} {verdict}",
    )
    return [para(bold(text), f" {verdict}"), chart]


def _against_deadline(weeks: ThreePoint, project: Project, left: int | None) -> str:
    if project.deadline is None or left is None:
        return f"Not stated yet: {speaker(project, 'marketing')} should say the deadline."
    if left <= 0:
        return f"The deadline of {day(project.deadline)} has passed."
    frame = f"{count(left, 'week')} remain until the deadline of {day(project.deadline)}"
    if weeks.pessimistic <= left:
        return f"{frame}: it fits, even in the pessimistic case, if work starts now."
    if weeks.likely <= left:
        return f"{frame}: the likely case fits if work starts now, the pessimistic one does not."
    return f"{frame}: the likely case is {number(weeks.likely - left)} weeks too late."
