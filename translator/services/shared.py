"""Shared requirements: the needs that several use cases have in common, each as a ladder, and what contradicts.

In: an open project. Out: a SharedView of the whole, a NeedView of one need with a what-if. Nothing is stored here but
the decision about a conflict.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from translator.core.conflicts.model import Conflict
from translator.core.errors import InputError
from translator.core.requirements.levels import Settled
from translator.core.requirements.model import Given
from translator.core.requirements.shared import SHARED, Ladder, ladders
from translator.core.what_if import Level, LevelPrice, WhatIf, levels, prices_of, what_if, without_drivers
from translator.services.access import Right
from translator.services.answer_values import Given as Typed
from translator.services.answer_values import said_in
from translator.services.conflicts import conflicts_in
from translator.services.desk import Desk, Person
from translator.services.entrance import Entrance
from translator.services.errand import Errand, reading, writing
from translator.services.errors import NotFound
from translator.services.follow import reading_of
from translator.services.gather import dossier, price_rows, rows_of, use_cases_of
from translator.services.sharing import as_stored, remembered
from translator.storage import tables
from translator.storage.project_mapping import price_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """Hold a conflict with the row of the decision about it, 0 while there is none."""

    conflict: Conflict
    decision_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedView:
    """Hold what the use cases of a project have in common. `ids` are the shared lines of each need."""

    ladders: tuple[tuple[Ladder, tuple[Level, ...]], ...]
    ids: Mapping[str, tuple[str, ...]]
    conflicts: tuple[Settling, ...]
    can_decide: bool

    @property
    def open_conflicts(self) -> tuple[Settling, ...]:
        """Return the conflicts that nobody has settled as they stand."""
        return tuple(one for one in self.conflicts if not one.conflict.settled)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView:
    """Hold one need: its ladder, its steps with prices, and what it would become.

    `versions` are those of the prices by level, `answers` those of the use cases' own answers, for whoever takes the
    what-if over. `titles` name the use cases. `less` is what would do for those that do not drive it.
    """

    ladder: Ladder
    levels: tuple[Level, ...]
    ids: tuple[str, ...]
    currency: str
    versions: Mapping[str, int]
    answers: Mapping[int, int]
    titles: Mapping[int, str]
    seen: WhatIf | None
    less: Settled | None
    can_price: bool
    can_write: bool


def shared_view(desk: Desk, who: Person, pid: str) -> SharedView:
    """Return every need that two or more use cases share, and every conflict."""
    with reading(desk, who, pid) as errand:
        prices = _prices(errand)
        found = ladders(errand.desk.bank, remembered(errand.session, errand.project))
        return SharedView(
            ladders=tuple((ladder, levels(ladder, prices)) for ladder in found),
            ids=MappingProxyType({ladder.need.id: _ids(errand, ladder) for ladder in found}),
            conflicts=_settling(errand),
            can_decide=Right.ANSWER_QUESTION in errand.rights,
        )


def open_conflicts(desk: Desk, who: Person, pid: str) -> tuple[Settling, ...]:
    """Return the conflicts that need a decision."""
    with reading(desk, who, pid) as errand:
        return tuple(one for one in _settling(errand) if not one.conflict.settled)


def need_view(
    desk: Desk, who: Person, pid: str, need: str, *, use_case: int = 0, typed: Typed | None = None
) -> NeedView:
    """Return one need; with a use case and what it could live with, also what would change.

    Raise NotFound for a need that no two use cases share, InputError for a value that its question cannot take.
    """
    with reading(desk, who, pid) as errand:
        project, prices = errand.project, _prices(errand)
        ladder = _ladder(errand, need)
        rows = rows_of(errand.session, tables.Answer, project)
        seen = _seen(ladder, use_case, typed, prices) if typed is not None else None
        return NeedView(
            ladder=ladder,
            levels=_with_outcome(levels(ladder, prices), seen, prices_of(ladder, prices)),
            ids=_ids(errand, ladder),
            currency=project.currency,
            versions=MappingProxyType(
                {r.level: r.version for r in price_rows(errand.session, project) if r.need == need}
            ),
            answers=MappingProxyType({r.scope: r.version for r in rows if r.question_id == ladder.question.id}),
            titles=MappingProxyType({c.number: c.title for c in use_cases_of(errand.session, project)}),
            seen=seen,
            less=without_drivers(ladder),
            can_price=Right.PRICE in errand.rights,
            can_write=Right.WRITE in errand.rights,
        )


def decide_conflict(desk: Desk, who: Person, pid: str, key: str, *, once: str = "") -> int:
    """Note that a conflict has to be decided; return the decision's row. One that is noted already is returned."""
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        found = next((one for one in _settling(errand) if one.conflict.key == key), None)
        if found is None:
            raise InputError("This conflict is no more: what the use cases say has changed.")
        return found.decision_row or int(errand.once(once, lambda: str(_noted(errand, found.conflict))))


def question_of(conflict: Conflict) -> str:
    """Return what has to be decided, with who says what."""
    said = "; ".join(f"{p.place}: {p.words}" for p in conflict.positions)
    return f"{conflict.clash.ask} {said}."


def _noted(errand: Errand, conflict: Conflict) -> int:
    row = tables.Decision(project_id=errand.project.id, scope=0, what=question_of(conflict), about=conflict.key)
    errand.session.add(row)
    errand.session.flush()
    errand.record("noted", "decision", row.id, after={"what": row.what, "about": row.about})
    return row.id


def _settling(errand: Errand) -> tuple[Settling, ...]:
    rows = {row.about: row.id for row in rows_of(errand.session, tables.Decision, errand.project) if row.about}
    found = conflicts_in(errand.desk, dossier(errand.session, errand.project), reading_of)
    return tuple(Settling(conflict=conflict, decision_row=rows.get(conflict.key, 0)) for conflict in found)


def _prices(errand: Errand) -> tuple[LevelPrice, ...]:
    return tuple(price_from(row) for row in price_rows(errand.session, errand.project))


def _ladder(errand: Errand, need: str) -> Ladder:
    found = ladders(errand.desk.bank, remembered(errand.session, errand.project))
    ladder = next((one for one in found if one.need.id == need), None)
    if ladder is None:
        raise NotFound
    return ladder


def _ids(errand: Errand, ladder: Ladder) -> tuple[str, ...]:
    keys = {f"{SHARED}{line.template}" for line in ladder.need.lines}
    rows = [row for row in rows_of(errand.session, tables.Requirement, errand.project, {0}) if row.key in keys]
    return tuple(line.id for line in as_stored(rows) if line.live)


def _seen(ladder: Ladder, use_case: int, typed: Typed, prices: tuple[LevelPrice, ...]) -> WhatIf:
    if all(stance.use_case != use_case for stance in ladder.stances):
        raise InputError("Choose one of the use cases on the page.", "use_case")
    entrance = Entrance()
    said = said_in(ladder.question, typed, entrance)
    entrance.check()
    given = Given(question=ladder.question.id, values=said.values, number=said.number, unit=said.unit)
    return what_if(ladder, use_case, given, prices)


def _with_outcome(steps: tuple[Level, ...], seen: WhatIf | None, prices: Mapping[str, LevelPrice]) -> tuple[Level, ...]:
    """Add the level that the what-if comes to, so that IT can price it."""
    if seen is None or any(step.key == seen.after.level for step in steps):
        return steps
    key = seen.after.level
    return (*steps, Level(key=key, words=seen.after.words, use_cases=(), current=False, price=prices.get(key)))
