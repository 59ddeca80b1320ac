"""Gather a project from its rows, ready for the way.

In: a session and a project's row that is open to the person. Out: a core Dossier, whole or of one use case. A few
queries, whatever the number of use cases.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.core.dossier import Dossier, Work
from translator.storage import tables
from translator.storage.agreement_tables import AgreedTerm, LevelPrice, RuledOutTopic, StandardValue
from translator.storage.answer_mapping import sheet_from
from translator.storage.option_mapping import option_from
from translator.storage.project_mapping import (
    addition_from,
    asked_from,
    decision_from,
    price_from,
    project_from,
    rejection_from,
    ruled_out_from,
    term_from,
    use_case_from,
)
from translator.storage.requirement_mapping import edit_from

Scoped = TypeVar("Scoped", tables.Answer, tables.Requirement, tables.AskedQuestion, tables.Decision)
OfUseCase = TypeVar("OfUseCase", tables.Rejection, tables.Addition, tables.Option)


def dossier(session: Session, project: tables.Project, number: int | None = None) -> Dossier:
    """Read a project's dossier; with `number`, only that use case beside what belongs to the whole project.

    Deleted use cases and options stay out; so do freely asked questions that were answered.
    """
    cases = use_cases_of(session, project, number)
    there = {0, *(case.number for case in cases)}
    scopes = None if number is None else {0, number}
    answers = rows_of(session, tables.Answer, project, scopes)
    edits = rows_of(session, tables.Requirement, project, scopes)
    asked = (row for row in rows_of(session, tables.AskedQuestion, project) if not row.answer)
    marked = marks_of(session, cases)
    options = options_of(session, cases)
    works = (_work(case, answers, edits, marked, options) for case in cases)
    return Dossier(
        project=project_from(project, members_of(session, project)),
        works=tuple(works),
        answers=sheet_from(_in_scope(answers, 0)),
        edits=tuple(edit_from(row) for row in _in_scope(edits, 0)),
        decisions=tuple(decision_from(d) for d in rows_of(session, tables.Decision, project) if d.scope in there),
        asked=tuple(asked_from(row) for row in asked if row.scope in there),
        terms=tuple(term_from(row) for row in terms_of(session, project)),
        ruled_out=tuple(ruled_out_from(row) for row in ruled_out_of(session, project)),
        prices=tuple(price_from(row) for row in price_rows(session, project)),
    )


def use_cases_of(session: Session, project: tables.Project, number: int | None = None) -> list[tables.UseCase]:
    """Return the use cases that are not deleted, in order of their number; with `number`, that one or none."""
    case = tables.UseCase
    query = select(case).where(case.project_id == project.id, case.deleted_at.is_(None)).order_by(case.number)
    if number is not None:
        query = query.where(case.number == number)
    return list(session.scalars(query))


def options_of(session: Session, cases: Iterable[tables.UseCase]) -> list[tables.Option]:
    """Return the options of these use cases that are not deleted, in order of their letters (A, B, ... Z, AA)."""
    option = tables.Option
    ids = [case.id for case in cases]
    found = session.scalars(select(option).where(option.use_case_id.in_(ids), option.deleted_at.is_(None)))
    return sorted(found, key=lambda row: (len(row.letter), row.letter))


def rows_of(
    session: Session, table: type[Scoped], project: tables.Project, scopes: Collection[int] | None = None
) -> list[Scoped]:
    """Return a project's rows of one table, the oldest first; with `scopes`, only theirs."""
    query = select(table).where(table.project_id == project.id).order_by(table.id)
    if scopes is not None:
        query = query.where(table.scope.in_(scopes))
    return list(session.scalars(query))


def terms_of(session: Session, project: tables.Project) -> list[AgreedTerm]:
    """Return the terms that a project worded itself or agreed to."""
    return list(session.scalars(select(AgreedTerm).where(AgreedTerm.project_id == project.id).order_by(AgreedTerm.key)))


def ruled_out_of(session: Session, project: tables.Project) -> list[RuledOutTopic]:
    """Return the topics that a project rules out, the oldest first."""
    row = RuledOutTopic
    return list(session.scalars(select(row).where(row.project_id == project.id).order_by(row.id)))


def values_of(session: Session, project: tables.Project) -> list[StandardValue]:
    """Return the standard values that IT set in a project, the oldest first."""
    row = StandardValue
    return list(session.scalars(select(row).where(row.project_id == project.id).order_by(row.id)))


def price_rows(session: Session, project: tables.Project) -> list[LevelPrice]:
    """Return what IT said that levels of shared needs cost, the oldest first."""
    query = select(LevelPrice).where(LevelPrice.project_id == project.id).order_by(LevelPrice.id)
    return list(session.scalars(query))


def members_of(session: Session, project: tables.Project) -> list[tables.Membership]:
    """Return the memberships of a project, the oldest first."""
    member = tables.Membership
    return list(session.scalars(select(member).where(member.project_id == project.id).order_by(member.id)))


def marks_of(
    session: Session, cases: Iterable[tables.UseCase]
) -> tuple[Sequence[tables.Rejection], Sequence[tables.Addition]]:
    """Return what people rejected and added in these use cases, each the oldest first."""
    ids = [case.id for case in cases]
    no, yes = tables.Rejection, tables.Addition
    return (
        session.scalars(select(no).where(no.use_case_id.in_(ids)).order_by(no.id)).all(),
        session.scalars(select(yes).where(yes.use_case_id.in_(ids)).order_by(yes.id)).all(),
    )


def _work(
    case: tables.UseCase,
    answers: Sequence[tables.Answer],
    edits: Sequence[tables.Requirement],
    marked: tuple[Sequence[tables.Rejection], Sequence[tables.Addition]],
    options: Sequence[tables.Option],
) -> Work:
    return Work(
        use_case=use_case_from(case),
        answers=sheet_from(_in_scope(answers, case.number)),
        rejections=tuple(rejection_from(row) for row in _of(marked[0], case)),
        additions=tuple(addition_from(row) for row in _of(marked[1], case)),
        edits=tuple(edit_from(row) for row in _in_scope(edits, case.number)),
        options=tuple(option_from(row) for row in _of(options, case)),
    )


def _in_scope(rows: Sequence[Scoped], scope: int) -> list[Scoped]:
    return [row for row in rows if row.scope == scope]


def _of(rows: Sequence[OfUseCase], case: tables.UseCase) -> list[OfUseCase]:
    return [row for row in rows if row.use_case_id == case.id]
