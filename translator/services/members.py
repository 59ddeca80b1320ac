"""Members: who belongs to a project, on which side, and who leads.

In: a project and a person. Out: a MembersView for the page, Saved for a change. A project always keeps a lead.
"""

from dataclasses import dataclass

from sqlalchemy import select

from translator.core.errors import InputError
from translator.services.access import Right, membership_of
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, reading, writing
from translator.services.errors import NotFound
from translator.services.history import snapshot
from translator.services.invitations import InvitationRow, check_side, invitations_of
from translator.services.versions import done_last_by_me, expect, said_already
from translator.storage.tables import Membership, User

_NO_LEAD = "A project needs a lead. Make somebody else a lead first."


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """Hold one member; `version` is the one to send with a change."""

    user_id: int
    name: str
    email: str
    side: str
    lead: bool
    version: int
    is_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersView:
    """Hold the people of a project; `invitations` are empty for those who may not manage."""

    members: tuple[MemberRow, ...]
    invitations: tuple[InvitationRow, ...]
    can_manage: bool


def members(desk: Desk, who: Person, pid: str) -> MembersView:
    """Return the people of a project in the order in which they came."""
    with reading(desk, who, pid) as errand:
        mine = Membership.project_id == errand.project.id
        rows = errand.session.scalars(select(Membership).join(User).where(mine).order_by(Membership.id))
        manages = Right.MANAGE in errand.rights
        return MembersView(
            members=tuple(_member(row, who) for row in rows),
            invitations=invitations_of(errand) if manages else (),
            can_manage=manages,
        )


def change_member(  # noqa: PLR0917 - the order of the form
    desk: Desk, who: Person, pid: str, user_id: int, version: int, side: str, lead: bool
) -> Saved:
    """Put a member on another side, or make or unmake them a lead."""
    with writing(desk, who, pid, Right.MANAGE) as errand:
        row = _row(errand, user_id)
        entrance = Entrance()
        check_side(entrance, side, lead=lead)
        entrance.check()
        mine, theirs = _said(side, lead=lead), _said(row.side, lead=row.lead)
        if said_already(row, version, mine, theirs):
            return Saved(version=row.version, at=desk.now())
        expect(row, version, row.user.name, mine, theirs)
        if row.lead and not lead:
            _keep_a_lead(errand, row)
        before = snapshot(row, "side", "lead")
        row.side, row.lead = side, lead
        errand.session.flush()
        errand.record("changed", "member", user_id, before=before, after=snapshot(row, "side", "lead"))
        return Saved(version=row.version, at=desk.now())


def remove_member(desk: Desk, who: Person, pid: str, user_id: int) -> None:
    """Take a member out of the project; everybody may take themselves out, only leads others."""
    leaving = user_id == who.id
    with writing(desk, who, pid, Right.READ if leaving else Right.MANAGE) as errand:
        errand.session.refresh(errand.project, with_for_update=True)
        gone = membership_of(errand.session, errand.project.id, user_id) is None
        if gone and done_last_by_me(errand, "member", user_id, "removed"):
            return  # the same button pressed twice
        row = _row(errand, user_id)
        if row.lead:
            _keep_a_lead(errand, row)
        before = {"name": row.user.name, "side": row.side, "lead": row.lead}
        errand.record("left" if leaving else "removed", "member", user_id, before=before)
        errand.session.delete(row)


def _row(errand: Errand, user_id: int) -> Membership:
    row = membership_of(errand.session, errand.project.id, user_id)
    if row is None:
        raise NotFound
    return row


def _keep_a_lead(errand: Errand, leaving: Membership) -> None:
    others = select(Membership.id).where(
        Membership.project_id == leaving.project_id, Membership.lead.is_(True), Membership.id != leaving.id
    )
    if errand.session.scalars(others.limit(1)).first() is None:
        raise InputError(_NO_LEAD, "lead")


def _member(row: Membership, who: Person) -> MemberRow:
    return MemberRow(
        user_id=row.user_id, name=row.user.name, email=row.user.email, side=row.side, lead=row.lead,
        version=row.version, is_me=row.user_id == who.id,
    )  # fmt: skip


def _said(side: str, *, lead: bool) -> dict[str, str]:
    return {"side": side, "lead": "yes" if lead else "no"}
