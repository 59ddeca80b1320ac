"""The history: who changed what, and when, written in the same transaction as the change itself.

Rows are only ever added; the database refuses anything else.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from translator.services.desk import Desk, Person
from translator.storage import tables

Values = Mapping[str, Any]


def snapshot(row: object, *fields: str) -> dict[str, Any]:
    """Return these fields of a row as values that JSON can hold (dates and moments as ISO 8601)."""
    return {field: _plain(getattr(row, field)) for field in fields}


def record(
    session: Session,
    desk: Desk,
    who: Person,
    project: tables.Project,
    *,
    action: str,
    subject: str,
    subject_id: str | int,
    before: Values | None = None,
    after: Values | None = None,
) -> None:
    """Add one line to the project's history, and say on the project that something changed now.

    `action` is a verb in the past ("saved", "rejected a signal"); `subject` and `subject_id` say of what ("use
    case", 2). Of `before` and `after` only the values that differ are kept.
    """
    now = desk.now()
    was, became = _differing(before, after)
    session.add(
        tables.History(
            project_id=project.id,
            at=now,
            person_id=who.id,
            person=who.name,
            action=action,
            subject=subject,
            subject_id=str(subject_id),
            before=was,
            after=became,
        )
    )
    touch(session, project, now)


def touch(session: Session, project: tables.Project, now: datetime) -> None:
    """Move the project's `updated_at`, and leave its version: its own facts did not change."""
    statement = update(tables.Project).where(tables.Project.id == project.id).values(updated_at=now)
    session.execute(statement, execution_options={"synchronize_session": False})
    set_committed_value(project, "updated_at", now)


def _differing(before: Values | None, after: Values | None) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    if before is None or after is None:
        return (None if before is None else dict(before)), (None if after is None else dict(after))
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return {key: before.get(key) for key in changed}, {key: after.get(key) for key in changed}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
