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
from translator.core.specification.editions import in_edition
from translator.core.specification.figures import listed
from translator.core.specification.model import Edition, Specification
from translator.export import EXPORTERS
from translator.services.bank_of import desk_of
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


def specification(desk: Desk, who: Person, pid: str, edition: str = Edition.WHOLE) -> Specification:
    """Return the shared document as it stands now; while something is missing it says DRAFT and what."""
    wanted = edition_named(edition)
    with reading(desk, who, pid) as errand:
        return in_edition(_specification(desk, errand.session, errand.project), wanted)


def export(desk: Desk, who: Person, pid: str, ending: str, edition: str = Edition.WHOLE) -> ExportedFile:
    """Return the shared document as a file; `ending` with or without its full stop.

    Raise InputError for another ending, or an edition that is none.
    """
    kind, wanted = _kind(ending), edition_named(edition)
    with reading(desk, who, pid) as errand:
        written = in_edition(_specification(desk, errand.session, errand.project), wanted)
        name = file_name(errand.project.name, desk.today, kind, wanted)
    write, media_type = EXPORTERS[kind]
    return ExportedFile(write(written), media_type, name)


def export_project(desk: Desk, pid: str, ending: str, edition: str = Edition.WHOLE) -> bytes:
    """Return a project's document for whoever runs the machine; raise NotFound for none or a deleted one."""
    kind, wanted = _kind(ending), edition_named(edition)
    with desk.db.reading() as session:
        project = tables.Project
        query = select(project).where(project.id == pid, project.deleted_at.is_(None))
        found = session.scalars(query).one_or_none()
        if found is None:
            raise NotFound
        written = in_edition(_specification(desk, session, found), wanted)
    return EXPORTERS[kind][0](written)


def file_name(name: str, today: date, ending: str, edition: Edition = Edition.WHOLE) -> str:
    """Return a file name that every system takes: "winter-offers-specification-2026-11-21.docx"."""
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    stem = "-".join(kept.split())[:_NAME_LENGTH].strip("-") or "project"
    what = "for-bidders" if edition is Edition.BIDDERS else "specification"
    return f"{stem}-{what}-{today.isoformat()}.{ending}"


def edition_named(name: str) -> Edition:
    """Return the edition of a name, "whole" or "bidders"; raise InputError for another."""
    if name not in set(Edition):
        raise InputError(f"The document has two editions: {listed(tuple(Edition))}.", "edition")
    return Edition(name)


def _specification(desk: Desk, session: Session, project: tables.Project) -> Specification:
    bank = desk_of(session, desk, project).bank
    return specify(bank, translate(bank, dossier(session, project)), desk.today)


def _kind(ending: str) -> str:
    kind = ending.removeprefix(".").casefold()
    if kind not in EXPORTERS:
        raise InputError(f"The document can be written as {listed(tuple(EXPORTERS))}.", "ending")
    return kind
