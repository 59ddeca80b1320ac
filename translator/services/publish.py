"""Publish: a project's shared document, on a page or as a file.

In: a project. Out: the Specification, or a file by its ending (docx, html, md, json). Everything is made from one
moment of the database; nothing is stored.
"""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.core.errors import InputError
from translator.core.pipeline import specify, translate
from translator.core.specification.figures import listed
from translator.core.specification.model import Specification
from translator.export import EXPORTERS
from translator.services.desk import Desk, Person
from translator.services.errand import reading
from translator.services.errors import NotFound
from translator.services.gather import dossier
from translator.storage import tables

__all__ = ["ExportedFile", "dossier", "export", "export_project", "file_name", "specification"]

_NAME_LENGTH = 60


class ExportedFile(NamedTuple):
    """Hold a file ready to be sent."""

    data: bytes
    media_type: str
    file_name: str


def specification(desk: Desk, who: Person, pid: str) -> Specification:
    """Return the shared document as it stands now; while something is missing it says DRAFT and what."""
    with reading(desk, who, pid) as errand:
        return _specification(desk, errand.session, errand.project)


def export(desk: Desk, who: Person, pid: str, ending: str) -> ExportedFile:
    """Return the shared document as a file; `ending` with or without its full stop. Raise InputError for another."""
    kind = _kind(ending)
    with reading(desk, who, pid) as errand:
        written = _specification(desk, errand.session, errand.project)
        name = file_name(errand.project.name, desk.today, kind)
    write, media_type = EXPORTERS[kind]
    return ExportedFile(write(written), media_type, name)


def export_project(desk: Desk, pid: str, ending: str) -> bytes:
    """Return a project's document for whoever runs the machine; raise NotFound for none or a deleted one."""
    kind = _kind(ending)
    with desk.db.reading() as session:
        project = tables.Project
        query = select(project).where(project.id == pid, project.deleted_at.is_(None))
        found = session.scalars(query).one_or_none()
        if found is None:
            raise NotFound
        written = _specification(desk, session, found)
    return EXPORTERS[kind][0](written)


def file_name(name: str, today: date, ending: str) -> str:
    """Return a file name that every system takes: "winter-offers-specification-2026-11-21.docx"."""
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    stem = "-".join(kept.split())[:_NAME_LENGTH].strip("-") or "project"
    return f"{stem}-specification-{today.isoformat()}.{ending}"


def _specification(desk: Desk, session: Session, project: tables.Project) -> Specification:
    return specify(desk.bank, translate(desk.bank, dossier(session, project)), desk.today)


def _kind(ending: str) -> str:
    kind = ending.removeprefix(".").casefold()
    if kind not in EXPORTERS:
        raise InputError(f"The document can be written as {listed(tuple(EXPORTERS))}.", "ending")
    return kind
