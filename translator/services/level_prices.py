"""Level prices: what a shared requirement costs at one level, said by IT.

In: a form as strings. Out: Saved; Conflict with both prices when somebody else priced the level since.
"""

from collections.abc import Mapping

from translator.core.estimates import ThreePoint
from translator.core.specification.figures import money_points
from translator.core.what_if import LevelPrice
from translator.services.access import Right
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, writing
from translator.services.errors import Conflict, NotFound
from translator.services.gather import price_rows
from translator.services.history import snapshot
from translator.services.option_form import money_in
from translator.services.versions import changed_last_by_me
from translator.storage import agreement_tables
from translator.storage.project_mapping import price_from

_KEPT = ("one_off", "yearly", "note")
_LEVEL_LENGTH = 120


def price_level(
    desk: Desk, who: Person, pid: str, need: str, level: str, *, version: int, fields: Mapping[str, str]
) -> Saved:
    """Say what a shared requirement costs at a level; `version` is 0 while nobody has.

    `fields`: note, and for each of one_off and yearly three fields ending in _optimistic, _likely, _pessimistic.
    """
    entrance = Entrance()
    with writing(desk, who, pid, Right.PRICE) as errand:
        _known(errand, need, level)
        currency = errand.project.currency
        one_off, yearly = (money_in(fields, name, currency, entrance) for name in ("one_off", "yearly"))
        note = entrance.text("note", fields.get("note", "")).strip()
        entrance.check()
        row = _row(errand, need, level)
        before = snapshot(row, *_KEPT) if row.id else None
        mine = _texts(one_off, yearly, note, currency)
        old = price_from(row) if row.id else LevelPrice(need=need, level=level)
        theirs = _texts(old.one_off, old.yearly, old.note, currency)
        seen = row.version if row.id else 0
        if seen != version:
            own = bool(row.id) and changed_last_by_me(errand, "level price", row.id)
            raise Conflict(f"the price of “{level}”", mine, theirs, seen, own=own, by=row.person or "")
        row.one_off, row.yearly, row.note = _points(one_off), _points(yearly), note
        row.person, row.at = who.name, desk.now()
        errand.session.add(row)
        errand.session.flush()
        errand.record("priced", "level price", row.id, before=before, after=snapshot(row, *_KEPT))
        return Saved(version=row.version, at=desk.now(), removed=entrance.removed)


def _known(errand: Errand, need: str, level: str) -> None:
    sharing = errand.desk.bank.sharing
    if sharing is None or sharing.need(need) is None or not 0 < len(level) <= _LEVEL_LENGTH:
        raise NotFound


def _row(errand: Errand, need: str, level: str) -> agreement_tables.LevelPrice:
    rows = price_rows(errand.session, errand.project)
    found = next((row for row in rows if (row.need, row.level) == (need, level)), None)
    return found or agreement_tables.LevelPrice(project_id=errand.project.id, need=need, level=level)


def _points(estimate: ThreePoint | None) -> list[int] | None:
    return [estimate.optimistic, estimate.likely, estimate.pessimistic] if estimate else None


def _texts(one_off: ThreePoint | None, yearly: ThreePoint | None, note: str, currency: str) -> dict[str, str]:
    return {
        "one-off cost": money_points(one_off, currency),
        "yearly cost": money_points(yearly, currency),
        "note": note,
    }
