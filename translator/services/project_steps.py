"""How far each use case of a project has come, and which side it waits for; from counts, without reading any text.

In: ids of projects. Out: one Step a use case. Five queries, whatever the number of projects.
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

    @property
    def ref(self) -> str:
        """Return the short name used in ids, pages and documents: UC2."""
        return f"UC{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Hold the steps of one project; `open_questions` counts the project's own as well."""

    steps: tuple[Step, ...]
    open_questions: int

    @property
    def status(self) -> str:
        """Return where the project stands: where the use case stands that is furthest behind."""
        return min((step.stage for step in self.steps), key=_ORDER.index, default=Stage.DESCRIBE).value

    @property
    def waits_for(self) -> str:
        """Return the side that has the next move; IT when both have one, because it waits for fewer people."""
        sides = {step.stage.waits_for for step in self.steps} if self.steps else {"marketing"}
        return next((side for side in ("it", "marketing") if side in sides), "")


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
        pid: Progress(steps=tuple(found), open_questions=counts.open[pid, 0] + sum(s.open_questions for s in found))
        for pid, found in steps.items()
    }


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
    )


def _stage(case: Any, counts: Counts) -> Stage:
    if counts.chosen[case.id]:
        return Stage.CHOSEN
    if counts.priced[case.id]:
        return Stage.CHOOSE
    if case.asked or counts.options[case.id]:
        return Stage.WITH_IT
    return Stage.ANSWER if case.told else Stage.DESCRIBE
