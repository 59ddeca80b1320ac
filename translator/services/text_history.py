"""The history of a text: every version that was saved, who saved it, and the way back to one of them.

In: a use case. Out: TextVersions, the latest first. Nothing is ever overwritten: going back is one more save.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from translator.services.access import Right, open_use_case
from translator.services.desk import Desk, Person, Saved
from translator.services.errand import Errand, reading, writing
from translator.services.errors import NotFound
from translator.services.history import snapshot
from translator.services.use_case_text import SAVES, TEXTS, put_texts, stored_form
from translator.storage.tables import History, UseCase

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


def was_saved(desk: Desk, who: Person, pid: str, number: int, texts: Mapping[str, str]) -> tuple[bool, bool]:
    """Tell whether these texts were ever saved together in a use case, and whether they stand there now.

    What is left out of `texts` counts as empty. A browser asks this before it offers a text that it has kept.
    """
    with reading(desk, who, pid) as errand:
        case = open_use_case(errand.session, errand.project, number)
        kept, _ = stored_form({name: texts.get(name, "") for name in TEXTS})
        now, *before = _texts(case, _entries(errand, number))
        return kept in (now, *before), kept == now


def _entries(errand: Errand, number: int) -> Sequence[History]:
    line = History
    query = select(line).where(
        line.project_id == errand.project.id,
        line.subject == "use case",
        line.subject_id == str(number),
        line.action.in_(SAVES),
    )
    return errand.session.scalars(query.order_by(line.id.desc())).all()


def _versions(case: UseCase, entries: Iterable[History]) -> tuple[TextVersion, ...]:
    """Walk back from the text that stands now: a line of history keeps only what changed."""
    saves = tuple(entries)
    texts = _texts(case, saves)
    return tuple(TextVersion(entry=e.id, at=e.at, person=e.person, **t) for e, t in zip(saves, texts, strict=False))


def _texts(case: UseCase, entries: Iterable[History]) -> list[dict[str, Any]]:
    """Return the texts that stand now, then those before each entry."""
    texts = [snapshot(case, *TEXTS)]
    for entry in entries:
        texts.append({**texts[-1], **(entry.before or {})})
    return texts


def _last_of_sittings(versions: Sequence[TextVersion]) -> Iterable[TextVersion]:
    later: TextVersion | None = None
    for version in versions:
        if later is None or version.person != later.person or later.at - version.at > _SITTING:
            yield version
        later = version
