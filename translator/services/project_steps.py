"""How far each use case of a project has come, and which side it waits for; from counts, without reading any text.

In: ids of projects. Out: one Step a use case. A few queries, whatever the number of projects.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from translator.services.project_counts import Counts, count
from translator.storage.tables import UseCase


class Stage(StrEnum):
    """Name where a use case stands; the value is how the pages say it."""

    DESCRIBE = "to describe"
    ANSWER = "to answer"
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

    `answered` counts answers that say something, `open_questions` those nobody knows yet and those asked freely.
    `requirements` are the live ones; of these people `accepted` (or edited or added) some and IT `judged` some.
    `moved`: the option that marketing chose says something else now.
    """

    number: int
    title: str
    stage: Stage
    answered: int
    open_questions: int
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
    def ref(self) -> str:
        """Return the short name used in ids, pages and documents: UC2."""
        return f"UC{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Hold the steps of one project; `open_questions` counts the project's own as well.

    `for_marketing` and `for_it` count the open questions that wait for each side.
    """

    steps: tuple[Step, ...]
    open_questions: int
    for_marketing: int = 0
    for_it: int = 0

    @property
    def status(self) -> str:
        """Return where the project stands: where the use case stands that is furthest behind."""
        return min((step.stage for step in self.steps), key=_ORDER.index, default=Stage.DESCRIBE).value

    @property
    def waits_for(self) -> str:
        """Return the side that has the next move: "marketing", "it", "both", or "" for nobody.

        A use case waits for one side; so does every open question, which is why both may have to act at once.
        """
        sides = {side for step in self.steps for side in step.waits_for} if self.steps else {"marketing"}
        sides |= {side for side in ("marketing", "it") if self.questions_for(side)}
        return "both" if len(sides) > 1 else next(iter(sides), "")

    def questions_for(self, side: str) -> int:
        """Return how many open questions wait for a member of a side; a reader has none to answer."""
        return {
            "marketing": self.for_marketing,
            "it": self.for_it,
            "both": self.open_questions,
        }.get(side, 0)


def progress_of(session: Session, project_ids: Iterable[str]) -> dict[str, Progress]:
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
    counts = count(session, ids, [case.id for case in cases])
    steps: dict[str, list[Step]] = {pid: [] for pid in ids}
    for case in cases:
        steps[case.project_id].append(_step(case, counts))
    return {
        pid: Progress(
            steps=tuple(found),
            open_questions=counts.open[pid, 0] + sum(s.open_questions for s in found),
            for_marketing=_waiting(counts, pid, found, "marketing"),
            for_it=_waiting(counts, pid, found, "it"),
        )
        for pid, found in steps.items()
    }


def _waiting(counts: Counts, pid: str, steps: list[Step], side: str) -> int:
    return sum(counts.waiting[pid, scope, side] for scope in (0, *(step.number for step in steps)))


def _step(case: Any, counts: Counts) -> Step:
    place = (case.project_id, case.number)
    return Step(
        number=case.number,
        title=case.title,
        stage=_stage(case, counts),
        answered=counts.answered[place],
        open_questions=counts.open[place],
        requirements=counts.requirements[place],
        accepted=counts.accepted[place],
        judged=counts.judged[place],
        options=counts.options[case.id],
        priced=counts.priced[case.id],
        moved=counts.moved[case.id] > 0,
    )


def _stage(case: Any, counts: Counts) -> Stage:
    if counts.chosen[case.id]:
        return Stage.CHOSEN
    if counts.priced[case.id]:
        return Stage.CHOOSE
    if case.asked or counts.options[case.id]:
        return Stage.WITH_IT
    return Stage.ANSWER if case.told else Stage.DESCRIBE
