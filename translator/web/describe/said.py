"""The addresses where people say what words of the text are, correct what was read of them, and take that back."""

from flask import flash, jsonify, redirect, request
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services.additions import add_signal, correct_signal, take_back_addition
from translator.services.errors import InputErrors
from translator.services.write import use_case_view
from translator.web.describe.blueprint import CASE, pages
from translator.web.describe.chips import named_by, token_of
from translator.web.describe.marking import INSTEAD, at_the_control, marked_in
from translator.web.describe.routes import page, reading_part, save_typed
from translator.web.desk import desk, me
from translator.web.forms import Form


@pages.post(f"{CASE}/mark")
def mark(pid: str, number: int) -> ResponseReturnValue:
    """Note what words are, in place of what was read of them if a signal is corrected.

    A plain form carries the text too, and it is saved first. A script gets the panel, or the errors as JSON.
    """
    form = Form.typed()
    part = request.headers.get("X-Part") == "reading"
    try:
        if "narrative" in form.values:
            save_typed(pid, number, form)
        token, words = _said(pid, number, form)
    except InputErrors as error:
        refused = form.refused(error)
        return (jsonify(errors=refused.errors), 422) if part else (page(pid, number, refused), 422)
    if part:
        case = use_case_view(desk(), me(), pid, number)
        return reading_part(case, case.narrative, case.measure, said=token)
    undo = (f"“{words}” counts as you said.", f"{_base(pid, number)}/mark/take-back", {"signal": token})
    flash(undo, "undo")  # type: ignore[arg-type]  # the frame shows (sentence, address, fields) with a button
    return redirect(f"{_base(pid, number)}#reading", 303)


@pages.post(f"{CASE}/mark/take-back")
def unmark(pid: str, number: int) -> ResponseReturnValue:
    """Forget what was said of words; what it corrected is read again."""
    form = Form.typed()
    named = named_by(form.text("signal"))
    if named is None:
        raise InputError("Choose what to take back from the list beside the text.", "signal")
    if "narrative" in form.values:
        save_typed(pid, number, form)
    take_back_addition(desk(), me(), pid, number, *named)
    if request.headers.get("X-Part") == "reading":
        case = use_case_view(desk(), me(), pid, number)
        return reading_part(case, case.narrative, case.measure)
    flash(f"What was said of “{named[2]}” is taken back.")
    return redirect(f"{_base(pid, number)}#reading", 303)


def _said(pid: str, number: int, form: Form) -> tuple[str, str]:
    """Store what a form says; return the token of it, and the words."""
    instead = named_by(form.text(INSTEAD))
    try:
        if instead is None:
            added = add_signal(desk(), me(), pid, number, marked_in(form))
        else:
            added = correct_signal(desk(), me(), pid, number, marked_in(form), instead)
    except InputErrors as error:
        raise at_the_control(error, form) from error
    return token_of(added), added.evidence


def _base(pid: str, number: int) -> str:
    return f"/projects/{pid}/use-cases/{number}"
