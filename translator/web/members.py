"""People: who belongs to a project and on which side, and the links that let others in."""

from flask import Blueprint, current_app, flash, redirect, request
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import members as errands
from translator.services.errors import InputErrors, NotFound
from translator.services.invitations import invite, revoke_invitation
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page

pages = Blueprint("members", __name__)

SIDES = (
    ("marketing", "Marketing", "writes what is wanted, answers questions, chooses between options"),
    ("it", "IT", "says what is feasible and prices the options"),
    ("both", "Marketing and IT", "does both; for small teams"),
    ("reader", "Reader", "reads everything, changes nothing"),
)


@pages.get("/projects/<pid>/people")
def people(pid: str, form: Form | None = None, link: str = "") -> str:
    """Show the members and, to leads, the invitations. `link` is a fresh invitation, shown this once."""
    view = errands.members(desk(), me(), pid)
    return project_page(
        pid, "members/people.html", here="people", view=view, sides=SIDES, link=link,
        form=form or Form.of(side="marketing"),
    )  # fmt: skip


@pages.post("/projects/<pid>/people/invite")
def invite_somebody(pid: str) -> ResponseReturnValue:
    """Make an invitation and show its link, which nobody can show a second time."""
    form = Form.typed()
    try:
        said = (form.text("label"), form.text("side"), form.ticked("lead"))
        token = invite(desk(), me(), pid, *said, once=form.once)
    except (InputError, InputErrors) as error:
        return people(pid, form.refused(error)), 422
    home = current_app.config["PUBLIC_URL"] or request.host_url.rstrip("/")
    return people(pid, link=f"{home}/invite/{token}")


@pages.post("/projects/<pid>/people/invitations/<int:invitation>/revoke")
def revoke(pid: str, invitation: int) -> ResponseReturnValue:
    """Close an invitation that nobody has used yet."""
    revoke_invitation(desk(), me(), pid, invitation)
    flash("The invitation is taken back. Its link opens nothing any more.")
    return redirect(f"/projects/{pid}/people")


@pages.get("/projects/<pid>/people/<int:user>")
def member(pid: str, user: int, form: Form | None = None) -> str:
    """Show the form that changes one member."""
    view = errands.members(desk(), me(), pid)
    row = next((m for m in view.members if m.user_id == user), None)
    if row is None or not view.can_manage:
        raise NotFound
    filled = form or Form.of(side=row.side, lead=row.lead)
    return project_page(pid, "members/member.html", here="people", member=row, sides=SIDES, form=filled)


@pages.post("/projects/<pid>/people/<int:user>")
def change(pid: str, user: int) -> ResponseReturnValue:
    """Put a member on another side, or make or unmake them a lead."""
    form = Form.typed()
    try:
        errands.change_member(
            desk(), me(), pid, user, version=form.version, side=form.text("side"), lead=form.ticked("lead")
        )
    except (InputError, InputErrors) as error:
        return member(pid, user, form.refused(error)), 422
    flash("Saved.")
    return redirect(f"/projects/{pid}/people")


@pages.post("/projects/<pid>/people/<int:user>/remove")
def remove(pid: str, user: int) -> ResponseReturnValue:
    """Take a member out of the project; everybody may take themselves out."""
    errands.remove_member(desk(), me(), pid, user)
    if user == me().id:
        flash("You have left the project.")
        return redirect("/projects")
    flash("They are no longer a member. Invite them again if that was a mistake.")
    return redirect(f"/projects/{pid}/people")
