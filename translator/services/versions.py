"""Versions: a write says which version it saw, and nobody's words are lost when that was not the latest."""

from collections.abc import Mapping
from typing import Protocol

from sqlalchemy import select

from translator.services.errand import Errand
from translator.services.errors import Conflict
from translator.storage.tables import History


class Versioned(Protocol):
    """Hold a row that counts its changes."""

    version: int


def expect(
    row: Versioned,
    seen: int,
    subject: str,
    mine: Mapping[str, str],
    theirs: Mapping[str, str],
    *,
    own: bool = False,
    by: str = "",
) -> None:
    """Raise Conflict with both texts unless the row is still as the person saw it.

    `own` says that the stored text is this person's too, saved from another page of theirs. `by` names who saved it,
    where the row knows.
    """
    if row.version != seen:
        raise Conflict(subject, mine, theirs, row.version, own=own, by=by)


def said_already(row: Versioned, seen: int, mine: object, theirs: object) -> bool:
    """Tell whether a form comes a second time: it is of an older version, and all that it says stands already.

    Its second answer is the first one, without a conflict and without a change. `mine` must be all that it would save.
    """
    return row.version != seen and mine == theirs


def done_last_by_me(errand: Errand, subject: str, subject_id: str | int, action: str) -> bool:
    """Tell whether the last change of a subject was this action of this person: then it is done, and not absent."""
    line = History
    query = select(line.action, line.person_id).where(
        line.project_id == errand.project.id, line.subject == subject, line.subject_id == str(subject_id)
    )
    last = errand.session.execute(query.order_by(line.id.desc()).limit(1)).first()
    return last is not None and tuple(last) == (action, errand.who.id)


def changed_last_by_me(errand: Errand, subject: str, subject_id: str | int, *actions: str) -> bool:
    """Tell whether the last change of a subject is this person's; with `actions`, the last one of these kinds."""
    line = History
    query = select(line.person_id).where(
        line.project_id == errand.project.id, line.subject == subject, line.subject_id == str(subject_id)
    )
    if actions:
        query = query.where(line.action.in_(actions))
    return errand.session.scalars(query.order_by(line.id.desc()).limit(1)).first() == errand.who.id
