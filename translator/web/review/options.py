"""Options side by side: IT prices and recommends them, marketing chooses one with a reason."""

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import options as errands
from translator.services.decide import choose_option, decisions, which_option
from translator.services.errors import Conflict, InputErrors
from translator.services.options import OptionComparison, options_view
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import offer_undo, project_page
from translator.web.review.blueprint import CASE, case_options, pages
from translator.web.review.changes import Change, changes
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
        changed=_changed(view),
        measures=measures(view.columns, view.currency),
        whole_money=whole_money,
        form=form or Form.of(letter=view.chosen.letter if view.chosen else "", reason=reason),
        reason=reason,
        base=case_options(pid, number),
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
    except Conflict as conflict:
        looked = f"{conflict.by or 'IT'} changed option {letter} since you opened this page. Look again, then choose."
        return options(pid, number, form.refused(InputError(looked, "letter"))), 409
    except (InputError, InputErrors) as error:
        return options(pid, number, form.refused(error)), 422
    flash("No option is chosen for now." if picked is None else f"Option {letter} is chosen; the decision is noted.")
    return redirect(case_options(pid, number))


@pages.post(f"{CASE}/options/recommend")
def recommend(pid: str, number: int) -> ResponseReturnValue:
    """Let IT recommend one option, or none."""
    letter = Form.typed().text("letter") or None
    errands.recommend_option(desk(), me(), pid, number, letter)
    flash(f"IT recommends option {letter}." if letter else "IT recommends none of the options.")
    return redirect(case_options(pid, number))


@pages.post(f"{CASE}/options/<letter>/delete")
def delete(pid: str, number: int, letter: str) -> ResponseReturnValue:
    """Take an option out."""
    version = _version_of(pid, number)
    try:
        saved = errands.delete_option(desk(), me(), pid, number, letter, version=version)
    except Conflict as conflict:
        flash(f"Not deleted: {conflict.by or 'somebody'} changed option {letter} since you looked. Look again.", "warn")
    except InputError as error:
        flash(error.message, "warn")
    else:
        undo = f"{case_options(pid, number)}/{letter}/restore"
        offer_undo(f"Option {letter} deleted.", undo, version=saved.version)
    return redirect(case_options(pid, number))


@pages.post(f"{CASE}/options/<letter>/restore")
def restore(pid: str, number: int, letter: str) -> ResponseReturnValue:
    """Bring a deleted option back."""
    errands.restore_option(desk(), me(), pid, number, letter, version=_version_of(pid, number))
    flash(f"Option {letter} is back.")
    return redirect(case_options(pid, number))


def _reason(pid: str, number: int) -> str:
    """Return why marketing chose as it did: the reason of the decision that the choice wrote."""
    settled = decisions(desk(), me(), pid).settled
    about = (row for row in settled if row.scope == number and row.decision.what == which_option(number))
    return next((row.decision.reason for row in about), "")


def _version_of(pid: str, number: int) -> int:
    """Return the version that a form sends, after making sure that there is something here for this person."""
    options_view(desk(), me(), pid, number)
    return Form.typed().version


def _changed(view: OptionComparison) -> dict[str, tuple[Change, ...]]:
    """Return what changed in an option since marketing chose it, by its letter."""
    moved = ((column.stood, column.option) for column in view.columns)
    return {now.letter: changes(stood, now, view.currency) for stood, now in moved if stood}
