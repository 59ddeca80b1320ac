"""An errand under way: one open transaction, one person, one project that is open to them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from translator.services import history
from translator.services.access import Right, open_project, require, rights_in
from translator.services.bank_of import desk_of
from translator.services.desk import Desk, Person
from translator.services.history import Values
from translator.services.once import made_once
from translator.storage import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Hold what every step of one errand needs; the bank on the desk is the project's own."""

    session: Session
    desk: Desk
    who: Person
    project: tables.Project

    @property
    def rights(self) -> frozenset[Right]:
        """Return what this person may do in the project."""
        return rights_in(self.session, self.who, self.project)

    def require(self, right: Right) -> None:
        """Raise NotAllowed unless this person has the right."""
        require(self.session, self.who, self.project, right)

    def once(self, key: str, make: Callable[[], str]) -> str:
        """Return what `make` gives, or gave when this person first sent the form that `key` names."""
        return made_once(self.session, self.desk, self.who, key, make)

    def record(
        self,
        action: str,
        subject: str,
        subject_id: str | int,
        *,
        before: Values | None = None,
        after: Values | None = None,
    ) -> None:
        """Add one line to the project's history; see translator.services.history.record."""
        history.record(
            self.session,
            self.desk,
            self.who,
            self.project,
            action=action,
            subject=subject,
            subject_id=subject_id,
            before=before,
            after=after,
        )


@contextmanager
def writing(desk: Desk, who: Person, pid: str, right: Right) -> Iterator[Errand]:
    """Open a project for a write; everything commits together, or nothing does."""
    with desk.db.writing() as session:
        yield _errand(session, desk, who, open_project(session, who, pid, right))


@contextmanager
def reading(desk: Desk, who: Person, pid: str) -> Iterator[Errand]:
    """Open a project for a page."""
    with desk.db.reading() as session:
        yield _errand(session, desk, who, open_project(session, who, pid, Right.READ))


def _errand(session: Session, desk: Desk, who: Person, project: tables.Project) -> Errand:
    """Put the project's own bank on the desk."""
    return Errand(session=session, desk=desk_of(session, desk, project), who=who, project=project)
