"""Sharing in the store: the requirements of all use cases, as they were last drafted, and what stands for them.

In: an open project whose use cases' rows are up to date. Out: drafts of the project's own, and the mark on each row
that one of them covers. No narrative is read: what a row remembers is enough.
"""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from translator.core.bank.model import Bank
from translator.core.requirements.follow import follow
from translator.core.requirements.model import Draft, Requirement, Status
from translator.core.requirements.shared import cover, covering, share
from translator.services.gather import use_cases_of
from translator.storage import tables
from translator.storage.requirement_mapping import edit_from

Rows = Sequence[tables.Requirement]


def shared_drafts(session: Session, bank: Bank, project: tables.Project) -> tuple[Draft, ...]:
    """Draft what the use cases of a project have in common; deleted ones are left out."""
    return share(bank, remembered(session, project)) if bank.sharing else ()


def remembered(session: Session, project: tables.Project) -> tuple[Requirement, ...]:
    """Return the requirements of all use cases as the store remembers them."""
    return as_stored(_rows(session, project))


def as_stored(rows: Rows) -> tuple[Requirement, ...]:
    """Return the requirements of some rows, as they were last drafted."""
    edits = [edit_from(row) for row in rows]
    return follow((e.last for e in edits if e.last is not None and e.status is not Status.WITHDRAWN), edits)


def shared_in(rows: Rows) -> tuple[Draft, ...]:
    """Return the drafts of shared requirements that the project's own rows remember and that still stand."""
    edits = (edit_from(row) for row in rows)
    return tuple(e.last for e in edits if e.last is not None and e.last.shares and e.status is not Status.WITHDRAWN)


def shared_lines(session: Session, project: tables.Project) -> tuple[Requirement, ...]:
    """Return the lines that stand for several use cases, as the store remembers them."""
    table = tables.Requirement
    own = session.scalars(select(table).where(table.project_id == project.id, table.scope == 0)).all()
    return tuple(line for line in as_stored(own) if line.shares)


def mark_covered(session: Session, project: tables.Project) -> None:
    """Note on each row of a use case which shared requirement stands for it; call it after those are stored."""
    table = tables.Requirement
    own = session.scalars(select(table).where(table.project_id == project.id, table.scope == 0)).all()
    rows = _rows(session, project)
    marks = {(r.use_case, r.key): r.covered_by for r in cover(as_stored(rows), covering(as_stored(own)))}
    for row in rows:
        mark = marks[row.scope, row.key]
        if (row.covered_by or "") != mark:
            # The line itself did not change: its version stays, and nobody who works on it gets a conflict.
            statement = update(table).where(table.id == row.id).values(covered_by=mark or None, version=row.version)
            session.execute(statement, execution_options={"synchronize_session": False})
            set_committed_value(row, "covered_by", mark or None)


def _rows(session: Session, project: tables.Project) -> Rows:
    table = tables.Requirement
    there = [case.number for case in use_cases_of(session, project)]
    query = select(table).where(table.project_id == project.id, table.scope.in_(there))
    return session.scalars(query.order_by(table.scope, table.id)).all()
