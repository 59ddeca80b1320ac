"""Start a project: the row, its first member, and the first line of its history."""

import secrets
from typing import Any

from sqlalchemy.orm import Session

from translator.services.bank_versions import latest, name_of
from translator.services.desk import Desk, Person
from translator.services.history import record
from translator.storage.tables import Membership, Project

CURRENCY = "EUR"


def start_project(
    session: Session, desk: Desk, who: Person, name: str, *, sample: bool = False, **facts: Any
) -> Project:
    """Add a project that this person leads on both sides; `facts` are columns of the project. It flushes."""
    now = desk.now()
    values = {"currency": CURRENCY, "bank_version": name_of(desk.house or desk.bank, latest(session)), **facts}
    project = Project(id=secrets.token_hex(8), name=name, sample=sample, created_at=now, updated_at=now, **values)
    session.add(project)
    session.flush()
    session.add(Membership(project_id=project.id, user_id=who.id, side="both", lead=True))
    session.flush()
    record(session, desk, who, project, action="created", subject="project", subject_id=project.id)
    return project
