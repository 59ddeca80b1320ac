"""An invitation as the invited person meets it: what it is for, then an account or a sign-in, then the project."""

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_security import current_user

from translator.core.errors import InputError
from translator.services.errors import InputErrors
from translator.services.invitations import accept_invitation, look_at_invitation
from translator.services.people import create_account
from translator.services.sample import sample_on_first_visit
from translator.web.accounts import checked_password, hashed, sign_in
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.gate import open_to_strangers

pages = Blueprint("invitations", __name__)


@pages.get("/invite/<token>")
@open_to_strangers
def invitation(token: str, form: Form | None = None) -> str:
    """Show the project and the side that an invitation is for."""
    view = look_at_invitation(desk(), token)
    return render_template(
        "security/invitation.html", invitation=view, token=token, form=form or Form(), place="sign-in"
    )


@pages.post("/invite/<token>")
@open_to_strangers
def join(token: str) -> ResponseReturnValue:
    """Join the project; whoever has no account yet gets one on the way."""
    view = look_at_invitation(desk(), token)
    if not current_user.is_authenticated:
        form = Form.typed()
        try:
            password = hashed(checked_password(form.text("password")))
            person = create_account(desk(), form.text("name"), form.text("email"), password)
        except (InputError, InputErrors) as error:
            return invitation(token, form.refused(error)), 422
        sign_in(person)
        sample_on_first_visit(desk(), person)
    pid = accept_invitation(desk(), me(), token)
    flash(f"You are now a member of {view.project_name}.")
    return redirect(f"/projects/{pid}")
