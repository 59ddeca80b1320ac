"""Copy a project with everything below it: texts, answers, requirements, IT's word, options, decisions, terms.

In: a project that the person can see. Out: a new one of their own. Members, invitations and history stay behind.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from translator.services.access import Right, open_project
from translator.services.desk import Desk, Person
from translator.services.entrance import LINE_LIMIT
from translator.services.gather import price_rows, rows_of, ruled_out_of, terms_of, use_cases_of, values_of
from translator.services.history import record
from translator.services.once import made_once
from translator.services.project_start import start_project
from translator.storage import tables
from translator.storage.columns import Base

_FACTS = ("objective", "problem", "success", "proof", "currency", "budget", "deadline", "bank_version")
_OF_USE_CASE = (tables.Rejection, tables.Addition, tables.Option)

_OfProject = tables.Answer | tables.AskedQuestion | tables.Decision
Row = TypeVar("Row", bound=Base)


def copy_project(desk: Desk, who: Person, pid: str, *, once: str = "") -> str:
    """Copy a project; return the new one's id. Whoever copies leads both sides of the copy, and is alone in it.

    A reader may not: they could take texts and prices to where nobody of this project sees them or can take them back.
    `once` names the form that asked for it: sent again, it gets the same copy.
    """
    with desk.db.writing() as session:
        source = open_project(session, who, pid, Right.COPY)
        return made_once(session, desk, who, once, lambda: _copy(session, desk, who, source))


def _copy(session: Session, desk: Desk, who: Person, source: tables.Project) -> str:
    facts = {name: getattr(source, name) for name in _FACTS}
    copy = start_project(session, desk, who, f"Copy of {source.name}"[:LINE_LIMIT], **facts)
    cases = _copy_use_cases(session, source, copy)
    session.add_all(_clone(row, project_id=copy.id) for row in _of_project(session, source) if row.scope in cases)
    for settled in (terms_of, ruled_out_of, values_of, price_rows):
        session.add_all(_clone(row, project_id=copy.id) for row in settled(session, source))
    _copy_requirements(session, source, copy, cases)
    session.flush()
    record(session, desk, who, copy, action="copied", subject="project", subject_id=copy.id)
    return copy.id


def _of_project(session: Session, project: tables.Project) -> Iterator[_OfProject]:
    yield from rows_of(session, tables.Answer, project)
    yield from rows_of(session, tables.AskedQuestion, project)
    yield from rows_of(session, tables.Decision, project)


def _copy_use_cases(session: Session, source: tables.Project, copy: tables.Project) -> frozenset[int]:
    """Copy the use cases that are not deleted, with their numbers; return all scopes of the copy, 0 among them."""
    found = use_cases_of(session, source)
    for case in found:
        twin = _clone(case, project_id=copy.id)
        session.add(twin)
        session.flush()
        for table in _OF_USE_CASE:
            for row in session.scalars(select(table).where(table.use_case_id == case.id)):
                session.add(_clone(row, use_case_id=twin.id))
    return frozenset({0, *(case.number for case in found)})


def _copy_requirements(session: Session, source: tables.Project, copy: tables.Project, scopes: frozenset[int]) -> None:
    for row in rows_of(session, tables.Requirement, source):
        if row.scope in scopes:
            twin = _clone(row, project_id=copy.id)
            twin.feasibility = None if row.feasibility is None else _clone(row.feasibility, requirement_id=None)
            session.add(twin)


def _clone(row: Row, **changes: Any) -> Row:
    """Return a new row with the same values; id and version are the new row's own."""
    columns = inspect(type(row)).column_attrs.keys()
    values = {name: getattr(row, name) for name in columns if name not in ("id", "version")}
    return type(row)(**{**values, **changes})
