"""Invitations: a link that is shown once and lets one person in.

In: who may come, on which side. Out: a token for the link; the store keeps only its hash.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.services.access import SIDES, Right, membership_of, possible
from translator.services.desk import Desk, Person
from translator.services.entrance import Entrance
from translator.services.errand import Errand, writing
from translator.services.errors import NotFound
from translator.services.history import record
from translator.storage.tables import Invitation, Membership, Project, User

LASTS = timedelta(days=14)


class InvitationState(StrEnum):
    """Say what became of an invitation."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRow:
    """Hold one invitation as a lead sees it; `label` says in the lead's words whom it is for."""

    id: int
    label: str
    side: str
    lead: bool
    expires_at: datetime
    state: InvitationState


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationView:
    """Hold an open invitation as the invited person sees it."""

    project_name: str
    side: str
    lead: bool
    invited_by: str


def invite(  # noqa: PLR0917 - the order of the form
    desk: Desk, who: Person, pid: str, label: str, side: str, lead: bool = False, *, once: str = ""
) -> str:
    """Make an invitation that lasts 14 days; return its token, which cannot be had a second time.

    `once` names the form that asked for it: sent again, it gets the same token, which is made from it and kept nowhere.
    """
    token = _token_of(once) if once else secrets.token_urlsafe(32)
    with writing(desk, who, pid, Right.MANAGE) as errand:
        entrance = Entrance()
        label = entrance.line("label", label)
        check_side(entrance, side, lead=lead)
        entrance.check()
        known = errand.session.scalar(select(Invitation.id).where(Invitation.token_hash == _hash(token)))
        if known is None:
            _store(errand, token, label=label, side=side, lead=lead)
    return token


def look_at_invitation(desk: Desk, token: str) -> InvitationView:
    """Return what an invitation is for; NotFound when it is used, revoked, too old, or never was."""
    with desk.db.reading() as session:
        row, project = _open(session, desk, token)
        inviter = session.get_one(User, row.created_by)
        return InvitationView(project_name=project.name, side=row.side, lead=row.lead, invited_by=inviter.name)


def accept_invitation(desk: Desk, who: Person, token: str) -> str:
    """Let this person in; return the project's id. Whoever is a member already stays what they are."""
    with desk.db.writing() as session:
        row, project = _open(session, desk, token, lock=True)
        if membership_of(session, project.id, who.id) is None:
            row.used_at, row.used_by = desk.now(), who.id
            session.add(Membership(project_id=project.id, user_id=who.id, side=row.side, lead=row.lead))
            session.flush()
            record(
                session, desk, who, project, action="joined", subject="member", subject_id=who.id,
                after={"name": who.name, "side": row.side, "lead": row.lead},
            )  # fmt: skip
        return project.id


def revoke_invitation(desk: Desk, who: Person, pid: str, invitation_id: int) -> None:
    """Close an open invitation; NotFound when it is not of this project or no longer open."""
    with writing(desk, who, pid, Right.MANAGE) as errand:
        row = errand.session.get(Invitation, possible(invitation_id))
        if row is None or row.project_id != errand.project.id:
            raise NotFound
        if row.revoked_at is not None:
            return  # the same button pressed twice
        if _state(row, desk.now()) is not InvitationState.OPEN:
            raise NotFound
        row.revoked_at = desk.now()
        errand.record("took back the invitation", "invitation", row.id, before={"label": row.label})


def invitations_of(errand: Errand) -> tuple[InvitationRow, ...]:
    """Return the invitations of a project, the latest first."""
    found = Invitation.project_id == errand.project.id
    rows = errand.session.scalars(select(Invitation).where(found).order_by(Invitation.id.desc()))
    now = errand.desk.now()
    return tuple(
        InvitationRow(
            id=row.id, label=row.label, side=row.side, lead=row.lead, expires_at=row.expires_at, state=_state(row, now)
        )
        for row in rows
    )


def check_side(entrance: Entrance, side: str, *, lead: bool) -> None:
    """Refuse a side that does not exist, and a reader who would be a lead."""
    if side not in SIDES:
        entrance.refuse("side", "Choose a side.")
    elif lead and side == "reader":
        entrance.refuse("lead", "A reader cannot be a lead. Choose a side, or leave the lead out.")


def _store(errand: Errand, token: str, **said: Any) -> None:
    now = errand.desk.now()
    made = {"project_id": errand.project.id, "created_by": errand.who.id, "created_at": now, "expires_at": now + LASTS}
    row = Invitation(token_hash=_hash(token), **made, **said)
    errand.session.add(row)
    errand.session.flush()
    errand.record("invited", "invitation", row.id, after=said)


def _open(session: Session, desk: Desk, token: str, *, lock: bool = False) -> tuple[Invitation, Project]:
    """Return an open invitation with its project; `lock` holds the project to the end of the transaction.

    The invitation is read after the lock is there, so that of two who come at once only one finds it open.
    """
    here = Invitation.token_hash == _hash(token)
    if lock:
        project = select(Project.id).join(Invitation, Invitation.project_id == Project.id).where(here)
        session.execute(project.with_for_update(of=Project))
    query = select(Invitation, Project).join(Project, Project.id == Invitation.project_id)
    found = session.execute(query.where(here, Project.deleted_at.is_(None))).one_or_none()
    if found is None or _state(found[0], desk.now()) is not InvitationState.OPEN:
        raise NotFound
    return found[0], found[1]


def _state(row: Invitation, now: datetime) -> InvitationState:
    if row.revoked_at is not None:
        return InvitationState.REVOKED
    if row.used_at is not None:
        return InvitationState.USED
    return InvitationState.OPEN if now < row.expires_at else InvitationState.EXPIRED


def _token_of(once: str) -> str:
    return hashlib.sha256(f"invitation {once}".encode()).hexdigest()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
