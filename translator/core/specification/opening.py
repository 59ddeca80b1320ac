"""Chapters 1 and 2: what is asked at a glance, and how to read and answer the document."""

from collections import Counter

from translator.core.dossier import Translation
from translator.core.plan import Plan
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import bold, bullets, link, para, section, table, unstated
from translator.core.specification.figures import count, day, money, money_range, weeks_points
from translator.core.specification.model import Block, Prose, Section, Table
from translator.core.terms import Category, Priority

CATEGORY_TITLE = {
    Category.FUNCTIONAL: "Functional",
    Category.DATA: "Data",
    Category.INFRASTRUCTURE: "Technical (infrastructure)",
}

_MARKS = (
    (
        "Number",
        (
            "UC2-D-03 is the third data requirement of use case 2 (F functional, D data, I infrastructure). "
            "S-I-04 belongs to no single use case: all share it. A number is never given twice."
        ),
    ),
    (
        "Priority",
        (
            "Must: without it the result is not accepted. Should: important, a reasoned exception is possible. "
            "Could: welcome if it costs little. Won't: agreed to be left out this time."
        ),
    ),
    (
        "Origin",
        (
            "Stated: in marketing's own words. Derived: follows from an answer. "
            "Standard: every specification of this kind needs it."
        ),
    ),
    ("Fit criterion", "The test by which both sides will know that the requirement is met."),
    ("IT", "IT's verdict on feasibility: yes, yes if, or no, with its condition."),
    ("Not stated yet", "Nobody has said it so far; the text names who should."),
)


def summary(translation: Translation, live: tuple[Requirement, ...], plan: Plan) -> Section:
    """Say on one page what is asked for: objective, use cases, requirements by strength, money and time."""
    project = translation.dossier.project
    blocks: list[Block] = []
    if project.objective:
        blocks.append(Prose(project.objective, "lead"))
    cases = count(len(translation.chapters), "use case")
    blocks.append(para(f"This document asks for {cases} and {count(len(live), 'requirement')}."))
    blocks += [_use_cases(translation), _strength(live)] if translation.chapters else []
    blocks.append(_money_sentence(translation, plan))
    return section("summary", "Summary", *blocks)


def _use_cases(translation: Translation) -> Table:
    rows = (
        (
            (link(f"use-case-{c.work.use_case.number}", c.work.use_case.ref),),
            c.work.use_case.title or "Without a title",
            c.work.use_case.measure or "Not stated yet",
            count(sum(r.live for r in c.requirements), "requirement"),
        )
        for c in translation.chapters
    )
    return table("The use cases", "No. | Use case | Measure of success | Asks for", (9, 38, 33, 20), rows)


def _strength(live: tuple[Requirement, ...]) -> Table:
    counts = Counter((r.category, r.priority) for r in live)
    rows = ((CATEGORY_TITLE[category], *(f"{counts[category, p]:,}" for p in Priority)) for category in Category)
    return table(
        "Requirements by category and priority", "Category | Must | Should | Could | Won't", (40, 15, 15, 15, 15), rows
    )


def _money_sentence(translation: Translation, plan: Plan) -> Block:
    project = translation.dossier.project
    parts = []
    if plan.one_off and plan.yearly:
        parts.append(f"Expected cost: {money_range(plan.one_off, project.currency)} once")
        parts.append(f"and {money_range(plan.yearly, project.currency)} a year.")
    if plan.weeks:
        parts.append(f"Time to first use: {weeks_points(plan.weeks)}.")
    if project.budget is not None:
        parts.append(f"Budget: {money(project.budget, project.currency)}.")
    if project.deadline:
        parts.append(f"Deadline: {day(project.deadline)}.")
    if not parts:
        return unstated("what it may cost and when it is needed, and IT what it will cost and take", "Marketing")
    return para(" ".join(parts), " Details: ", link("money", "Money and time asked"), ".")


def instructions(translation: Translation) -> Section:
    """Say how the document is built, what its words and marks mean, and how a bidder replies."""
    return section("instructions", "How to read and answer this document", _reading(), _replying(translation))


def _reading() -> Section:
    return section(
        "reading",
        "Reading it",
        para(
            "Marketing described each use case in a few sentences; ",
            link("use-cases", "Use cases"),
            " repeats them word for word, with the words that count highlighted. Every requirement is drawn from "
            "these words, from an answer, or from a rule that holds for every specification, and ",
            link("trace", "Where each requirement comes from"),
            " shows which.",
        ),
        bullets((bold(f"{word}. "), meaning) for word, meaning in _MARKS),
    )


def _replying(translation: Translation) -> Section:
    members = translation.dossier.project.members
    leads = tuple(m for m in members if m.lead)
    contact = (
        table("Contacts", "Name | Speaks for", (60, 40), ((m.name, _side(m.side)) for m in leads))
        if leads
        else unstated("who answers bidders' questions", "Marketing and IT")
    )
    return section(
        "replying",
        "Replying to it",
        para("Bidders answer every requirement by its number with one of these words, and say how it is met:"),
        bullets(
            (
                (bold("Standard: "), "the product does it as delivered."),
                (bold("Configured: "), "it takes settings, no programming."),
                (bold("Custom: "), "it takes programming; name the effort."),
                (bold("Planned: "), "on the roadmap; name the release and its date."),
                (bold("Not provided."),),
            )
        ),
        para("These are the rules of this kind of document; the project may set others.", style="note"),
        contact,
        unstated("the dates for questions, replies, presentations and award", "Marketing and IT"),
    )


def _side(side: str) -> str:
    return {"marketing": "Marketing", "it": "IT", "both": "Marketing and IT"}.get(side, "Reader")
