"""The store of requirements: one change of one line, with its version, its history and what follows from it."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from translator.core.requirements.model import Edit, Requirement
from translator.core.terms import Category
from translator.services.access import Right
from translator.services.desk import Saved
from translator.services.errand import Errand
from translator.services.follow import follow_scope
from translator.services.history import snapshot
from translator.services.lines import line_for, requirement_row
from translator.services.versions import expect, said_already
from translator.storage import tables
from translator.storage.requirement_mapping import edit_from, write_edit

_KEPT = ("status", "sentence", "plain", "fit", "priority", "rationale", "based_on", "person", "rested_on")
Change = Callable[[Requirement, Edit], Edit]


def right_for(category: Category) -> Right:
    """Return the right that changing a line of this category takes."""
    shared = category in (Category.INFRASTRUCTURE, Category.SERVICES)
    return Right.INFRASTRUCTURE if shared else Right.WRITE


def change_line(errand: Errand, row_id: int, version: int, action: str, change: Change) -> Saved:
    """Change one line. Raise Conflict with both texts when `version` is not the latest.

    `change` gets the line as it stands and what was done to it so far. The texts of a conflict are what it would
    have made of the line, and what the line says now. Whoever changes a line has looked at what is behind it.
    """
    row = requirement_row(errand.session, errand.project, row_id)
    errand.require(right_for(Category(row.category)))
    line = line_for(errand.session, errand.desk, errand.project, row).requirement
    old = edit_from(row)
    new = replace(change(line, old), rested_on=line.rests_on)
    if said_already(row, version, replace(new, person=old.person), old):
        return Saved(version=row.version, at=errand.desk.now())
    expect(row, version, f"requirement {line.id}", _mine(line, new), _texts(line))
    store_line(errand, row, new, action)
    follow_scope(errand.session, errand.desk, errand.project, row.scope)
    return Saved(version=row.version, at=errand.desk.now())


def store_line(errand: Errand, row: tables.Requirement, new: Edit, action: str) -> None:
    """Put an Edit into its row, new or old, and note it in the history. `action` is a verb in the past.

    The person kept with it is whose words it holds, or who touched it first.
    """
    before = snapshot(row, *_KEPT) if row.id else None
    mine = not new.person or _words(new) != _words(edit_from(row) if row.id else None)
    said = replace(new, person=errand.who.name) if mine else new
    write_edit(row, said)
    errand.session.flush()
    errand.record(action, "requirement", row.id, before=before, after=snapshot(row, *_KEPT))


def note_look(errand: Errand, row: tables.Requirement, line: Requirement) -> None:
    """Note that somebody looked at a line. Its version stays: nobody who has it open gets a conflict from this."""
    errand.session.execute(
        update(tables.Requirement)
        .where(tables.Requirement.id == row.id)
        .values(rested_on=list(line.rests_on), version=row.version)
        .execution_options(synchronize_session=False)
    )


def next_number(session: Session, project: tables.Project, scope: int, category: Category) -> int:
    """Return the next number of a use case and category; numbers are never given twice."""
    row = tables.Requirement
    highest = select(func.max(row.number)).where(
        row.project_id == project.id, row.scope == scope, row.category == category.value
    )
    return (session.scalar(highest) or 0) + 1


def _words(edit: Edit | None) -> tuple[str | None, ...]:
    return (edit.sentence, edit.plain, edit.fit) if edit else ()


def _texts(line: Requirement) -> dict[str, str]:
    return {"sentence": line.sentence, "plain": line.plain, "fit": line.fit, "priority": line.priority.value}


def _mine(line: Requirement, new: Edit) -> dict[str, str]:
    said = {"sentence": new.sentence, "plain": new.plain, "fit": new.fit, "priority": new.priority}
    return {**_texts(line), **{field: str(words) for field, words in said.items() if words is not None}}
