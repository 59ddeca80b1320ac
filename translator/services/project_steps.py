"""How far each use case of a project has come, and which side it waits for.

In: ids of projects. Out: one Step a use case. A few queries, whatever the number of projects.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from translator.core.left import Left
from translator.core.specification.missing import OPTIONS_NEEDED
from translator.services.desk import Desk
from translator.services.left import left_of
from translator.services.project_counts import Counts, Place, count
from translator.storage.tables import Project, UseCase


class Stage(StrEnum):
    """Name where a use case stands; the value is how the pages say it."""

    DESCRIBE = "to describe"
    ANSWER = "to answer"
    ASK = "to ask IT"
    WITH_IT = "with IT"
    CHOOSE = "to choose"
    CHOSEN = "chosen"

    @property
    def waits_for(self) -> str:
        """Return the side that has the next move: "marketing", "it", or "" for nobody."""
        return {Stage.WITH_IT: "it", Stage.CHOSEN: ""}.get(self, "marketing")


_ORDER = tuple(Stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Hold how far one use case has come.

    `answered` counts answers that say something, `left` what is missing, to be confirmed and open. `requirements` are
    the live ones; of these people `accepted` (or edited or added) some and IT `judged` some as they stand now.
    `moved`: the option that marketing chose says something else now.
    """

    number: int
    title: str
    stage: Stage
    answered: int
    left: Left
    requirements: int
    accepted: int
    judged: int
    options: int
    priced: int
    moved: bool = False

    @property
    def waits_for(self) -> frozenset[str]:
        """Return the sides that have something to do: that of the stage, and marketing when its choice changed."""
        return frozenset({self.stage.waits_for, "marketing" if self.moved else ""} - {""})

    @property
    def open_questions(self) -> int:
        """Return how many questions nobody knows yet, or were asked freely."""
        return self.left.open_questions

    @property
    def ref(self) -> str:
        """Return the short name used in ids, pages and documents: UC2."""
        return f"UC{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Hold the steps of one project, and what is `left` to say for the whole of it.

    `facts_missing`: one of the three questions, the budget or the deadline is blank. `to_judge`: shared requirements
    that IT was asked about and has not judged. `for_marketing` and `for_it` count the open questions of each side.
    """

    steps: tuple[Step, ...]
    left: Left
    facts_missing: bool
    to_judge: int
    for_marketing: int = 0
    for_it: int = 0

    @property
    def open_questions(self) -> int:
        """Return how many questions are open, in the project and in its use cases."""
        return self.left.open_questions + sum(step.open_questions for step in self.steps)

    @property
    def needed(self) -> int:
        """Return how many needed answers are missing, in the project and in its use cases."""
        return self.left.needed + sum(step.left.needed for step in self.steps)

    @property
    def to_confirm(self) -> int:
        """Return how many answers were read in a text and wait to be confirmed."""
        return sum(step.left.to_confirm for step in self.steps)

    @property
    def status(self) -> str:
        """Return where the project stands: where the use case stands that is furthest behind."""
        return min((step.stage for step in self.steps), key=_ORDER.index, default=Stage.DESCRIBE).value

    @property
    def waits_for(self) -> str:
        """Return the side that has the next move: "marketing", "it", "both", or "" for nobody.

        A use case waits for one side; so does every open question, which is why both may have to act at once.
        Nobody has to act only when the document lacks nothing.
        """
        sides = {side for step in self.steps for side in step.waits_for} if self.steps else {"marketing"}
        sides |= {"marketing"} if self.left.for_marketing or self.facts_missing else set()
        sides |= {"it"} if self.to_judge else set()
        sides |= {side for side in ("marketing", "it") if self.questions_for(side)}
        return "both" if len(sides) > 1 else next(iter(sides), "")

    def questions_for(self, side: str) -> int:
        """Return how many open questions wait for a member of a side; a reader has none to answer."""
        return {
            "marketing": self.for_marketing,
            "it": self.for_it,
            "both": self.open_questions,
        }.get(side, 0)


def progress_of(session: Session, desk: Desk, project_ids: Iterable[str]) -> dict[str, Progress]:
    """Return the progress of each project; deleted use cases and options count for nothing."""
    ids = tuple(project_ids)
    cases = session.execute(
        select(
            UseCase.id,
            UseCase.project_id,
            UseCase.number,
            UseCase.title,
            UseCase.asked_it_at.is_not(None).label("asked"),
            (func.trim(UseCase.narrative) != "").label("told"),
        )
        .where(UseCase.project_id.in_(ids), UseCase.deleted_at.is_(None))
        .order_by(UseCase.number)
    ).all()
    left = left_of(session, desk, ids)
    counts = count(session, ids, [case.id for case in cases], left)
    steps: dict[str, list[Step]] = {pid: [] for pid in ids}
    for case in cases:
        steps[case.project_id].append(_step(case, counts, left))
    asked = {case.project_id for case in cases if case.asked}
    silent = _without_facts(session, ids)
    return {
        pid: Progress(
            steps=tuple(found),
            left=left[pid, 0],
            facts_missing=pid in silent,
            to_judge=counts.to_judge(pid, 0) if pid in asked else 0,
            for_marketing=_waiting(counts, pid, found, "marketing"),
            for_it=_waiting(counts, pid, found, "it"),
        )
        for pid, found in steps.items()
    }


def _without_facts(session: Session, ids: Sequence[str]) -> set[str]:
    blank = [func.trim(text) == "" for text in (Project.problem, Project.success, Project.proof)]
    query = select(Project.id).where(or_(*blank, Project.budget.is_(None), Project.deadline.is_(None)))
    return set(session.scalars(query.where(Project.id.in_(ids))))


def _waiting(counts: Counts, pid: str, steps: list[Step], side: str) -> int:
    return sum(counts.waiting[pid, scope, side] for scope in (0, *(step.number for step in steps)))


def _step(case: Any, counts: Counts, left: Mapping[Place, Left]) -> Step:
    place = (case.project_id, case.number)
    return Step(
        number=case.number,
        title=case.title,
        stage=_stage(case, counts, left[place]),
        answered=counts.answered[place],
        left=left[place],
        requirements=counts.requirements[place],
        accepted=counts.accepted[place],
        judged=counts.judged[place],
        options=counts.options[case.id],
        priced=counts.priced[case.id],
        moved=counts.moved[case.id] > 0,
    )


def _stage(case: Any, counts: Counts, left: Left) -> Stage:
    """Say what comes next: what only marketing can say, IT's word and prices once it was asked, marketing's choice."""
    if not case.told:
        return Stage.DESCRIBE
    if left.for_marketing:
        return Stage.ANSWER
    if not case.asked and not counts.options[case.id]:
        return Stage.ASK
    if counts.to_judge(case.project_id, case.number) or counts.priced[case.id] < OPTIONS_NEEDED:
        return Stage.WITH_IT
    return Stage.CHOSEN if counts.chosen[case.id] else Stage.CHOOSE
