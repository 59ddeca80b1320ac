"""Who may see and do what. Every look-up of every errand goes through `visible_to` or `open_project`.

right                who
READ                 every member
WRITE                marketing, both            narratives, answers, requirements
INFRASTRUCTURE       marketing, IT, both        requirements of categories I and V
PRICE                IT, both                   feasibility, options, estimates
CHOOSE               marketing, both            which option
COPY                 marketing, IT, both        the whole project, as one of their own
ANSWER_QUESTION      marketing, IT, both        open questions
MANAGE               leads of any side          project facts, members, invitations, deletion
"""

from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from translator.services.desk import Person
from translator.services.errors import NotAllowed, NotFound
from translator.storage import tables


class Right(StrEnum):
    """Name what a member may do; the value is how a page's data names it."""

    READ = "read"
    WRITE = "write"
    INFRASTRUCTURE = "infrastructure"
    PRICE = "price"
    CHOOSE = "choose"
    COPY = "copy"
    ANSWER_QUESTION = "answer question"
    MANAGE = "manage"


_LARGEST = 2**31 - 1
SIDES = ("marketing", "it", "both", "reader")

_SHARED = frozenset({Right.READ, Right.INFRASTRUCTURE, Right.ANSWER_QUESTION, Right.COPY})
_MARKETING = _SHARED | {Right.WRITE, Right.CHOOSE}
_IT = _SHARED | {Right.PRICE}
_SIDE_RIGHTS = {"marketing": _MARKETING, "it": _IT, "both": _MARKETING | _IT, "reader": frozenset({Right.READ})}
_WHO_MAY = {
    Right.READ: "members of this project",
    Right.WRITE: "the marketing side of this project",
    Right.INFRASTRUCTURE: "the marketing and IT sides of this project",
    Right.PRICE: "the IT side of this project",
    Right.CHOOSE: "the marketing side of this project",
    Right.COPY: "the marketing and IT sides of this project",
    Right.ANSWER_QUESTION: "the marketing and IT sides of this project",
    Right.MANAGE: "the leads of this project",
}


def rights_of(side: str, *, lead: bool) -> frozenset[Right]:
    """Return what a member of a side may do. A reader is never a lead."""
    manages = lead and side != "reader"
    return _SIDE_RIGHTS[side] | ({Right.MANAGE} if manages else frozenset())


def visible_to(who: Person, *, deleted: bool = False) -> ColumnElement[bool]:
    """Return the condition on `project` under which this person sees it; `deleted` asks for the deleted ones."""
    mine = select(tables.Membership.project_id).where(tables.Membership.user_id == who.id)
    gone = tables.Project.deleted_at.is_not(None) if deleted else tables.Project.deleted_at.is_(None)
    return tables.Project.id.in_(mine) & gone


def open_project(
    session: Session, who: Person, project_id: str, right: Right, *, deleted: bool = False
) -> tables.Project:
    """Return the project's row. Raise NotFound when it is absent or foreign, NotAllowed when the right is missing.

    For every right but READ the row is locked to the end of the transaction, so that two writes to one project
    never interleave (PostgreSQL; SQLite has one writer anyway).
    """
    if not (project_id.isascii() and project_id.isalnum()):
        raise NotFound  # no id looks like this, and not every database takes every character
    query = select(tables.Project).where(tables.Project.id == project_id, visible_to(who, deleted=deleted))
    if right is not Right.READ:
        query = query.with_for_update(of=tables.Project)
    project = session.scalars(query).one_or_none()
    if project is None:
        raise NotFound
    require(session, who, project, right)
    return project


def membership_of(session: Session, project_id: str, user_id: int) -> tables.Membership | None:
    """Return a person's membership of a project as it is now, None when there is none."""
    found = tables.Membership
    query = select(found).where(found.project_id == project_id, found.user_id == possible(user_id))
    return session.scalars(query, execution_options={"populate_existing": True}).one_or_none()


def my_membership(session: Session, who: Person, project: tables.Project) -> tables.Membership:
    """Return this person's own membership of a project that is open to them."""
    membership = membership_of(session, project.id, who.id)
    if membership is None:
        raise NotFound
    return membership


def rights_in(session: Session, who: Person, project: tables.Project) -> frozenset[Right]:
    """Return what this person may do in a project that is open to them."""
    membership = my_membership(session, who, project)
    return rights_of(membership.side, lead=membership.lead)


def require(session: Session, who: Person, project: tables.Project, right: Right) -> None:
    """Raise NotAllowed unless this person has the right in the project."""
    if right not in rights_in(session, who, project):
        raise NotAllowed(right.value, _WHO_MAY[right])


def possible(number: int) -> int:
    """Return a number that came in with an address; raise NotFound for one that no column can hold."""
    if not 0 <= number <= _LARGEST:
        raise NotFound
    return number


def open_use_case(session: Session, project: tables.Project, number: int, *, deleted: bool = False) -> tables.UseCase:
    """Return a use case of an open project by its number; raise NotFound when there is none (`deleted`: deleted)."""
    case = tables.UseCase
    gone = case.deleted_at.is_not(None) if deleted else case.deleted_at.is_(None)
    query = select(case).where(case.project_id == project.id, case.number == possible(number), gone)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise NotFound
    return found
