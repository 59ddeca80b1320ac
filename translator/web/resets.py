"""A lost password: an administrator makes a link that works once, and its owner sets a new password with it."""

from flask import Blueprint, current_app, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_security import current_user
from flask_security.utils import logout_user

from translator.core.errors import InputError
from translator.services.errors import NotFound
from translator.services.resets import Reset, look_at_reset, make_reset, use_reset
from translator.web.accounts import checked_password, hashed
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.gate import open_to_strangers

pages = Blueprint("resets", __name__)


@pages.get("/accounts/new-password")
def ask(form: Form | None = None, made: Reset | None = None) -> str:
    """Show the form that makes a link. `made` is a fresh one, shown this once."""
    if not me().administrator:
        raise NotFound
    home = current_app.config["PUBLIC_URL"] or request.host_url.rstrip("/")
    link = f"{home}/new-password/{made.token}" if made else ""
    return render_template("security/make_reset.html", form=form or Form(), made=made, link=link, place="accounts")


@pages.post("/accounts/new-password")
def make() -> ResponseReturnValue:
    """Make a link for the account of an e-mail address."""
    form = Form.typed()
    try:
        return ask(made=make_reset(desk(), me(), _secret(), form.text("email")))
    except InputError as error:
        return ask(form.refused(error)), 422


@pages.get("/new-password/<token>")
@open_to_strangers
def new_password(token: str, form: Form | None = None) -> ResponseReturnValue:
    """Show the form for a new password; a link that is used, too old or unknown gets one and the same page."""
    try:
        account = look_at_reset(desk(), _secret(), token)
    except NotFound:
        return render_template("security/reset_gone.html", place="sign-in"), 404
    return render_template(
        "security/reset.html", account=account, token=token, form=form or Form(), place="sign-in"
    ), 422 if form else 200


@pages.post("/new-password/<token>")
@open_to_strangers
def set_new(token: str) -> ResponseReturnValue:
    """Set the new password, which signs the account out everywhere, and lead to the sign-in."""
    form = Form.typed()
    try:
        look_at_reset(desk(), _secret(), token)
        use_reset(desk(), _secret(), token, hashed(checked_password(form.text("password"))))
    except InputError as error:
        return new_password(token, form.refused(error))
    except NotFound:
        return new_password(token)
    if current_user.is_authenticated:
        logout_user()
    flash("Your new password is set. Sign in with it.")
    return redirect("/login")


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])
