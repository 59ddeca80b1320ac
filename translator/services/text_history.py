"""The history of a text: every version that was saved, who saved it, and the way back to one of them.

In: a use case. Out: TextVersions, the latest first. Nothing is ever overwritten: going back is one more save.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from translator.services.access import Right, open_use_case
from translator.services.desk import Desk, Person, Saved
from translator.services.errand import Errand, reading, writing
from translator.services.errors import NotFound
from translator.services.history import snapshot
from translator.services.use_case_text import TEXTS, put_texts
from translator.storage.tables import History, UseCase

_SAVES = ("saved", "went back")
# Saved while typing: what one person saves within this time is one sitting, of which the last text is shown.
_SITTING = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """Hold the texts of a use case as they were after one save; `entry` names it for `restore_text`."""

    entry: int
    at: datetime
    person: str
    title: str
    narrative: str
    measure: str


def use_case_history(desk: Desk, who: Person, pid: str, number: int, *, every: bool = False) -> tuple[TextVersion, ...]:
    """Return the saved versions, the latest first; with `every`, those within one sitting too."""
    with reading(desk, who, pid) as errand:
        case = open_use_case(errand.session, errand.project, number)
        versions = _versions(case, _entries(errand, number))
        return versions if every else tuple(_last_of_sittings(versions))


def restore_text(desk: Desk, who: Person, pid: str, number: int, *, version: int, entry: int) -> Saved:
    """Save the texts of an earlier version again; `version` is the use case's, as with any save."""
    with writing(desk, who, pid, Right.WRITE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        found = next((v for v in _versions(case, _entries(errand, number)) if v.entry == entry), None)
        if found is None:
            raise NotFound
        put_texts(errand, case, version, {name: getattr(found, name) for name in TEXTS}, action="went back")
        return Saved(version=case.version, at=desk.now())


def _entries(errand: Errand, number: int) -> Sequence[History]:
    line = History
    query = select(line).where(
        line.project_id == errand.project.id,
        line.subject == "use case",
        line.subject_id == str(number),
        line.action.in_(_SAVES),
    )
    return errand.session.scalars(query.order_by(line.id.desc())).all()


def _versions(case: UseCase, entries: Iterable[History]) -> tuple[TextVersion, ...]:
    """Walk back from the text that stands now: a line of history keeps only what changed."""
    texts = snapshot(case, *TEXTS)
    versions = []
    for entry in entries:
        versions.append(TextVersion(entry=entry.id, at=entry.at, person=entry.person, **texts))
        texts = {**texts, **(entry.before or {})}
    return tuple(versions)


def _last_of_sittings(versions: Sequence[TextVersion]) -> Iterable[TextVersion]:
    later: TextVersion | None = None
    for version in versions:
        if later is None or version.person != later.person or later.at - version.at > _SITTING:
            yield version
        later = version
