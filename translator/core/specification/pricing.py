"""Chapter on prices: the forms that every bidder fills in, so that offers compare line by line.

Step 10. In: the project's currency, contract length, use cases and figures. Out: forms with empty cells.
"""

import math

from translator.core.answers import Answer
from translator.core.bank.condition import SECONDS
from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.specification.compose import Words, link, note, para, section, table
from translator.core.specification.model import Block, Run, Section, Table
from translator.core.specification.said import answer_words

# The lines that quotes for marketing technology are usually split into; the same for everyone, so that they compare.
_LINES = (
    "Licence or subscription",
    "Set-up and configuration",
    "Integrations",
    "Data migration",
    "Training",
    "Support and service levels",
    "Care after go-live",
    "Travel and other expenses",
    "Return of the data at the end of the contract",
)
_STEPS = (
    ("People in the records", "total_people"),
    ("Purchases, visits and clicks a month", "events_month"),
    ("Messages a month", ""),
    ("Users", "staff_users"),
    ("Room for files", "room"),
)
_ROLES = ("Project manager", "Consultant", "Developer", "Trainer", "Support")
_USUAL_YEARS, _MOST_YEARS = 3, 5
_ROOM = 68
_FORM = "For the bidder to fill in; the same form for everyone. These lines are standard for this kind of document."


def pricing_chapter(bank: Bank, translation: Translation) -> Section:
    """Lay out the forms: the total by year, each use case, each step of growth, and the rates for a day of work."""
    rules = (
        f"All prices in {translation.dossier.project.currency}, without tax, expenses included; a price that is left "
        "open counts as included."
    )
    blocks: list[Block] = [para(_FORM, " ", rules, style="note"), _total(translation)]
    if len(translation.chapters) > 1:
        blocks.append(_by_use_case(translation))
    return section("pricing", "Pricing form", *blocks, _growth(bank, translation), _rates())


def _total(translation: Translation) -> Table:
    years = _years(translation.answers.get("contract"))
    each = _ROOM // (years + 2)
    widths = (100 - each * (years + 2), *(each,) * (years + 2))
    head = ("Line", "One-off", *(f"Year {n + 1}" for n in range(years)), "Basis")
    rows = ((line, *("",) * (years + 2)) for line in (*_LINES, "Total"))
    return table("Pricing form, to be filled in by the bidder", head, widths, rows, form=True)


def _years(contract: Answer | None) -> int:
    """Return the years to price: the first term of the contract, rounded up; three while nobody has said it."""
    if contract is None or not contract.known or contract.number is None:
        return _USUAL_YEARS
    years = contract.number * SECONDS.get(contract.unit, SECONDS["year"]) / SECONDS["year"]
    return min(max(1, math.ceil(years)), _MOST_YEARS)


def _by_use_case(translation: Translation) -> Table:
    rows: list[tuple[Words, ...]] = [
        ((link(f"use-case-{c.work.use_case.number}", c.work.use_case.ref), f" {c.work.use_case.title}"), "", "", "")
        for c in translation.chapters
    ]
    rows.append(("What all use cases need together", "", "", ""))
    head = "Use case | One-off | A year | Weeks to first use"
    return table("What each use case costs", head, (46, 18, 18, 18), rows, form=True)


def _growth(bank: Bank, translation: Translation) -> Table:
    rows = (((name, _today(bank, translation, asked)), "", "", "") for name, asked in _STEPS)
    head = "What is counted | In the price | Next step | Price of the step"
    return table("What growing costs", head, (46, 18, 18, 18), rows, form=True)


def _today(bank: Bank, translation: Translation, question_id: str) -> Run:
    question, answer = bank.question(question_id), translation.answers.get(question_id)
    if question is None or answer is None or not answer.known:
        return note("")
    return note(f"  today {answer_words(question, answer)}")


def _rates() -> Table:
    rows = ((role, "", "", "") for role in _ROLES)
    return table(
        "What a day of work costs", "Role | Rate a day | Days in this bid | On site or away", (46, 18, 18, 18), rows,
        form=True,
    )  # fmt: skip
