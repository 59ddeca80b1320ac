"""How many answers, open questions, requirements and options there are, by use case; from the rows.

In: ids of projects and of use cases. Out: Counts.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from translator.core.answers import AnswerState
from translator.core.requirements.model import Status
from translator.services.question_sides import count_by_side
from translator.storage.option_mapping import chosen_from
from translator.storage.tables import Answer, AskedQuestion, Feasibility, Option, Requirement

_GONE = (Status.DROPPED.value, Status.WITHDRAWN.value)
Place = tuple[str, int]


def count(session: Session, ids: Sequence[str], cases: Sequence[int]) -> "Counts":
    """Count what belongs to these projects and to these use cases; deleted options count for nothing."""
    counts = Counts()
    _count_answers(session, ids, counts)
    _count_requirements(session, ids, counts)
    _count_options(session, cases, counts)
    counts.waiting = count_by_side(session, ids)
    return counts


@dataclass(slots=True)
class Counts:
    """Hold counts by (project, scope), and those of options by the use case's row id.

    `moved` counts options that changed since marketing chose them; `waiting` open questions by the side they wait for.
    """

    answered: Counter[Place] = field(default_factory=Counter)
    open: Counter[Place] = field(default_factory=Counter)
    requirements: Counter[Place] = field(default_factory=Counter)
    accepted: Counter[Place] = field(default_factory=Counter)
    judged: Counter[Place] = field(default_factory=Counter)
    options: Counter[int] = field(default_factory=Counter)
    priced: Counter[int] = field(default_factory=Counter)
    chosen: Counter[int] = field(default_factory=Counter)
    moved: Counter[int] = field(default_factory=Counter)
    waiting: Counter[tuple[str, int, str]] = field(default_factory=Counter)


def _count_answers(session: Session, ids: Sequence[str], counts: Counts) -> None:
    answers = select(Answer.project_id, Answer.scope, Answer.state, func.count()).where(Answer.project_id.in_(ids))
    for pid, scope, state, many in session.execute(answers.group_by(Answer.project_id, Answer.scope, Answer.state)):
        if state == AnswerState.UNKNOWN:
            counts.open[pid, scope] += many
        elif state != AnswerState.SKIPPED:
            counts.answered[pid, scope] += many
    asked = select(AskedQuestion.project_id, AskedQuestion.scope, func.count()).where(
        AskedQuestion.project_id.in_(ids), AskedQuestion.answer == ""
    )
    for pid, scope, many in session.execute(asked.group_by(AskedQuestion.project_id, AskedQuestion.scope)):
        counts.open[pid, scope] += many


def _count_requirements(session: Session, ids: Sequence[str], counts: Counts) -> None:
    line = Requirement
    query = (
        select(line.project_id, line.scope, line.status, func.count(), func.count(Feasibility.id))
        .outerjoin(Feasibility, Feasibility.requirement_id == line.id)
        .where(line.project_id.in_(ids), line.status.not_in(_GONE))
        .group_by(line.project_id, line.scope, line.status)
    )
    for pid, scope, status, many, judged in session.execute(query):
        counts.requirements[pid, scope] += many
        counts.judged[pid, scope] += judged
        if status != Status.DRAFTED:
            counts.accepted[pid, scope] += many


def _count_options(session: Session, cases: Sequence[int], counts: Counts) -> None:
    priced = Option.one_off.is_not(None) & Option.yearly.is_not(None) & Option.weeks.is_not(None)
    query = select(Option.use_case_id, priced, Option.chosen).where(
        Option.use_case_id.in_(cases), Option.deleted_at.is_(None)
    )
    for case, is_priced, is_chosen in session.execute(query):
        counts.options[case] += 1
        counts.priced[case] += bool(is_priced)
        counts.chosen[case] += bool(is_chosen)
    chosen = select(Option).where(Option.use_case_id.in_(cases), Option.chosen, Option.deleted_at.is_(None))
    for option in session.scalars(chosen):
        counts.moved[option.use_case_id] += chosen_from(option) is not None
