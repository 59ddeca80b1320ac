"""The money and time asked, as ranges, against budget and deadline: for marketing and IT alone."""

from datetime import date

from translator.core.dossier import Translation
from translator.core.estimates import Range, ThreePoint
from translator.core.options import Option
from translator.core.plan import Plan, PlanLine
from translator.core.project import Project
from translator.core.specification.compose import bold, cell, internal, link, para, section, speaker, table, unstated
from translator.core.specification.costs import Costs, cost_sentences, costs_of, first_year_of, plan_of
from translator.core.specification.figures import (
    count,
    day,
    listed,
    major,
    money_points,
    money_range,
    number,
    weeks_points,
)
from translator.core.specification.model import Block, Cell, Chart, Section, Table

_DAYS_A_WEEK = 7
_RULE = (
    "The rule: one-off cost plus the first year is held against the budget; three years stand beside it. Each estimate "
    "is optimistic / likely / pessimistic, by IT. Sums add the estimates as distributions (PERT): first the expected "
    "value, in brackets the range that holds four cases of five, both in three significant figures."
)


def money_in_short(translation: Translation) -> Block:
    """Say in one paragraph what it costs, how that stands to the budget, and how long it takes."""
    project, plan = translation.dossier.project, plan_of(translation)
    sentences = cost_sentences(costs_of(plan), project)
    if plan.weeks:
        sentences = (*sentences, f"Time to first use: {weeks_points(plan.weeks)}.")
    if not sentences:
        return internal(unstated("what it may cost, and IT what it will cost and take", "Marketing"))
    details = (" Details: ", link("money", "Money and time asked"), ".")
    return internal(para(bold("Money and time: "), " ".join(sentences), *details))


def time_in_short(translation: Translation) -> str:
    """Say how long the slowest use case takes; "" while nobody has estimated it."""
    weeks = plan_of(translation).weeks
    return f"IT estimates {weeks_points(weeks)} from the start of work to first use of the slowest use case." * bool(
        weeks
    )


def money_chapter(translation: Translation, prepared_on: date) -> Section:
    """Show what each use case's option costs and takes, the sums, and how they stand to budget and deadline."""
    project, plan = translation.dossier.project, plan_of(translation)
    costs = costs_of(plan)
    blocks: list[Block] = []
    if not costs.priced and plan.weeks is None:
        blocks.append(unstated("two or more priced options for each use case", speaker(project, "it")))
    else:
        blocks += [_lines(translation, plan, costs), *_left_out(costs), *_money(project, costs)]
        if plan.weeks:
            blocks += _time(project, plan, plan.weeks, prepared_on)
        blocks.append(para(_RULE, style="note"))
    return internal(section("money", "Money and time asked", *blocks))


def _lines(translation: Translation, plan: Plan, costs: Costs) -> Table:
    currency = translation.dossier.project.currency
    titles = {c.work.use_case.number: c.work.use_case.title for c in translation.chapters}
    rows = [
        (cell(bold(f"UC{line.use_case}"), titles.get(line.use_case, "")), *_line(line, currency)) for line in plan.lines
    ]
    rows.append(
        (
            cell(bold("Together")),
            cell(""),
            cell(bold(money_range(costs.one_off, currency)) if costs.one_off else ""),
            cell(bold(money_range(costs.yearly, currency)) if costs.yearly else ""),
            cell(bold(weeks_points(plan.weeks)), "side by side") if plan.weeks else cell(""),
        )
    )
    head = "Use case | Option | One-off | A year | To first use"
    return table("What each use case asks for", head, (20, 19, 21, 21, 19), rows)


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


def _left_out(costs: Costs) -> list[Block]:
    if not costs.unpriced:
        return []
    names = listed(tuple(f"UC{use_case}" for use_case in costs.unpriced))
    text = f"{names}, for which one-off cost or yearly cost is not stated yet."
    return [para(bold("Not in these sums: "), text, style="unstated")]


def _money(project: Project, costs: Costs) -> list[Block]:
    sentences = cost_sentences(costs, project)
    if not sentences or costs.first_year is None:
        return []
    bars = [(f"UC{line.use_case}", *_major(first_year_of(o), project.currency)) for line, o in costs.priced]
    chart = Chart(
        title="One-off cost plus the first year, against the budget",
        unit=project.currency,
        rows=(*bars, ("Together", *_major(costs.first_year, project.currency))),
        limit=("Budget", major(project.budget, project.currency)) if project.budget is not None else None,
        alt=" ".join(sentences),
    )
    first, *others = sentences
    return [para(bold(first), f" {' '.join(others)}"), chart]


def _major(spread: Range, currency: str) -> tuple[float, float, float]:
    return (major(spread.low, currency), major(spread.expected, currency), major(spread.high, currency))


def _time(project: Project, plan: Plan, weeks: ThreePoint, prepared_on: date) -> list[Block]:
    left = (project.deadline - prepared_on).days // _DAYS_A_WEEK if project.deadline else None
    text = f"Time from the start of work to first use of the slowest use case: {weeks_points(weeks)}."
    verdict = _against_deadline(weeks, project, left)
    chart = Chart(
        title="Weeks from the start of work to first use, against the deadline",
        unit="weeks",
        rows=tuple(_weeks(line, line.option) for line in plan.lines if line.option and line.option.weeks),
        limit=("Deadline", float(left)) if left is not None and left > 0 else None,
        alt=f"{text} {verdict}",
    )
    return [para(bold(text), f" {verdict}"), chart]


def _weeks(line: PlanLine, option: Option) -> tuple[str, float, float, float]:
    weeks = option.weeks or ThreePoint(0, 0, 0)
    return (f"UC{line.use_case}", float(weeks.optimistic), float(weeks.likely), float(weeks.pessimistic))


def _against_deadline(weeks: ThreePoint, project: Project, left: int | None) -> str:
    if project.deadline is None or left is None:
        return f"Not stated yet: {speaker(project, 'marketing')} should say the deadline."
    if left <= 0:
        return f"The deadline of {day(project.deadline)} has passed."
    frame = f"{count(left, 'week')} remain until the deadline of {day(project.deadline)}"
    tender = "The time that the tender takes (questions, replies, award) is not in it and has to be added."
    if weeks.pessimistic <= left:
        return f"{frame}: work that starts now ends in time, also in the pessimistic case. {tender}"
    if weeks.likely <= left:
        return f"{frame}: work that starts now ends in time in the likely case, not in the pessimistic one. {tender}"
    return (
        f"{frame}: even if work starts now, the likely case is {number(weeks.likely - left)} weeks too late. {tender}"
    )
