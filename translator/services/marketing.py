"""What waits for marketing in one project: questions that are theirs to answer, choices that changed under them.

In: an open project. Out: a MarketingView. What waits for IT is in queue.py.
"""

from dataclasses import dataclass

from translator.core.options import Option
from translator.services.desk import Desk, Person
from translator.services.errand import reading
from translator.services.gather import options_of, use_cases_of
from translator.services.questions import OpenRow, open_rows
from translator.storage.option_mapping import chosen_from, option_from


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedChoice:
    """Hold an option that says something else now than when marketing chose it: as it stood, and as it is."""

    number: int
    title: str
    stood: Option
    now: Option


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketingView:
    """Hold what waits for marketing: open questions by due date, chosen options that changed."""

    questions: tuple[OpenRow, ...]
    moved: tuple[MovedChoice, ...]
    currency: str

    @property
    def waiting(self) -> int:
        """Return how many things wait."""
        return len(self.questions) + len(self.moved)


def for_marketing(desk: Desk, who: Person, pid: str) -> MarketingView:
    """Return what waits for the marketing side of a project; every member may look."""
    with reading(desk, who, pid) as errand:
        cases = {case.id: case for case in use_cases_of(errand.session, errand.project)}
        rows = options_of(errand.session, cases.values())
        moved = ((cases[row.use_case_id], chosen_from(row), option_from(row)) for row in rows)
        return MarketingView(
            questions=tuple(row for row in open_rows(errand) if "marketing" in row.sides),
            moved=tuple(
                MovedChoice(number=case.number, title=case.title, stood=stood, now=now)
                for case, stood, now in moved
                if stood
            ),
            currency=errand.project.currency,
        )
