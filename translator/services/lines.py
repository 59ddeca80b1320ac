"""Lines: the requirements of a project as they stand now, each with its row's id and version.

In: an open project. Out: RequirementRows in the document's order. Nothing is stored here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.core.bank.model import Bank
from translator.core.dossier import Dossier
from translator.core.quality.names import explained_by
from translator.core.quality.remarks import MOST, Remark, remarks_on
from translator.core.requirements.exclusions import exclusions
from translator.core.requirements.follow import follow
from translator.core.requirements.model import Draft, Exclusion, Requirement, Status
from translator.services.bank_of import desk_of
from translator.services.desk import Desk
from translator.services.errors import NotFound
from translator.services.follow import drafts_of, reading_of, standard_drafts
from translator.services.gather import dossier, rows_of, use_cases_of
from translator.services.sharing import shared_in
from translator.storage import tables
from translator.storage.requirement_mapping import edit_from

_Judge = Callable[[Requirement], tuple[Remark, ...]]
_BY_HAND = (Status.EDITED.value, Status.ADDED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementRow:
    """Hold one requirement with what a write needs.

    `version` belongs to the requirement, `judged` to IT's word on it (0 while IT has said nothing). `scope` is 0 for
    a requirement of no single use case. `findings` are what can be said about it, the weightiest first: on words of the
    text that are gone, and on words that a person wrote.
    """

    requirement: Requirement
    row_id: int
    version: int
    judged: int = 0
    findings: tuple[Remark, ...] = ()

    @property
    def shown(self) -> tuple[Remark, ...]:
        """Return the weightiest findings, as many as people can use at a time."""
        return self.findings[:MOST]

    @property
    def scope(self) -> int:
        """Return the use case's number, 0 for the project."""
        return self.requirement.use_case or 0

    @property
    def waits(self) -> bool:
        """Tell whether IT still has to judge it, or to judge it again because its sentence changed."""
        return self.requirement.live and (self.requirement.feasibility is None or self.requirement.review_stale)

    @property
    def to_look_at(self) -> bool:
        """Tell whether a person has to accept it, settle it with its source, or say that it is still right."""
        line = self.requirement
        return line.status is Status.DRAFTED or line.source_changed or line.suspect

    @property
    def asks_again(self) -> bool:
        """Tell whether IT's word is about today's sentence, and something behind it changed since a person looked."""
        line = self.requirement
        return line.suspect and line.feasibility is not None and not line.review_stale


def lines_in(session: Session, desk: Desk, project: tables.Project, scope: int | None) -> tuple[RequirementRow, ...]:
    """Return the lines of one scope; None = the whole project, its use cases first. Withdrawn ones are among them."""
    desk = desk_of(session, desk, project)
    gathered = dossier(session, project, scope)
    rows = rows_of(session, tables.Requirement, project, None if scope is None else {scope})
    found: list[RequirementRow] = []
    judge = _judge(desk.bank, gathered, rows)
    for work in gathered.works:
        drafts = drafts_of(desk.bank, work, gathered.answers)
        found += _lines(judge, drafts, [r for r in rows if r.scope == work.use_case.number])
    if not scope:
        own = [r for r in rows if r.scope == 0]
        found += _lines(judge, (*standard_drafts(desk.bank, gathered), *shared_in(own)), own)
    return tuple(found)


def line_for(session: Session, desk: Desk, project: tables.Project, row: tables.Requirement) -> RequirementRow:
    """Return the line of one row."""
    found = lines_in(session, desk, project, row.scope)
    return next(line for line in found if line.row_id == row.id)


def requirement_row(session: Session, project: tables.Project, row_id: int) -> tables.Requirement:
    """Return a requirement's row of an open project; raise NotFound for one of another project or use case deleted."""
    row = tables.Requirement
    found = session.scalars(select(row).where(row.id == row_id, row.project_id == project.id)).one_or_none()
    if found is None or (found.scope and not use_cases_of(session, project, found.scope)):
        raise NotFound
    return found


def exclusions_in(desk: Desk, gathered: Dossier) -> tuple[Exclusion, ...]:
    """Return what the narratives of a dossier rule out, in order of use case and text."""
    return tuple(e for work in gathered.works for e in exclusions(work.use_case, reading_of(desk.bank, work)))


def _judge(bank: Bank, gathered: Dossier, rows: Iterable[tables.Requirement]) -> _Judge:
    """Return what says which remarks a line gets; terms are only looked up where somebody wrote a line by hand."""
    by_hand = any(row.status in _BY_HAND for row in rows)
    explained = explained_by(bank, (entry.term for entry in gathered.terms)) if by_hand else None
    return partial(remarks_on, words=bank.quality, explained=explained)


def _lines(judge: _Judge, drafts: Iterable[Draft], rows: list[tables.Requirement]) -> list[RequirementRow]:
    """Pair requirements with their rows; what a newer question bank would add waits until the store has followed."""
    stored = {row.key: row for row in rows}
    requirements = follow(drafts, [edit_from(row) for row in rows])
    return [_line(judge, r, stored[r.key]) for r in requirements if r.key in stored]


def _line(judge: _Judge, requirement: Requirement, row: tables.Requirement) -> RequirementRow:
    return RequirementRow(
        requirement=requirement,
        row_id=row.id,
        version=row.version,
        judged=row.feasibility.version if row.feasibility else 0,
        findings=judge(requirement),
    )
