"""Publishing the question bank: every edit at once, checked as a whole, as a new version that never changes again.

In: an administrator, and what stands edited. Out: what a new version would change and what is wrong with it, the
versions so far, and the number of the new one.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.core.bank.changed import changed, entries, merged
from translator.core.bank.check import Fault, check_bank
from translator.core.bank.model import Bank
from translator.core.bank.reach import check_reach
from translator.core.errors import InputError
from translator.core.quality.content import check_templates
from translator.services.bank_editor import as_changes, edits_of, published_bank
from translator.services.bank_versions import changes_of, latest, name_of
from translator.services.desk import Desk, Person
from translator.services.entrance import Entrance
from translator.services.errors import Conflict
from translator.storage.house_tables import BankChange, BankVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Hold one published version."""

    number: int
    name: str
    note: str
    person: str
    at: datetime
    changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Hold one field that differs between two versions of the bank."""

    kind: str
    entry: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishView:
    """Hold what a new version would change, what is wrong with it, and the versions so far. `seen` names it all."""

    differences: tuple[Difference, ...]
    faults: tuple[Fault, ...]
    versions: tuple[Published, ...]
    seen: str


def publish_view(desk: Desk, who: Person) -> PublishView:
    """Return what publishing would change, checked as a whole."""
    with desk.db.reading() as session:
        edits = edits_of(session, who)
        published = published_bank(session, desk)
        bank = changed(published, as_changes(edits))
        return PublishView(
            differences=differences(published, bank),
            faults=(*check_bank(bank), *check_reach(bank), *check_templates(bank)),
            versions=_versions(session, desk),
            seen=_seen(session, edits),
        )


def publish(desk: Desk, who: Person, seen: str, *, note: str) -> int:
    """Publish all edits as a new version; return its number. New projects begin with it, others keep theirs.

    Raise Conflict when anything was edited or published since the page that was `seen`.
    """
    entrance = Entrance()
    words = entrance.line("note", note, needed="Write in a few words what changed, for those who move up.")
    entrance.check()
    with desk.db.writing() as session:
        edits = edits_of(session, who, lock=True)
        if _seen(session, edits) != seen:
            raise Conflict("the question bank", {"note": words}, {"note": _last_note(session)}, 0)
        if not edits:
            raise InputError("Nothing was edited since the last version.", "note")
        number = latest(session)
        before = changes_of(session, [number])[number]
        bank = changed(desk.bank, merged(before, as_changes(edits)))
        if faults := (*check_bank(bank), *check_reach(bank), *check_templates(bank)):
            raise InputError(f"{faults[0].entry}, {faults[0].key}: {faults[0].message}", "note")
        session.add(
            BankVersion(
                number=number + 1,
                shipped=desk.bank.version,
                changes=merged(before, as_changes(edits)),
                note=words,
                person=who.name,
                at=desk.now(),
            )
        )
        for row in edits:
            session.delete(row)
        return number + 1


def differences(before: Bank, after: Bank) -> tuple[Difference, ...]:
    """Return every field that differs, in the order of the bank; a new term has nothing before it."""
    old = {(e.kind, e.id): e.fields for e in entries(before)}
    return tuple(
        Difference(kind=e.kind, entry=e.id, field=name, before=old.get((e.kind, e.id), {}).get(name, ""), after=words)
        for e in entries(after)
        for name, words in e.fields.items()
        if old.get((e.kind, e.id), {}).get(name, "") != words
    )


def _versions(session: Session, desk: Desk) -> tuple[Published, ...]:
    return tuple(
        Published(
            number=row.number,
            name=name_of(desk.bank, row.number),
            note=row.note,
            person=row.person,
            at=row.at,
            changes=sum(len(fields) for by_entry in row.changes.values() for fields in by_entry.values()),
        )
        for row in session.scalars(select(BankVersion).order_by(BankVersion.number.desc()))
    )


def _seen(session: Session, edits: list[BankChange]) -> str:
    told = repr((latest(session), [(row.kind, row.entry, row.version) for row in edits]))
    return sha256(told.encode()).hexdigest()


def _last_note(session: Session) -> str:
    return session.scalar(select(BankVersion.note).order_by(BankVersion.number.desc()).limit(1)) or ""
