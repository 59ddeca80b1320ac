"""Projects: the list of them, one as its pages need it, and making, changing, deleting and restoring one.

In: a person and forms as strings. Out: cards, a ProjectView, Saved. A deleted project can be restored for 30 days.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from translator.services.access import Right, my_membership, open_project, rights_of, visible_to
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import reading, writing
from translator.services.errors import NotFound
from translator.services.follow import follow_scope
from translator.services.history import record
from translator.services.once import made_once
from translator.services.project_copy import copy_project
from translator.services.project_facts import ProjectFacts, put_facts
from translator.services.project_start import start_project
from translator.services.project_steps import Progress, Step, progress_of
from translator.storage.tables import Membership, Project

__all__ = [
    "DeletedProject", "ProjectCard", "ProjectView", "copy_project", "create_project", "delete_project",
    "deleted_projects", "list_projects", "project_view", "restore_project", "save_project",
]  # fmt: skip

KEPT_FOR = timedelta(days=30)
_NAMELESS = "Give the project a name."


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCard:
    """Hold one project of the list.

    `waits_for` is "marketing", "it", "both" or ""; `status` is in words for the page.
    """

    id: str
    name: str
    objective: str
    sample: bool
    my_side: str
    lead: bool
    use_cases: int
    needed: int
    to_confirm: int
    open_questions_count: int
    updated_at: datetime
    waits_for: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletedProject:
    """Hold a project that can still be restored, up to the moment `until`."""

    id: str
    name: str
    deleted_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """Hold a project as its pages need it. `budget` in minor units of `currency`; `version` goes with a save."""

    id: str
    name: str
    objective: str
    problem: str
    success: str
    proof: str
    currency: str
    budget: int | None
    deadline: date | None
    sample: bool
    version: int
    updated_at: datetime
    my_side: str
    lead: bool
    rights: frozenset[Right]
    progress: Progress

    @property
    def use_cases(self) -> tuple[Step, ...]:
        """Return the use cases in order of their number, each with how far it has come."""
        return self.progress.steps

    @property
    def questions_for_me(self) -> int:
        """Return how many open questions wait for this person's side."""
        return self.progress.questions_for(self.my_side)

    def may(self, right: str) -> bool:
        """Tell whether this person has a right, by its name ("write")."""
        return Right(right) in self.rights


def list_projects(desk: Desk, who: Person) -> tuple[ProjectCard, ...]:
    """Return the projects that this person is a member of, the one changed last first."""
    with desk.db.reading() as session:
        mine = select(Project, Membership).join(Membership, Membership.project_id == Project.id)
        mine = mine.where(Membership.user_id == who.id, visible_to(who)).order_by(Project.updated_at.desc())
        found = session.execute(mine).all()
        progress = progress_of(session, desk, (project.id for project, _ in found))
        return tuple(_card(project, membership, progress[project.id]) for project, membership in found)


def project_view(desk: Desk, who: Person, pid: str) -> ProjectView:
    """Return one project with how far its use cases have come."""
    with reading(desk, who, pid) as errand:
        project = errand.project
        me = my_membership(errand.session, who, project)
        return ProjectView(
            id=project.id,
            name=project.name,
            objective=project.objective,
            problem=project.problem,
            success=project.success,
            proof=project.proof,
            currency=project.currency,
            budget=project.budget,
            deadline=project.deadline,
            sample=project.sample,
            version=project.version,
            updated_at=project.updated_at,
            my_side=me.side,
            lead=me.lead,
            rights=rights_of(me.side, lead=me.lead),
            progress=progress_of(errand.session, desk, [project.id])[project.id],
        )


def create_project(desk: Desk, who: Person, name: str, *, once: str = "") -> str:
    """Start a project; return its id. Whoever starts it leads both sides; the standard requirements stand in it.

    `once` names the form that asked for it: sent again, it gets the same project.
    """
    entrance = Entrance()
    name = entrance.line("name", name, needed=_NAMELESS)
    entrance.check()
    with desk.db.writing() as session:
        return made_once(session, desk, who, once, lambda: _create(session, desk, who, name))


def save_project(desk: Desk, who: Person, pid: str, version: int, **fields: str) -> Saved:
    """Save the facts of a project.

    `fields` are those of ProjectFacts as typed: name, objective, problem, success, proof, currency, budget and
    deadline. A field that is left out stays as it is; an empty one is emptied.
    """
    with writing(desk, who, pid, Right.MANAGE) as errand:
        removed = put_facts(errand, version, ProjectFacts(**fields))
        return Saved(version=errand.project.version, at=desk.now(), removed=removed)


def delete_project(desk: Desk, who: Person, pid: str) -> str:
    """Take a project out of every member's sight and return its name; what was deleted 30 days ago goes for good."""
    with desk.db.writing() as session:
        project = _either(session, who, pid)
        if project.deleted_at is not None:
            return project.name  # the same button pressed twice
        session.execute(delete(Project).where(Project.deleted_at <= desk.now() - KEPT_FOR))
        project.deleted_at = desk.now()
        record(session, desk, who, project, action="deleted", subject="project", subject_id=pid)
        return project.name


def restore_project(desk: Desk, who: Person, pid: str) -> None:
    """Bring a deleted project back, within its 30 days."""
    with desk.db.writing() as session:
        project = _either(session, who, pid)
        if project.deleted_at is None:
            return  # it is back already
        if project.deleted_at <= desk.now() - KEPT_FOR:
            raise NotFound
        project.deleted_at = None
        session.flush()
        record(session, desk, who, project, action="restored", subject="project", subject_id=pid)


def deleted_projects(desk: Desk, who: Person) -> tuple[DeletedProject, ...]:
    """Return the deleted projects that this person may restore, the last one first."""
    with desk.db.reading() as session:
        led = select(Membership.project_id).where(Membership.user_id == who.id, Membership.lead.is_(True))
        recent = Project.deleted_at > desk.now() - KEPT_FOR
        query = select(Project).where(visible_to(who, deleted=True), Project.id.in_(led), recent)
        found = session.scalars(query.order_by(Project.deleted_at.desc())).all()
        return tuple(_deleted(project, project.deleted_at) for project in found if project.deleted_at)


def _either(session: Session, who: Person, pid: str) -> Project:
    """Open a project to delete it or to bring it back, whichever was done already."""
    try:
        return open_project(session, who, pid, Right.MANAGE)
    except NotFound:
        return open_project(session, who, pid, Right.MANAGE, deleted=True)


def _create(session: Session, desk: Desk, who: Person, name: str) -> str:
    project = start_project(session, desk, who, name)
    follow_scope(session, desk, project, 0)
    return project.id


def _card(project: Project, me: Membership, progress: Progress) -> ProjectCard:
    return ProjectCard(
        id=project.id,
        name=project.name,
        objective=project.objective,
        sample=project.sample,
        my_side=me.side,
        lead=me.lead,
        use_cases=len(progress.steps),
        needed=progress.needed,
        to_confirm=progress.to_confirm,
        open_questions_count=progress.open_questions,
        updated_at=project.updated_at,
        waits_for=progress.waits_for,
        status=progress.status,
    )


def _deleted(project: Project, at: datetime) -> DeletedProject:
    return DeletedProject(id=project.id, name=project.name, deleted_at=at, until=at + KEPT_FOR)
