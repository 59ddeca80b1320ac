"""The glossary of a project: words that both sides read alike, worded anew, agreed to, or as they ship.

In: forms as strings. Out: a GlossaryView, and Saved for each write. Who words a term agrees to it for their own side;
the other side's earlier yes was to other words, and falls away.
"""

from dataclasses import dataclass

from sqlalchemy import select

from translator.core.bank.model import Bank
from translator.core.glossary import Entry, glossary, key_of
from translator.services.access import Right, my_membership
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, reading, writing
from translator.services.errors import Conflict, NotFound
from translator.services.gather import terms_of
from translator.services.history import snapshot
from translator.services.versions import changed_last_by_me, expect
from translator.storage.agreement_tables import AgreedTerm
from translator.storage.project_mapping import term_from

WORDS = ("term", "marketing", "it", "definition")
_KEPT = (*WORDS, "marketing_by", "it_by")
_TERM_LIMIT = 120
_MEANING_LIMIT = 1_000
_HISTORY_LIMIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """Hold one entry with the version that a write needs; 0 while it stands as the bank ships it."""

    entry: Entry
    version: int
    shipped: bool

    def waits_for(self, side: str) -> bool:
        """Tell whether a member of this side ("marketing", "it", "both") has still to agree."""
        open_sides = {"marketing": not self.entry.marketing_by, "it": not self.entry.it_by}
        return any(open_sides.values()) if side == "both" else open_sides.get(side, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """Hold the terms of a project in the order of the alphabet, and what this person may do with them."""

    project_id: str
    rows: tuple[TermRow, ...]
    my_side: str
    can_write: bool

    def row(self, key: str) -> TermRow:
        """Return one term. Raise NotFound when there is none."""
        found = next((row for row in self.rows if row.entry.key == key), None)
        if found is None:
            raise NotFound
        return found


def glossary_view(desk: Desk, who: Person, pid: str) -> GlossaryView:
    """Return what the words of a project mean."""
    with reading(desk, who, pid) as errand:
        stored = {row.key: row for row in terms_of(errand.session, errand.project)}
        entries = glossary(errand.desk.bank.glossary, (term_from(row) for row in stored.values()))
        shipped = _shipped(errand.desk.bank)
        return GlossaryView(
            project_id=pid,
            rows=tuple(
                TermRow(
                    entry=entry,
                    version=stored[entry.key].version if entry.key in stored else 0,
                    shipped=entry.key in shipped,
                )
                for entry in entries
            ),
            my_side=my_membership(errand.session, who, errand.project).side,
            can_write=Right.ANSWER_QUESTION in errand.rights,
        )


def entries_for(desk: Desk, who: Person, pid: str) -> tuple[Entry, ...]:
    """Return the entries alone, for pages that explain words."""
    with reading(desk, who, pid) as errand:
        own = (term_from(row) for row in terms_of(errand.session, errand.project))
        return glossary(errand.desk.bank.glossary, own)


def add_term(desk: Desk, who: Person, pid: str, *, once: str = "", **words: str) -> str:
    """Propose a term that the glossary does not have; return its key. `words` as WORDS."""
    entrance = Entrance()
    entry = _entry(entrance, words)
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        errand.once(once, lambda: _added(errand, entrance, entry))
        return entry.key


def save_term(desk: Desk, who: Person, pid: str, key: str, version: int, **words: str) -> Saved:
    """Word a term anew; its own name stays. Raise Conflict when it was changed since."""
    entrance = Entrance()
    entry = _entry(entrance, {**words, "term": words.get("term") or key})
    entrance.check()
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        row = _row(errand, key, version, {name: getattr(entry, name) for name in WORDS[1:]})
        before = snapshot(row, *_KEPT) if row.id else None
        row.marketing, row.it, row.definition = entry.marketing, entry.it, entry.definition
        row.marketing_by = row.it_by = ""
        _agree(errand, row)
        return _stored(errand, row, "worded", before, removed=entrance.removed)


def agree_term(desk: Desk, who: Person, pid: str, key: str, version: int) -> Saved:
    """Agree to a term as it stands, for one's own side. Raise Conflict when it was worded anew since."""
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        row = _row(errand, key, version, {})
        before = snapshot(row, *_KEPT) if row.id else None
        _agree(errand, row)
        return _stored(errand, row, "agreed", before)


def withdraw_term(desk: Desk, who: Person, pid: str, key: str, version: int) -> None:
    """Take the project's own wording away: a shipped term stands as it ships again, any other is gone."""
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        row = _row(errand, key, version, {})
        if not row.id:
            raise NotFound
        before = snapshot(row, *_KEPT)
        errand.session.delete(row)
        errand.record("withdrawn", "term", _named(key), before=before)


def _entry(entrance: Entrance, words: dict[str, str]) -> Entry:
    term = entrance.line("term", words.get("term", ""), limit=_TERM_LIMIT, needed="Write the term.")
    meanings = {
        name: entrance.text(name, words.get(name, ""), limit=_MEANING_LIMIT).strip() for name in ("marketing", "it")
    }
    needed = "Write what both sides agree that it means, in one sentence."
    definition = entrance.text("definition", words.get("definition", ""), limit=_MEANING_LIMIT, needed=needed).strip()
    if term and not key_of(term):
        entrance.refuse("term", "Write the term in letters or digits.")
    return Entry(term=term, definition=definition, own=True, **meanings)


def _added(errand: Errand, entrance: Entrance, entry: Entry) -> str:
    own = (row.key for row in terms_of(errand.session, errand.project))
    if entry.key in {*_shipped(errand.desk.bank), *own}:
        entrance.refuse("term", f"“{entry.term}” is in the glossary already. Change it there.")
    entrance.check()
    row = AgreedTerm(project_id=errand.project.id, key=entry.key, **{name: getattr(entry, name) for name in WORDS})
    row.marketing_by = row.it_by = ""
    _agree(errand, row)
    _stored(errand, row, "proposed", None)
    return str(row.id)


def _row(errand: Errand, key: str, version: int, mine: dict[str, str]) -> AgreedTerm:
    """Return the project's row of a term as the person saw it; a new one, holding the shipped words, where none is."""
    query = select(AgreedTerm).where(AgreedTerm.project_id == errand.project.id, AgreedTerm.key == key)
    row = errand.session.scalars(query).one_or_none()
    if row is not None:
        theirs = {name: getattr(row, name) for name in (mine or {"definition": ""})}
        own = changed_last_by_me(errand, "term", _named(key))
        expect(
            row, version, f"the term “{row.term}”", mine or theirs, theirs, own=own, by=row.marketing_by or row.it_by
        )
        return row
    shipped = _shipped(errand.desk.bank).get(key)
    if shipped is None:
        raise NotFound
    words = {name: getattr(shipped, name) for name in WORDS}
    if version:  # the project's wording that the person saw was withdrawn
        theirs = {name: words[name] for name in (mine or {"definition": ""})}
        raise Conflict(f"the term “{shipped.term}”", mine or theirs, theirs, 0)
    return AgreedTerm(project_id=errand.project.id, key=key, **words, marketing_by="", it_by="")


def _agree(errand: Errand, row: AgreedTerm) -> None:
    side = my_membership(errand.session, errand.who, errand.project).side
    if side in ("marketing", "both"):
        row.marketing_by = errand.who.name
    if side in ("it", "both"):
        row.it_by = errand.who.name
    row.at = errand.desk.now()


def _stored(
    errand: Errand, row: AgreedTerm, action: str, before: dict[str, object] | None, *, removed: int = 0
) -> Saved:
    errand.session.add(row)
    errand.session.flush()
    errand.record(action, "term", _named(row.key), before=before, after=snapshot(row, *_KEPT))
    return Saved(version=row.version, at=errand.desk.now(), removed=removed)


def _named(key: str) -> str:
    """Return how the history names a term; long ones are cut."""
    return key[:_HISTORY_LIMIT]


def _shipped(bank: Bank) -> dict[str, Entry]:
    return {entry.key: entry for entry in glossary(bank.glossary)}
