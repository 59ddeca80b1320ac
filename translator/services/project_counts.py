"""How many answers, requirements and options there are, by use case; from the rows. What is left to say is in left.py.

In: ids of projects and of use cases. Out: Counts.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from translator.core.answers import AnswerState
from translator.core.left import Left
from translator.core.requirements.model import Status
from translator.services.question_sides import count_by_side
from translator.storage.option_mapping import chosen_from
from translator.storage.tables import Answer, Feasibility, Option, Requirement

_GONE = (Status.DROPPED.value, Status.WITHDRAWN.value)
Place = tuple[str, int]


def count(session: Session, ids: Sequence[str], cases: Sequence[int], left: Mapping[Place, Left]) -> "Counts":
    """Count what belongs to these projects and to these use cases; deleted options count for nothing.

    Of the questions that nobody knows, those count that are among what is `left`.
    """
    counts = Counts()
    _count_answers(session, ids, counts)
    _count_requirements(session, ids, counts)
    _count_options(session, cases, counts)
    counts.waiting = count_by_side(session, ids, left)
    return counts


@dataclass(slots=True)
class Counts:
    """Hold counts by (project, scope), and those of options by the use case's row id.

    `judged` counts requirements whose sentence and measure IT judged as they stand now. `moved` counts options that
    changed since marketing chose them; `waiting` open questions by the side they wait for.
    """

    answered: Counter[Place] = field(default_factory=Counter)
    requirements: Counter[Place] = field(default_factory=Counter)
    accepted: Counter[Place] = field(default_factory=Counter)
    judged: Counter[Place] = field(default_factory=Counter)
    options: Counter[int] = field(default_factory=Counter)
    priced: Counter[int] = field(default_factory=Counter)
    chosen: Counter[int] = field(default_factory=Counter)
    moved: Counter[int] = field(default_factory=Counter)
    waiting: Counter[tuple[str, int, str]] = field(default_factory=Counter)

    def to_judge(self, pid: str, scope: int) -> int:
        """Return how many requirements of a scope wait for IT's word, or for it anew."""
        return self.requirements[pid, scope] - self.judged[pid, scope]


def _count_answers(session: Session, ids: Sequence[str], counts: Counts) -> None:
    silent = (AnswerState.UNKNOWN.value, AnswerState.SKIPPED.value)
    answers = select(Answer.project_id, Answer.scope, func.count())
    answers = answers.where(Answer.project_id.in_(ids), Answer.state.not_in(silent))
    for pid, scope, many in session.execute(answers.group_by(Answer.project_id, Answer.scope)):
        counts.answered[pid, scope] += many


def _count_requirements(session: Session, ids: Sequence[str], counts: Counts) -> None:
    line, word = Requirement, Feasibility
    sentence = func.coalesce(line.sentence, line.last_draft["sentence"].as_string(), "")
    fit = func.coalesce(line.fit, line.last_draft["fit"].as_string(), "")
    # The rule of core.requirements.follow, in SQL: IT's word counts while it is about today's sentence and measure.
    today = (word.about == sentence) & (word.about_fit.is_(None) | (word.about_fit == fit))
    query = (
        select(line.project_id, line.scope, line.status, func.count(), func.count(word.id).filter(today))
        .outerjoin(word, word.requirement_id == line.id)
        .where(line.project_id.in_(ids), line.status.not_in(_GONE), line.covered_by.is_(None))
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
