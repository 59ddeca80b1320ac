"""What is left to say in projects: counted by the core, as the document counts it, and remembered while nothing moves.

In: ids of projects. Out: a Left for each project (scope 0) and each use case. A few queries, whatever the number of
projects; a narrative is read again only after it, its marks or an answer changed.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from translator.core.answers import AnswerSheet
from translator.core.bank.model import Bank, Scope
from translator.core.dossier import Work
from translator.core.left import Left, left_in
from translator.core.prompts import prompts_for
from translator.services.bank_of import Tailoring, tailoring_of
from translator.services.desk import Desk
from translator.services.follow import reading_of
from translator.services.gather import marks_of
from translator.storage.answer_mapping import sheet_from
from translator.storage.project_mapping import addition_from, rejection_from, use_case_from
from translator.storage.tables import Answer, AskedQuestion, UseCase

Place = tuple[str, int]


def left_of(session: Session, desk: Desk, ids: Sequence[str]) -> Mapping[Place, Left]:
    """Return what is left by (project, scope); scope 0 is the project itself. Deleted use cases count for nothing."""
    sheets = _sheets(session, ids)
    cases = session.scalars(select(UseCase).where(UseCase.project_id.in_(ids), UseCase.deleted_at.is_(None))).all()
    no, yes = marks_of(session, cases)
    asked = _asked(session, ids)
    settled = tailoring_of(session, ids)
    found = {(pid, 0): _left(desk, settled[pid], None, sheets[pid, 0]) for pid in ids}
    for case in cases:
        work = Work(
            use_case=use_case_from(case),
            answers=sheets[case.project_id, case.number],
            rejections=tuple(rejection_from(row) for row in no if row.use_case_id == case.id),
            additions=tuple(addition_from(row) for row in yes if row.use_case_id == case.id),
        )
        found[case.project_id, case.number] = _left(desk, settled[case.project_id], work, sheets[case.project_id, 0])
    return {place: replace(left, asked=asked[place]) for place, left in found.items()}


def _left(desk: Desk, settled: Tailoring, work: Work | None, above: AnswerSheet) -> Left:
    house = desk.house or desk.bank
    return desk.remembered.left((settled, work, above), lambda: _count(settled.cut(house), work, above))


def _count(bank: Bank, work: Work | None, above: AnswerSheet) -> Left:
    if work is None:
        return left_in(prompts_for(bank, Scope.PROJECT, None, above))
    return left_in(prompts_for(bank, Scope.USE_CASE, reading_of(bank, work), work.answers.merged(above)))


def _sheets(session: Session, ids: Sequence[str]) -> Mapping[Place, AnswerSheet]:
    rows: defaultdict[Place, list[Answer]] = defaultdict(list)
    for row in session.scalars(select(Answer).where(Answer.project_id.in_(ids)).order_by(Answer.id)):
        rows[row.project_id, row.scope].append(row)
    return defaultdict(AnswerSheet, {place: sheet_from(found) for place, found in rows.items()})


def _asked(session: Session, ids: Sequence[str]) -> Counter[Place]:
    asked = AskedQuestion
    query = select(asked.project_id, asked.scope, func.count()).where(asked.project_id.in_(ids), asked.answer == "")
    found = session.execute(query.group_by(asked.project_id, asked.scope))
    return Counter({(pid, scope): many for pid, scope, many in found})
