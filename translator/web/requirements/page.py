"""What the requirements page shows, taken from the services' view: lines by category, and the words they quote.

In: a RequirementsView. Out: plain values for templates/requirements.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from translator.core.bank.model import Bank, Scope
from translator.core.requirements.model import Origin, Source, SourceKind
from translator.core.terms import Category
from translator.services.lines import RequirementRow
from translator.services.requirements import RequirementsView
from translator.web.requirements.passages import Passage, anchor_of, passages

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Hold the lines of one category under its heading."""

    name: str
    meaning: str
    rows: tuple[RequirementRow, ...]


def groups(view: RequirementsView) -> tuple[Group, ...]:
    """Return the lines that go into the document: functional, data, infrastructure, vendor and services."""
    return tuple(
        Group(name=name, meaning=meaning, rows=view.of(Category(value))) for value, name, meaning in CATEGORIES
    )


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
