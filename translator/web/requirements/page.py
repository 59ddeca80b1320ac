"""What the requirements page shows, taken from the services' view: lines by category, and the words they quote.

In: a RequirementsView. Out: plain values for templates/requirements.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from translator.core.bank.model import Bank, Scope
from translator.core.requirements.model import Origin, Source, SourceKind, Verdict
from translator.core.terms import Category
from translator.services.lines import RequirementRow
from translator.services.requirements import RequirementsView
from translator.web.requirements.passages import Passage, anchor_of, passages
from translator.web.sifting import Sift, holds, sift

ORIGINS = {
    Origin.STATED: ("Stated", "It comes from words of the text."),
    Origin.DERIVED: ("Derived", "It follows from an answer."),
    Origin.STANDARD: ("Standard", "Every document of this kind needs it, whatever the text says."),
}
CATEGORIES = (
    (Category.FUNCTIONAL.value, "Functional", "What the system does."),
    (Category.DATA.value, "Data", "What it needs to know, from where and how fresh."),
    (
        Category.INFRASTRUCTURE.value,
        "Infrastructure",
        "What it runs on and connects to: speed, volume, security, operation.",
    ),
    (
        Category.SERVICES.value,
        "Vendor and services",
        "What surrounds it: plan, training, support, prices, the way out.",
    ),
)


# Above so many lines a category that asks for nothing any more starts closed.
_LONG = 60
SHOWS = (
    ("", "All"),
    ("look", "To look at"),
    ("remarks", "With a remark"),
    ("waits", "IT has not judged"),
    ("no", "IT says no, or only if"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Hold the lines of one category under its heading; `open` as the page starts."""

    name: str
    meaning: str
    rows: tuple[RequirementRow, ...]
    open: bool = True

    @property
    def to_look_at(self) -> int:
        """Return how many lines a person has to do something about."""
        return sum(row.to_look_at for row in self.rows)


def sifted(args: Mapping[str, str]) -> Sift[RequirementRow]:
    """Read which lines an address asks for."""
    tests = {"q": _says, "show": _shown, "category": lambda row, value: row.requirement.category.value == value}
    return sift(args, tests, show=[value for value, _ in SHOWS], category=[value for value, _, _ in CATEGORIES])


def groups(view: RequirementsView, chosen: Sift[RequirementRow], stays: str = "") -> tuple[Group, ...]:
    """Return the chosen lines that go into the document: functional, data, infrastructure, vendor and services.

    A category stays away only where the choice leaves nothing of it. `stays` is the row id of a line that somebody
    just did something to: it is shown whatever was chosen.
    """
    found = []
    for value, name, meaning in CATEGORIES:
        rows = tuple(row for row in view.of(Category(value)) if chosen.keeps(row) or stays == str(row.row_id))
        start_open = chosen.narrowed or len(view.rows) <= _LONG or any(row.to_look_at for row in rows)
        if rows or not chosen.narrowed:
            found.append(Group(name=name, meaning=meaning, rows=rows, open=start_open))
    return tuple(found)


def filters(view: RequirementsView, chosen: Sift[RequirementRow]) -> dict[str, Any]:
    """Return what the template of the filters needs."""
    categories = [("", "Every category"), *((value, name) for value, name, _ in CATEGORIES)]
    shown = [row for row in view.rows if chosen.keeps(row)]
    return {
        "sift": chosen,
        "shows": chosen.choices("show", SHOWS, view.rows),
        "categories": chosen.choices("category", categories, view.rows),
        "shown": len(shown),
        "elsewhere": view.to_look_at - sum(row.to_look_at for row in shown),
    }


def _shown(row: RequirementRow, show: str) -> bool:
    said = row.requirement.feasibility
    return {
        "look": row.to_look_at,
        "remarks": bool(row.findings),
        "waits": row.waits,
        "no": said is not None and said.verdict is not Verdict.YES,
    }[show]


def _says(row: RequirementRow, words: str) -> bool:
    r = row.requirement
    return holds(words, r.id, r.sentence, r.plain, r.fit)


def narrative_passages(narrative: str, rows: Iterable[RequirementRow]) -> tuple[Passage, ...]:
    """Cut the narrative where the live lines quote it."""
    quoted = (s.span for row in rows for s in row.requirement.trace if s.kind is SourceKind.WORDS and s.span)
    return passages(narrative, quoted)


def source_address(pid: str, number: int, source: Source, bank: Bank) -> str:
    """Return where a source can be looked at or changed; "" for a rule or a person's own hand."""
    number = source.use_case or number
    if source.use_case and source.kind is SourceKind.WORDS:
        return f"/projects/{pid}/use-cases/{number}/requirements"
    if source.kind is SourceKind.WORDS and source.span:
        return f"#{anchor_of(source.span)}"
    if source.kind is not SourceKind.ANSWER:
        return ""
    question = bank.question(source.ref)
    of_project = not number or (question is not None and question.scope is Scope.PROJECT)
    place = f"/projects/{pid}" if of_project else f"/projects/{pid}/use-cases/{number}"
    return f"{place}/answer/{source.ref}"
