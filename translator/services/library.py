"""The library: use cases, answers and requirements kept for reuse, with where they come from.

In: what a person can see in one of their projects. Out: a copy of it that belongs to them, and to the whole house once
they share it; a project keeps what it took over even when the copy is deleted.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from translator.services.access import Right
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, writing
from translator.services.errors import NotAllowed, NotFound
from translator.services.library_content import answers_of, line_of, use_case_of
from translator.services.lines import line_for, requirement_row
from translator.services.versions import expect
from translator.storage.house_tables import LibraryItem

Kept = tuple[str, str, dict[str, Any], str]
"""Kind, own name, content and reference of what is kept."""
USE_CASE, ANSWERS, REQUIREMENT = KINDS = ("use case", "answers", "requirement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Hold one item of the library. `content` is what library_content.py wrote; `mine` tells who may change it."""

    id: str
    kind: str
    title: str
    about: str
    content: dict[str, Any]
    origin_project: str
    origin_ref: str
    saved_by: str
    at: datetime
    shared: bool
    mine: bool
    version: int

    @property
    def origin(self) -> str:
        """Return where it comes from, in words: "UC2 of Spring offers, kept by Ana"."""
        return f"{self.origin_ref} of {self.origin_project}, kept by {self.saved_by}"


def library(desk: Desk, who: Person, kind: str = "") -> tuple[Item, ...]:
    """Return what this person kept and what others share, the newest first; of one kind where one is named."""
    with desk.db.reading() as session:
        rows = session.scalars(_visible(who).order_by(LibraryItem.at.desc(), LibraryItem.id)).all()
        return tuple(_item(row, who) for row in rows if kind in ("", row.kind))


def item(desk: Desk, who: Person, item_id: str) -> Item:
    """Return one item. Raise NotFound when it is absent, or somebody else's and not shared."""
    with desk.db.reading() as session:
        return _item(row_of(session, who, item_id), who)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Say what to call what is kept; without a `title` it keeps its own name. `once` names the form."""

    title: str = ""
    about: str = ""
    once: str = ""


def keep_use_case(desk: Desk, who: Person, pid: str, number: int, label: Label = Label()) -> str:
    """Keep a use case with its text, its marks and its answers; return the item's id."""
    return _keep(desk, who, pid, label, lambda errand: (USE_CASE, *use_case_of(errand, number), f"UC{number}"))


def keep_answers(desk: Desk, who: Person, pid: str, scope: int, label: Label = Label()) -> str:
    """Keep the answers of a use case, or of the project (scope 0); return the item's id."""
    ref = f"UC{scope}" if scope else "Questions for the project"
    return _keep(desk, who, pid, label, lambda errand: (ANSWERS, *answers_of(errand, scope), ref))


def keep_requirement(desk: Desk, who: Person, pid: str, row_id: int, label: Label = Label()) -> str:
    """Keep one requirement as it stands; return the item's id."""

    def line(errand: Errand) -> Kept:
        row = requirement_row(errand.session, errand.project, row_id)
        found = line_for(errand.session, errand.desk, errand.project, row).requirement
        return (REQUIREMENT, *line_of(found), found.id)

    return _keep(desk, who, pid, label, line)


def change_item(
    desk: Desk, who: Person, item_id: str, version: int, *, title: str, about: str = "", shared: bool = False
) -> Saved:
    """Rename an item, say what it is good for, share it or take it back. Only who kept it may."""
    entrance = Entrance()
    name = entrance.line("title", title, needed="Give it a name to find it by.")
    words = entrance.text("about", about)
    entrance.check()
    with desk.db.writing() as session:
        row = _own(session, who, item_id)
        mine, theirs = {"title": name, "about": words}, {"title": row.title, "about": row.about}
        expect(row, version, f"“{row.title}” of the library", mine, theirs, own=True)
        row.title, row.about, row.shared = name, words, shared
        session.flush()
        return Saved(version=row.version, at=desk.now(), removed=entrance.removed)


def delete_item(desk: Desk, who: Person, item_id: str) -> None:
    """Take an item out of the library; what projects took over stays theirs. It can be brought back."""
    with desk.db.writing() as session:
        _own(session, who, item_id).deleted_at = desk.now()


def restore_item(desk: Desk, who: Person, item_id: str) -> None:
    """Bring a deleted item back."""
    with desk.db.writing() as session:
        _own(session, who, item_id, deleted=True).deleted_at = None


def row_of(session: Session, who: Person, item_id: str) -> LibraryItem:
    """Return the row of an item that this person can see; raise NotFound for any other."""
    row = session.scalars(_visible(who).where(LibraryItem.id == item_id)).one_or_none()
    if row is None:
        raise NotFound
    return row


def _keep(desk: Desk, who: Person, pid: str, label: Label, make: Callable[[Errand], Kept]) -> str:
    entrance = Entrance()
    name, words = entrance.line("title", label.title), entrance.text("about", label.about)
    entrance.check()
    with writing(desk, who, pid, Right.COPY) as errand:
        return errand.once(label.once, lambda: _kept(errand, name, words, make(errand)))


def _kept(errand: Errand, title: str, about: str, kept: Kept) -> str:
    kind, called, content, ref = kept
    row = LibraryItem(
        id=secrets.token_hex(8),
        kind=kind,
        title=title or called,
        about=about,
        content=content,
        origin_project=errand.project.name,
        origin_ref=ref,
        user_id=errand.who.id,
        saved_by=errand.who.name,
        shared=False,
        at=errand.desk.now(),
    )
    errand.session.add(row)
    errand.session.flush()
    errand.record("kept for reuse", kind, ref, after={"title": row.title})
    return row.id


def _visible(who: Person) -> Select[LibraryItem]:
    row = LibraryItem
    return select(row).where(row.deleted_at.is_(None), or_(row.user_id == who.id, row.shared))


def _own(session: Session, who: Person, item_id: str, *, deleted: bool = False) -> LibraryItem:
    if not deleted and row_of(session, who, item_id).user_id != who.id:
        raise NotAllowed("library", "whoever kept this")
    row = LibraryItem
    gone = row.deleted_at.is_not(None) if deleted else row.deleted_at.is_(None)
    found = session.scalars(select(row).where(row.id == item_id, row.user_id == who.id, gone)).one_or_none()
    if found is None:
        raise NotFound
    return found


def _item(row: LibraryItem, who: Person) -> Item:
    return Item(
        id=row.id,
        kind=row.kind,
        title=row.title,
        about=row.about,
        content=row.content,
        origin_project=row.origin_project,
        origin_ref=row.origin_ref,
        saved_by=row.saved_by,
        at=row.at,
        shared=row.shared,
        mine=row.user_id == who.id,
        version=row.version,
    )
