"""Requirements: what people do with the drafted lines, and the page that shows them.

In: forms as strings. Out: a RequirementsView, and Saved for each write. Infrastructure lines are open to IT too; the
others to marketing and to people of both sides. What is being done to a line is in requirement_changes.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import update

from translator.core.requirements.model import Edit, Exclusion, Requirement, Status
from translator.core.terms import Category, Priority
from translator.services.access import Right, open_use_case
from translator.services.answer_store import open_scope
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, reading, writing
from translator.services.gather import dossier
from translator.services.lines import RequirementRow, exclusions_in, lines_in, requirement_row
from translator.services.requirement_changes import Wording, added, edited, kept, restored, taken, worded
from translator.services.requirement_store import Change, change_line, next_number, right_for, store_line
from translator.services.still_right import cleared
from translator.storage import tables
from translator.storage.requirement_mapping import edit_from

_NEEDED = "Write what the system shall do."


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementsView:
    """Hold the requirements of one use case (`scope` its number), of no single one (0), or of all (None).

    `rows` go into the document, `covered` ones by what they share; `dropped` and `withdrawn` do not. `asked_at` is when
    marketing last asked IT.
    """

    project_id: str
    project_name: str
    scope: int | None
    title: str
    lines: tuple[RequirementRow, ...]
    exclusions: tuple[Exclusion, ...]
    rights: frozenset[Right]
    asked_at: datetime | None = None
    asked_note: str = ""

    @property
    def rows(self) -> tuple[RequirementRow, ...]:
        """Return the lines that go into the document: functional, data, infrastructure."""
        return tuple(line for line in self.lines if line.requirement.live)

    @property
    def dropped(self) -> tuple[RequirementRow, ...]:
        """Return the lines that people took out."""
        return self._with(Status.DROPPED)

    @property
    def withdrawn(self) -> tuple[RequirementRow, ...]:
        """Return the lines that nothing calls for any more and that somebody had worked on; others go unnoticed."""
        return tuple(line for line in self._with(Status.WITHDRAWN) if line.requirement.touched)

    @property
    def to_look_at(self) -> int:
        """Return how many lines a person has to do something about."""
        return sum(line.to_look_at for line in self.rows)

    @property
    def covered(self) -> tuple[RequirementRow, ...]:
        """Return the lines that a shared requirement stands for."""
        return tuple(line for line in self.lines if line.requirement.covered_by)

    def of(self, category: Category) -> tuple[RequirementRow, ...]:
        """Return the lines of one category that go into the document."""
        return tuple(line for line in self.rows if line.requirement.category is category)

    def may_change(self, category: Category) -> bool:
        """Tell whether this person may change lines of a category."""
        return right_for(category) in self.rights

    def _with(self, status: Status) -> tuple[RequirementRow, ...]:
        return tuple(line for line in self.lines if line.requirement.status is status)


def requirements_view(desk: Desk, who: Person, pid: str, scope: int | None) -> RequirementsView:
    """Return the requirements as they stand now."""
    with reading(desk, who, pid) as errand:
        session, project = errand.session, errand.project
        case = open_scope(session, project, scope or 0)
        return RequirementsView(
            project_id=project.id,
            project_name=project.name,
            scope=scope,
            title=case.title if case else project.name,
            lines=lines_in(session, desk, project, scope),
            exclusions=exclusions_in(desk, dossier(session, project, scope)),
            rights=errand.rights,
            asked_at=case.asked_it_at if case else None,
            asked_note=case.asked_it_note if case else "",
        )


def accept(desk: Desk, who: Person, pid: str, row_id: int, version: int) -> Saved:
    """Agree with a drafted line; it goes on following the text."""
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        return change_line(errand, row_id, version, "accepted", _to(Status.ACCEPTED))


def accept_all(desk: Desk, who: Person, pid: str, scope: int | None, seen: Mapping[int, int]) -> int:
    """Agree with the drafted lines of a scope that are still as the person saw them; return how many.

    `seen` maps row ids to versions. Lines that this person may not change are left alone.
    """
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        found = lines_in(errand.session, desk, errand.project, scope)
        lines = [
            line
            for line in found
            if line.requirement.status is Status.DRAFTED
            and seen.get(line.row_id) == line.version
            and right_for(line.requirement.category) in errand.rights
        ]
        for line in lines:
            row = requirement_row(errand.session, errand.project, line.row_id)
            looked = replace(edit_from(row), status=Status.ACCEPTED, rested_on=line.requirement.rests_on)
            store_line(errand, row, looked, "accepted")
        return len(lines)


def edit(
    desk: Desk, who: Person, pid: str, row_id: int, version: int, *, sentence: str, plain: str, fit: str, priority: str
) -> Saved:
    """Put a person's words in place of the draft's; when only the priority differs, the line goes on following."""
    entrance = Entrance()
    words = worded(entrance, sentence=sentence, plain=plain, fit=fit, priority=priority, needed=_NEEDED)
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        saved = change_line(errand, row_id, version, "edited", lambda line, old: edited(line, old, words))
        return replace(saved, removed=entrance.removed)


def set_priority(desk: Desk, who: Person, pid: str, row_id: int, version: int, *, priority: str) -> Saved:
    """Say how much a line matters: must, should, could or won't. A drafted line counts as accepted then."""
    named = worded(Entrance(), sentence="-", plain="", fit="", priority=priority, needed="").priority

    def change(line: Requirement, old: Edit) -> Edit:
        status = Status.ACCEPTED if line.status is Status.DRAFTED else old.status
        return replace(old, priority=named, status=status)

    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        return change_line(errand, row_id, version, "set the priority of", change)


def drop(desk: Desk, who: Person, pid: str, row_id: int, version: int) -> Saved:
    """Take a line out of the document; its id stays its own."""
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        return change_line(errand, row_id, version, "dropped", _to(Status.DROPPED))


def restore(desk: Desk, who: Person, pid: str, row_id: int, version: int) -> Saved:
    """Bring a dropped line back as it was; a withdrawn one comes back as this person's own."""
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        return change_line(errand, row_id, version, "restored", lambda line, old: restored(line, old, who))


def keep_mine(desk: Desk, who: Person, pid: str, row_id: int, version: int) -> Saved:
    """Keep the edited words although their source changed; the mark goes away until it changes again."""
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        return change_line(errand, row_id, version, "kept the words of", kept)


def take_draft(desk: Desk, who: Person, pid: str, row_id: int, version: int) -> Saved:
    """Take today's draft in place of the edited words; the line follows the text again."""
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        return change_line(errand, row_id, version, "took the draft of", taken)


def still_right(desk: Desk, who: Person, pid: str, row_id: int, version: int) -> Saved:
    """Say that a line is right although what is behind it changed; an edited one keeps its words."""
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        return change_line(errand, row_id, version, "found still right", cleared)


def add(
    desk: Desk,
    who: Person,
    pid: str,
    scope: int,
    *,
    category: str,
    sentence: str,
    plain: str = "",
    fit: str = "",
    priority: str = Priority.SHOULD.value,
    rationale: str = "",
    once: str = "",
) -> int:
    """Add a line by hand; return its row's id. It gets the next number of its use case and category.

    `once` names the form that asked for it: sent again, it gets the same line.
    """
    entrance = Entrance()
    if category not in set(Category):
        entrance.refuse("category", "Choose one of the kinds of requirement.")
    reason = entrance.text("rationale", rationale)
    words = worded(entrance, sentence=sentence, plain=plain, fit=fit, priority=priority, needed=_NEEDED)
    kind = Category(category)
    with writing(desk, who, pid, right_for(kind)) as errand:
        open_scope(errand.session, errand.project, scope)
        return int(errand.once(once, lambda: str(add_line(errand, scope, kind, words, reason))))


def ask_it(desk: Desk, who: Person, pid: str, number: int, note: str) -> Saved:
    """Put a use case into IT's queue, with a note; asking again renews both."""
    entrance = Entrance()
    words = entrance.text("note", note)
    entrance.check()
    with writing(desk, who, pid, Right.WRITE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        errand.record("asked IT about", "use case", number, before={"note": case.asked_it_note}, after={"note": words})
        # The text itself did not change, so its version stays: nobody who is typing gets a conflict from this.
        errand.session.execute(
            update(tables.UseCase)
            .where(tables.UseCase.id == case.id)
            .values(asked_it_at=desk.now(), asked_it_note=words, version=case.version)
            .execution_options(synchronize_session=False)
        )
        return Saved(version=case.version, at=desk.now(), removed=entrance.removed)


def add_line(errand: Errand, scope: int, kind: Category, words: Wording, reason: str) -> int:
    """Add a line by hand in an errand under way; return its row's id."""
    number = next_number(errand.session, errand.project, scope, kind)
    row = tables.Requirement(project_id=errand.project.id)
    errand.session.add(row)
    new = added(words, category=kind, scope=scope, number=number, rationale=reason, who=errand.who)
    store_line(errand, row, new, "added")
    return row.id


def _to(status: Status) -> Change:
    return lambda _line, old: replace(old, status=status)
