"""Options side by side: IT prices and recommends them, marketing chooses one with a reason."""

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import options as errands
from translator.services.decide import choose_option, decisions, which_option
from translator.services.errors import InputErrors, NotFound
from translator.services.options import OptionComparison, options_view
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page
from translator.web.review.blueprint import CASE, pages, say_saved
from translator.web.review.ranges import measures, whole_money


@pages.get(f"{CASE}/options")
def options(pid: str, number: int, form: Form | None = None) -> str:
    """Compare the options of a use case."""
    view = options_view(desk(), me(), pid, number)
    reason = _reason(pid, number) if view.chosen else ""
    return project_page(
        pid,
        "review/options.html",
        here="options",
        number=number,
        view=view,
        measures=measures(view.columns, view.currency),
        whole_money=whole_money,
        form=form or Form.of(letter=view.chosen.letter if view.chosen else "", reason=reason),
        reason=reason,
        base=_address(pid, number),
    )


@pages.post(f"{CASE}/options")
def choose(pid: str, number: int) -> ResponseReturnValue:
    """Let marketing take an option, or none for now."""
    form = Form.typed()
    letter = form.text("letter")
    if not letter:
        return options(pid, number, form.refused(InputError("Choose an option, or none for now.", "letter"))), 422
    picked = None if letter == "none" else letter
    try:
        # A page that was made from a conflict sends one version, the comparison one a letter.
        version = form.number("version" if form.given("version") else f"version-{letter}") if picked else None
        choose_option(desk(), me(), pid, number, picked, reason=form.text("reason"), version=version)
    except (InputError, InputErrors) as error:
        return options(pid, number, form.refused(error)), 422
    flash("No option is chosen for now." if picked is None else f"Option {letter} is chosen; the decision is noted.")
    return redirect(_address(pid, number))


@pages.post(f"{CASE}/options/recommend")
def recommend(pid: str, number: int) -> ResponseReturnValue:
    """Let IT recommend one option, or none."""
    letter = Form.typed().text("letter") or None
    errands.recommend_option(desk(), me(), pid, number, letter)
    flash(f"IT recommends option {letter}." if letter else "IT recommends none of the options.")
    return redirect(_address(pid, number))


@pages.post(f"{CASE}/options/<letter>/delete")
def delete(pid: str, number: int, letter: str) -> ResponseReturnValue:
    """Take an option out."""
    try:
        saved = errands.delete_option(desk(), me(), pid, number, letter, version=Form.typed().version)
    except InputError as error:
        flash(error.message, "warn")
    else:
        undo = f"{_address(pid, number)}/{letter}/restore"
        flash((f"Option {letter} deleted.", undo, {"version": saved.version}), "undo")  # type: ignore[arg-type]
    return redirect(_address(pid, number))


@pages.post(f"{CASE}/options/<letter>/restore")
def restore(pid: str, number: int, letter: str) -> ResponseReturnValue:
    """Bring a deleted option back."""
    errands.restore_option(desk(), me(), pid, number, letter, version=Form.typed().version)
    flash(f"Option {letter} is back.")
    return redirect(_address(pid, number))


@pages.get(f"{CASE}/options/add")
def add_form(pid: str, number: int, form: Form | None = None) -> str:
    """Show an empty form."""
    view = options_view(desk(), me(), pid, number)
    return _form_page(view, form or Form.of(risk="medium"), letter="")


@pages.post(f"{CASE}/options/add")
def add(pid: str, number: int) -> ResponseReturnValue:
    """Add an option."""
    form = Form.typed()
    view = options_view(desk(), me(), pid, number)
    try:
        letter = errands.add_option(desk(), me(), pid, number, _fields(form, view), once=form.once)
    except (InputError, InputErrors) as error:
        return _form_page(view, form.refused(error), letter=""), 422
    flash(f"Option {letter} added.")
    return redirect(_address(pid, number))


@pages.get(f"{CASE}/options/<letter>")
def edit_form(pid: str, number: int, letter: str, form: Form | None = None) -> str:
    """Show an option as a form."""
    view = options_view(desk(), me(), pid, number)
    column = view.column(letter)
    if column is None:
        raise NotFound
    keys = {row.requirement.key: row.row_id for row in view.requirements}
    meets = {f"meets-{keys[key]}": meets.value for key, meets in column.option.meets.items() if key in keys}
    return _form_page(view, form or Form.of(version=column.version, **column.fields, **meets), letter=letter)


@pages.post(f"{CASE}/options/<letter>")
def edit(pid: str, number: int, letter: str) -> ResponseReturnValue:
    """Store an option."""
    form = Form.typed()
    view = options_view(desk(), me(), pid, number)
    try:
        fields = _fields(form, view)
        saved = errands.save_option(desk(), me(), pid, number, letter, version=form.version, fields=fields)
    except (InputError, InputErrors) as error:
        return edit_form(pid, number, letter, form.refused(error)), 422
    say_saved(f"Option {letter} saved.", saved)
    return redirect(_address(pid, number))


def _form_page(view: OptionComparison, form: Form, *, letter: str) -> str:
    return project_page(
        view.project_id,
        "review/option_form.html",
        here="options",
        number=view.number,
        view=view,
        form=form,
        letter=letter,
        base=_address(view.project_id, view.number),
    )


def _fields(form: Form, view: OptionComparison) -> dict[str, str]:
    """Return the fields as typed; requirements that nothing was said about take what was said for all the others."""
    fields = {name: form.text(name) for name in form.values}
    names = (f"meets-{row.row_id}" for row in view.requirements)
    return {**fields, **{name: fields.get(name) or fields.get("meets-rest", "") for name in names}}


def _reason(pid: str, number: int) -> str:
    """Return why marketing chose as it did: the reason of the decision that the choice wrote."""
    settled = decisions(desk(), me(), pid).settled
    about = (row for row in settled if row.scope == number and row.decision.what == which_option(number))
    return next((row.decision.reason for row in about), "")


def _address(pid: str, number: int) -> str:
    return f"/projects/{pid}/use-cases/{number}/options"
