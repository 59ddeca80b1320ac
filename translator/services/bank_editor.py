"""The question bank, edited without code: an administrator words, weighs and checks, then publishes a new version.

In: an administrator, and forms as strings. Out: what can be edited, what is edited and not yet published, and Saved or
a version's number for each write. Nobody else gets any of it. A version is never changed once it is published.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.core.bank.changed import QUESTION, TEMPLATE, TERM, Changes, Entry, changed, entries, merged
from translator.core.bank.check import check_bank
from translator.core.bank.model import Bank
from translator.core.errors import InputError
from translator.core.quality.content import check_templates
from translator.core.terms import Priority
from translator.services.bank_versions import changes_of, latest
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errors import Conflict, InputErrors, NotFound
from translator.services.versions import expect
from translator.storage.house_tables import BankChange

_LIMIT = 600
_OPTIONAL = frozenset({"fit_unknown", "marketing", "it", "example"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorRow:
    """Hold one entry of the bank as it would be published now; `edited` says that it differs from what is."""

    entry: Entry
    edited: bool
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """Hold one entry with its fields as they are edited, and as they are published. `version` is 0 while unedited.

    `bank` is the bank with every edit in it, for a preview.
    """

    entry: Entry
    published: Mapping[str, str]
    version: int
    bank: Bank


def editor_rows(desk: Desk, who: Person, words: str = "", kind: str = "") -> tuple[EditorRow, ...]:
    """Return the entries that hold the words looked for; the edited ones first."""
    with desk.db.reading() as session:
        edited = {(row.kind, row.entry): row for row in edits_of(session, who)}
        bank = changed(published_bank(session, desk), as_changes(edited.values()))
        found = (e for e in entries(bank) if kind in ("", e.kind) and _holds(e, words))
        rows = [_row(e, edited.get((e.kind, e.id))) for e in found]
        return tuple(sorted(rows, key=lambda row: not row.edited))


def entry_view(desk: Desk, who: Person, kind: str, entry: str) -> EntryView:
    """Return one entry to be edited. Raise NotFound for one that there is not."""
    with desk.db.reading() as session:
        edits = edits_of(session, who)
        row = next((row for row in edits if (row.kind, row.entry) == (kind, entry)), None)
        published = published_bank(session, desk)
        bank = changed(published, as_changes(edits))
        return EntryView(
            entry=_entry(bank, kind, entry),
            published=next((e.fields for e in entries(published) if (e.kind, e.id) == (kind, entry)), {}),
            version=row.version if row else 0,
            bank=bank,
        )


def save_entry(desk: Desk, who: Person, kind: str, entry: str, version: int, *, typed: Mapping[str, str]) -> Saved:
    """Store the words of an entry as edited, when the bank still works with them; nothing is published yet.

    Raise InputErrors that name the fields, Conflict when another administrator edited it since.
    """
    entrance = Entrance()
    with desk.db.writing() as session:
        edits = edits_of(session, who)
        published = published_bank(session, desk)
        there = next((e for e in entries(published) if (e.kind, e.id) == (kind, entry)), None)
        if there is None and kind != TERM:
            raise NotFound
        names = there.fields if there else dict.fromkeys(("marketing", "it", "definition"), "")
        words = {name: _taken(entrance, name, typed.get(name, names[name])) for name in names}
        entrance.check()
        differing = {name: said for name, said in words.items() if said != names[name]}
        row = next((row for row in edits if (row.kind, row.entry) == (kind, entry)), None)
        _expect(row, version, entry, words)
        others = as_changes(other for other in edits if other is not row)
        _check(changed(published, merged(others, {kind: {entry: differing}})), kind, entry, names, differing)
        row = row or BankChange(kind=kind, entry=entry)
        row.values, row.person, row.at = differing, who.name, desk.now()
        session.add(row)
        session.flush()
        return Saved(version=row.version, at=desk.now(), removed=entrance.removed)


def drop_entry(desk: Desk, who: Person, kind: str, entry: str, version: int) -> None:
    """Forget the edit of an entry: it stays as it is published."""
    with desk.db.writing() as session:
        row = next((row for row in edits_of(session, who) if (row.kind, row.entry) == (kind, entry)), None)
        if row is None:
            raise NotFound
        _expect(row, version, entry, row.values)
        session.delete(row)


def edits_of(session: Session, who: Person, *, lock: bool = False) -> list[BankChange]:
    """Return what is edited and not published; NotFound for everybody but administrators.

    `lock` makes two who publish at once do it one after the other (PostgreSQL; SQLite has one writer anyway).
    """
    if not who.administrator:
        raise NotFound
    query = select(BankChange).order_by(BankChange.kind, BankChange.entry)
    return list(session.scalars(query.with_for_update() if lock else query))


def published_bank(session: Session, desk: Desk) -> Bank:
    """Return the newest published bank, the shipped one while nothing was published."""
    number = latest(session)
    return changed(desk.bank, changes_of(session, [number])[number])


def as_changes(rows: Iterable[BankChange]) -> Changes:
    """Return edits as changes that can be laid over a bank."""
    found: dict[str, dict[str, Mapping[str, str]]] = {}
    for row in rows:
        found.setdefault(row.kind, {})[row.entry] = row.values
    return found


def _holds(entry: Entry, words: str) -> bool:
    text = f"{entry.id} {entry.topic} {' '.join(entry.fields.values())}"
    return words.casefold() in text.casefold()


def _row(entry: Entry, edit: BankChange | None) -> EditorRow:
    return EditorRow(entry=entry, edited=edit is not None, person=edit.person if edit else "")


def _entry(bank: Bank, kind: str, entry: str) -> Entry:
    found = next((e for e in entries(bank) if (e.kind, e.id) == (kind, entry)), None)
    if found is None:
        raise NotFound
    return found


def _taken(entrance: Entrance, name: str, typed: str) -> str:
    words = entrance.line(name, typed, limit=_LIMIT, needed="" if name in _OPTIONAL else "Write something here.")
    if name == "weight" and not (words.isdecimal() and int(words) <= 100):  # noqa: PLR2004 - a share of a hundred
        entrance.refuse(name, "Write a whole number from 0 to 100.")
    if name == "priority" and words not in set(Priority):
        entrance.refuse(name, "Choose must, should, could or won't.")
    return words


def _expect(row: BankChange | None, seen: int, entry: str, mine: Mapping[str, str]) -> None:
    if row is not None:
        theirs = {name: str(row.values.get(name, "")) for name in mine}
        expect(row, seen, f"“{entry}” of the question bank", mine, theirs, by=row.person)
    elif seen:
        raise Conflict(f"“{entry}” of the question bank", mine, dict.fromkeys(mine, ""), 0)


def _check(bank: Bank, kind: str, entry: str, fields: Collection[str], differing: Collection[str]) -> None:
    """Raise InputErrors for what the bank would not work with, beside the field where that can be told."""
    known = {QUESTION: f"question {entry}", TEMPLATE: f"template {entry}"}
    found = [f for f in (*check_bank(bank), *check_templates(bank)) if f.entry == known.get(kind)]
    first = next(iter(differing), "")
    said: dict[str, list[str]] = {}
    for fault in found:
        said.setdefault(fault.key if fault.key in fields else first, []).append(fault.message)
    if said:
        raise InputErrors(tuple(InputError(f"This does not work: {'; '.join(m)}", name) for name, m in said.items()))
