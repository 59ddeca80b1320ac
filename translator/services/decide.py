"""Decide: which option marketing takes, and everything else that somebody has to settle.

In: forms as strings. Out: a DecisionsView, and Saved for each write. Choosing an option writes its decision, so that
the reason stands in the document.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from translator.core.errors import InputError
from translator.core.options import Decision
from translator.services.access import Right, open_use_case
from translator.services.answer_store import open_scope
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, reading, writing
from translator.services.errors import NotFound
from translator.services.gather import members_of, options_of, rows_of, use_cases_of
from translator.services.history import snapshot
from translator.services.versions import changed_last_by_me, expect, said_already
from translator.storage import tables
from translator.storage.option_mapping import remember_choice
from translator.storage.project_mapping import decision_from

_KEPT = ("what", "owner", "due", "outcome", "reason", "decided_by")
_NO_OPTION = "None of the options for now"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """Hold one decision with what a write needs; `scope` is 0 for the whole project."""

    row_id: int
    version: int
    scope: int
    decision: Decision
    due: date | None

    @property
    def open(self) -> bool:
        """Tell whether it still has to be made."""
        return not self.decision.outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsView:
    """Hold the decisions of a project in the order they were noted. `people` are names to choose an owner from."""

    project_id: str
    project_name: str
    rows: tuple[DecisionRow, ...]
    people: tuple[str, ...]
    use_cases: tuple[tuple[int, str], ...]
    can_decide: bool

    @property
    def open(self) -> tuple[DecisionRow, ...]:
        """Return those that still have to be made."""
        return tuple(row for row in self.rows if row.open)

    @property
    def settled(self) -> tuple[DecisionRow, ...]:
        """Return those that were made."""
        return tuple(row for row in self.rows if not row.open)


def decisions(desk: Desk, who: Person, pid: str) -> DecisionsView:
    """Return what was decided and what still has to be."""
    with reading(desk, who, pid) as errand:
        cases = use_cases_of(errand.session, errand.project)
        there = {0, *(case.number for case in cases)}
        rows = rows_of(errand.session, tables.Decision, errand.project)
        return DecisionsView(
            project_id=pid,
            project_name=errand.project.name,
            rows=tuple(_row(row) for row in rows if row.scope in there),
            people=tuple(m.user.name for m in members_of(errand.session, errand.project) if m.side != "reader"),
            use_cases=tuple((case.number, case.title) for case in cases),
            can_decide=Right.ANSWER_QUESTION in errand.rights,
        )


def add_decision(
    desk: Desk,
    who: Person,
    pid: str,
    *,
    scope: int = 0,
    what: str,
    owner: str = "",
    due: date | None = None,
    once: str = "",
) -> int:
    """Note what has to be decided, by whom and by when; return its row's id.

    `once` names the form that asked for it: sent again, it gets the same decision.
    """
    entrance = Entrance()
    words = entrance.text("what", what, needed="Write what has to be decided.").strip()
    named = entrance.line("owner", owner)
    entrance.check()
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        open_scope(errand.session, errand.project, scope)
        row = tables.Decision(project_id=pid, scope=scope, what=words, owner=named, due=due)
        return int(errand.once(once, lambda: str(_store(errand, row, "noted"))))


def settle_decision(
    desk: Desk, who: Person, pid: str, row_id: int, version: int, *, outcome: str, reason: str
) -> Saved:
    """Say what was decided and why; settling again replaces both, and the history keeps them."""
    entrance = Entrance()
    words = entrance.text("outcome", outcome, needed="Write what was decided.").strip()
    because = entrance.text("reason", reason, needed="Write why: it stands in the document.").strip()
    entrance.check()
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        row = decision_in(errand, row_id)
        theirs = {"outcome": row.outcome, "reason": row.reason}
        subject, mine = f"the decision “{row.what}”", {"outcome": words, "reason": because}
        if said_already(row, version, mine, theirs):
            return Saved(version=row.version, at=desk.now(), removed=entrance.removed)
        own = changed_last_by_me(errand, "decision", row_id)
        expect(row, version, subject, mine, theirs, own=own, by=row.decided_by)
        _settle(errand, row, words, because)
        return Saved(version=row.version, at=desk.now(), removed=entrance.removed)


def choose_option(
    desk: Desk, who: Person, pid: str, number: int, letter: str | None, *, reason: str, version: int | None = None
) -> Saved:
    """Take an option for a use case, or none for now (`letter` None); writes the decision with its reason.

    `version` is the option's as the person saw it; Conflict when its price or anything else moved since. What it says
    is remembered, so that a later change shows; choosing it again takes it as it is then.
    """
    entrance = Entrance()
    because = entrance.text("reason", reason, needed="Write why: it stands in the document.").strip()
    entrance.check()
    with writing(desk, who, pid, Right.CHOOSE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        options = options_of(errand.session, [case])
        chosen = _named(options, letter)
        if chosen is not None and version is not None:
            subject = f"option {chosen.letter} of UC{number}"
            expect(chosen, version, subject, {"option": chosen.name}, {"option": chosen.name}, by=chosen.person)
        for option in options:
            option.chosen, option.chosen_as = option is chosen, None
        if chosen is not None:
            remember_choice(chosen)
        outcome = outcome_of(chosen.letter, chosen.name) if chosen else _NO_OPTION
        row = _choice(errand, number)
        _settle(errand, row, outcome, because)
        return Saved(version=chosen.version if chosen else row.version, at=desk.now(), removed=entrance.removed)


def which_option(number: int) -> str:
    """Return how the decision about a use case's option is worded; it names the decision, so it never changes."""
    return f"Which option meets UC{number}?"


def outcome_of(letter: str, name: str) -> str:
    """Return the outcome of such a decision: "Option B, Rules in the shop"."""
    return f"Option {letter}, {name}"


def _named(options: list[tables.Option], letter: str | None) -> tables.Option | None:
    if letter is None:
        return None
    found = next((option for option in options if option.letter == letter), None)
    if found is None:
        raise InputError("Choose one of the options on the page.", "letter")
    return found


def _choice(errand: Errand, number: int) -> tables.Decision:
    """Return the decision about a use case's option, made when it is not there yet."""
    what = which_option(number)
    decided = rows_of(errand.session, tables.Decision, errand.project)
    found = next((row for row in decided if row.scope == number and row.what == what), None)
    return found or tables.Decision(project_id=errand.project.id, scope=number, what=what, owner=errand.who.name)


def decision_in(errand: Errand, row_id: int) -> tables.Decision:
    """Return a decision of the project that an errand is in; raise NotFound for any other."""
    row = tables.Decision
    found = errand.session.scalars(select(row).where(row.id == row_id, row.project_id == errand.project.id))
    decision = found.one_or_none()
    if decision is None:
        raise NotFound
    return decision


def _settle(errand: Errand, row: tables.Decision, outcome: str, reason: str) -> None:
    before = snapshot(row, *_KEPT) if row.id else None
    row.outcome, row.reason = outcome, reason
    row.decided_by, row.decided_at = errand.who.name, errand.desk.now()
    _store(errand, row, "decided", before)


def _store(errand: Errand, row: tables.Decision, action: str, before: dict[str, object] | None = None) -> int:
    errand.session.add(row)
    errand.session.flush()
    errand.record(action, "decision", row.id, before=before, after=snapshot(row, *_KEPT))
    return row.id


def _row(row: tables.Decision) -> DecisionRow:
    return DecisionRow(row_id=row.id, version=row.version, scope=row.scope, decision=decision_from(row), due=row.due)
