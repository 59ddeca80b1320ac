"""Still right: a person says of several lines at once that they hold although something behind them changed.

In: the rows with the versions that the person saw. Out: how many marks went, and the name by which the whole can be
taken back. Each line gets its own line of history; one more says how all of them stood before.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from translator.core.errors import InputError
from translator.core.requirements.model import Edit, Requirement
from translator.core.terms import Category
from translator.services.access import Right
from translator.services.desk import Desk, Person
from translator.services.errand import Errand, writing
from translator.services.errors import NotFound
from translator.services.lines import RequirementRow, lines_in, requirement_row
from translator.services.requirement_changes import kept
from translator.services.requirement_store import right_for, store_line
from translator.storage import tables
from translator.storage.requirement_mapping import edit_from

_FOUND, _BACK = "found several still right", "took back that they are right"
_ONE = "found still right"
_SUBJECT = "requirements"


def cleared(line: Requirement, old: Edit) -> Edit:
    """Return what was done to a line once somebody found it still right; an edited one keeps its words."""
    if not line.suspect:
        raise InputError("Nothing behind this requirement changed since somebody last looked.")
    return kept(line, old) if line.source_changed else old


def all_still_right(desk: Desk, who: Person, pid: str, seen: Mapping[int, int]) -> tuple[int, str]:
    """Clear the marks of the lines that are as the person saw them; return how many, and what takes it back.

    `seen` maps row ids to versions. Lines that changed since, carry no mark or belong to the other side stay as they
    are; raise NotAllowed where all of them belong there.
    """
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        marked = _marked(errand, seen)
        mine = [line for line in marked if right_for(line.requirement.category) in errand.rights]
        if not mine:
            for line in marked:
                errand.require(right_for(line.requirement.category))
            return 0, ""
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        for line in mine:
            row = requirement_row(errand.session, errand.project, line.row_id)
            before[str(row.id)] = {"rested_on": row.rested_on, "based_on": row.based_on}
            new = cleared(line.requirement, edit_from(row))
            store_line(errand, row, replace(new, rested_on=line.requirement.rests_on), _ONE)
            after[str(row.id)] = row.version
        entry = desk.now().isoformat()
        errand.record(_FOUND, _SUBJECT, entry, before={"lines": before}, after={"versions": after})
        return len(after), entry


def take_back_all(desk: Desk, who: Person, pid: str, entry: str) -> int:
    """Put the marks back that one click cleared; return how many. Lines that somebody changed since keep their state.

    Raise NotFound for what nobody did in this project.
    """
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        lines, versions = _noted(errand, entry)
        many = 0
        for name, was in lines.items():
            row = requirement_row(errand.session, errand.project, int(name))
            errand.require(right_for(Category(row.category)))
            if row.version == versions[name]:
                row.rested_on, row.based_on = was["rested_on"], was["based_on"]
                errand.session.flush()
                errand.record(_BACK, "requirement", row.id, after=was)
                many += 1
        return many


def _marked(errand: Errand, seen: Mapping[int, int]) -> list[RequirementRow]:
    """Return the lines that carry a mark and are as the person saw them."""
    row = tables.Requirement
    query = select(row.scope).where(row.project_id == errand.project.id, row.id.in_(list(seen))).distinct()
    found = (
        line
        for scope in sorted(set(errand.session.scalars(query)))
        for line in lines_in(errand.session, errand.desk, errand.project, scope)
        if line.scope == scope
    )
    return [line for line in found if line.requirement.suspect and seen.get(line.row_id) == line.version]


def _noted(errand: Errand, entry: str) -> tuple[dict[str, Any], dict[str, int]]:
    line = tables.History
    query = select(line).where(
        line.project_id == errand.project.id,
        line.subject == _SUBJECT,
        line.subject_id == entry,
        line.action == _FOUND,
    )
    found = errand.session.scalars(query).first()
    if found is None or found.before is None or found.after is None:
        raise NotFound
    return found.before["lines"], found.after["versions"]
