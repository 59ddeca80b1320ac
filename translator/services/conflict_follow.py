"""What follows from a decision about a conflict: the answers that it changes, taken over and back in one go.

In: a decision that is about a conflict. Out: a FollowsView for its page; each taking over stores ordinary answers, with
their versions and their lines of history, and one line that says how it was before, so that it can be taken back.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from translator.core.answers import Answer, AnswerState
from translator.core.conflicts.follow import Way, answer_for, ways
from translator.core.conflicts.model import Conflict, Position, gone
from translator.core.errors import InputError
from translator.services.access import Right
from translator.services.answer_store import answer_row, put_answer, remove_answer
from translator.services.conflicts import conflicts_in
from translator.services.decide import decision_in
from translator.services.desk import Desk, Person
from translator.services.errand import Errand, reading, writing
from translator.services.follow import reading_of
from translator.services.gather import dossier
from translator.services.history import snapshot
from translator.storage import tables

_TOOK_OVER, _TOOK_BACK = "took over", "took back what was taken over"
_KEPT = ("state", "choices", "number", "unit", "quote", "said_by", "owner", "due", "version")
_OTHERWISE = "The decision does not say this. Decide it this way first, and then take it over."
_CHANGED = "What the use cases say has changed meanwhile. Look at it again, and then take it over."


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowsView:
    """Hold the conflict that a decision is about, and the ways to settle it, the one that was decided first.

    `chosen` is the way that the words of the decision name, None where they name none or several.
    `mendable` are positions that no answer changes.
    """

    conflict: Conflict
    ways: tuple[Way, ...]
    chosen: Way | None
    decided: bool
    can_write: bool

    @property
    def mendable(self) -> tuple[Position, ...]:
        """Return what people have to mend themselves where no way changes an answer."""
        return () if self.ways else self.conflict.positions


def follows_view(desk: Desk, who: Person, pid: str, row_id: int) -> FollowsView | None:
    """Return what follows from a decision, None when it is about no conflict, or about one that is no more."""
    with reading(desk, who, pid) as errand:
        row = decision_in(errand, row_id)
        conflict = _conflict(errand, row.about)
        if conflict is None:
            return None
        found = ways(errand.desk.bank, conflict)
        chosen = _decided_on(found, row.outcome)
        return FollowsView(
            conflict=conflict,
            ways=tuple(sorted(found, key=lambda way: way is not chosen)),
            chosen=chosen,
            decided=bool(row.outcome),
            can_write=Right.WRITE in errand.rights,
        )


def take_over(desk: Desk, who: Person, pid: str, row_id: int, *, about: str, way: str) -> int:
    """Store the answers of one way; return how many. `about` is the conflict as the person saw it.

    Raise InputError when what the use cases say has changed since, or nothing or something else is decided.
    """
    with writing(desk, who, pid, Right.WRITE) as errand:
        row = decision_in(errand, row_id)
        conflict = _conflict(errand, row.about) if row.about == about else None
        found = ways(errand.desk.bank, conflict) if conflict else ()
        chosen = next((w for w in found if w.key == way), None)
        if conflict is None or chosen is None or not chosen.changes:
            raise InputError(_CHANGED)
        if not row.outcome:
            raise InputError("Say first what was decided, and why.")
        if chosen is not _decided_on(found, row.outcome):
            raise InputError(_OTHERWISE)
        places = [(change.use_case or 0, change.question.id) for change in chosen.changes]
        before = _as_they_stand(errand, places)
        for change in chosen.changes:
            scope, seen = change.use_case or 0, before[_name(change.use_case or 0, change.question.id)]
            put_answer(errand, scope, answer_for(change, who.name), seen["version"] if seen else 0)
        row.about = _still(errand, conflict)
        after = {**_as_they_stand(errand, places), "about": row.about}
        errand.record(_TOOK_OVER, "decision", row.id, before={**before, "about": about}, after=after)
        return len(chosen.changes)


def take_back(desk: Desk, who: Person, pid: str, row_id: int) -> int:
    """Give the answers that were taken over last their earlier words again; return how many.

    Raise InputError when somebody answered one of them since, or nothing was taken over.
    """
    with writing(desk, who, pid, Right.WRITE) as errand:
        row = decision_in(errand, row_id)
        before, after = _last_taken_over(errand, row.id)
        about = str(before.pop("about"))
        after.pop("about")
        places = [(int(scope), question) for scope, _, question in (name.partition(":") for name in before)]
        if _as_they_stand(errand, places) != {name: after.get(name) for name in before}:
            raise InputError("Somebody answered one of these questions since, so nothing was taken back.")
        for scope, question in places:
            was, now = before[_name(scope, question)], after[_name(scope, question)]
            if was is None:
                remove_answer(errand, scope, question, now["version"])
            else:
                put_answer(errand, scope, _answer(question, was), now["version"])
        row.about = about if _conflict(errand, about) else gone(about)
        errand.record(_TOOK_BACK, "decision", row.id)
        return len(places)


def _decided_on(found: Iterable[Way], outcome: str) -> Way | None:
    """Return the way that a decision names, None for none or several; "130 days" does not name "30 days"."""
    said = " ".join(outcome.split())
    named = [way for way in found if re.search(rf"(?<!\w){re.escape(way.words)}(?!\w)", said, re.IGNORECASE)]
    return named[0] if len(named) == 1 else None


def _conflicts(errand: Errand) -> tuple[Conflict, ...]:
    return conflicts_in(errand.desk, dossier(errand.session, errand.project), reading_of)


def _conflict(errand: Errand, about: str) -> Conflict | None:
    return next((one for one in _conflicts(errand) if one.key == about), None) if about else None


def _still(errand: Errand, settled: Conflict) -> str:
    """Return what a decision is about once its answers are given: the rest of the conflict, or one that is gone."""
    kind = settled.key.partition(":")[0]
    rest = next((one for one in _conflicts(errand) if one.key.partition(":")[0] == kind), None)
    return rest.key if rest else gone(settled.key)


def _as_they_stand(errand: Errand, places: Iterable[tuple[int, str]]) -> dict[str, dict[str, Any] | None]:
    found = ((s, q, answer_row(errand.session, errand.project, s, q)) for s, q in places)
    return {_name(s, q): snapshot(row, *_KEPT) if row else None for s, q, row in found}


def _last_taken_over(errand: Errand, row_id: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return how the answers were before they were taken over last, and after; raise InputError when it is undone."""
    line = tables.History
    query = select(line).where(
        line.project_id == errand.project.id, line.subject == "decision", line.subject_id == str(row_id)
    )
    last = errand.session.scalars(query.order_by(line.id.desc()).limit(1)).first()
    if last is None or last.action != _TOOK_OVER:
        raise InputError("Nothing is taken over that could be taken back.")
    before, after = dict(last.before or {}), dict(last.after or {})
    return before, {**dict.fromkeys(before), **after}


def _answer(question: str, was: Mapping[str, Any]) -> Answer:
    return Answer(
        question=question,
        state=AnswerState(was["state"]),
        values=tuple(was["choices"]),
        number=was["number"],
        unit=was["unit"],
        quote=was["quote"],
        said_by=was["said_by"],
        owner=was["owner"],
        due=date.fromisoformat(was["due"]) if was["due"] else None,
    )


def _name(scope: int, question: str) -> str:
    return f"{scope}:{question}"
