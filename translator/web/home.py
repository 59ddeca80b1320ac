"""The way in: where / leads, the very first account, help, and the answer to "are you there?"."""

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_security import current_user

from translator.core.errors import InputError
from translator.services.errors import InputErrors, NotFound
from translator.services.people import count_accounts, create_first_account
from translator.services.sample import sample_on_first_visit
from translator.web.accounts import checked_password, hashed, sign_in
from translator.web.desk import desk
from translator.web.forms import Form
from translator.web.gate import open_to_strangers

pages = Blueprint("home", __name__)


@pages.get("/")
@open_to_strangers
def index() -> ResponseReturnValue:
    """Lead to the first account, to the sign-in, or to the projects."""
    if current_user.is_authenticated:
        return redirect("/projects")
    return redirect("/login" if count_accounts(desk()) else "/setup")


@pages.get("/healthz")
@open_to_strangers
def health() -> ResponseReturnValue:
    """Answer 200 once the database answers."""
    desk().db.check()
    return {"status": "ok"}


@pages.get("/help")
@open_to_strangers
def help_page() -> str:
    """Explain the way from a few sentences to a signed document."""
    return render_template("home/help.html", place="help")


@pages.get("/setup")
@open_to_strangers
def setup(form: Form | None = None) -> str:
    """Show the form of the first account; it is there only while there is none."""
    if count_accounts(desk()):
        raise NotFound
    return render_template("security/setup.html", form=form or Form(), place="sign-in")


@pages.post("/setup")
@open_to_strangers
def create_first() -> ResponseReturnValue:
    """Create the first account and sign it in."""
    form = Form.typed()
    if count_accounts(desk()):
        raise NotFound
    try:
        password = hashed(checked_password(form.text("password")))
        person = create_first_account(desk(), form.text("name"), form.text("email"), password)
    except (InputError, InputErrors) as error:
        return setup(form.refused(error)), 422
    sign_in(person)
    sample_on_first_visit(desk(), person)
    return redirect("/projects")
