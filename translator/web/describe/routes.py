"""The addresses of the describe page: show and save, read what is being typed, reject a signal and take it back."""

from flask import Response, flash, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services.desk import Saved
from translator.services.errors import InputErrors
from translator.services.write import (
    UseCaseView,
    read_text,
    reject_signal,
    save_use_case,
    take_back_rejection,
    use_case_view,
)
from translator.web.describe.blueprint import CASE, pages
from translator.web.describe.chips import named_by
from translator.web.describe.panel import Panel, panel_of
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page

_FIELDS = ("title", "narrative", "measure")
_EMPTY = "Write a few sentences about what you want, then continue."


@pages.get(CASE)
def page(pid: str, number: int, form: Form | None = None) -> str:
    """Show the use case to write in; a form that was refused is shown as it was typed."""
    case = use_case_view(desk(), me(), pid, number)
    form = form or Form.of(title=case.title, narrative=case.narrative, measure=case.measure)
    panel = _panel(case, form.text("narrative"), form.text("measure"))
    return project_page(
        pid, "describe/page.html", here="describe", number=number, case=case, form=form, panel=panel, base=_base(case)
    )


@pages.post(CASE)
def save(pid: str, number: int) -> ResponseReturnValue:
    """Save what was typed. A script gets the new version as JSON, a plain form the next page."""
    form = Form.typed()
    typed = "application/json" in request.headers.get("Accept", "")
    if form.text("next") and not form.text("narrative").strip():
        return page(pid, number, form.refused(InputError(_EMPTY, "narrative"))), 422
    try:
        saved = _save(pid, number, form)
    except (InputError, InputErrors) as error:
        return (jsonify(said=f"Not saved. {error}"), 422) if typed else (page(pid, number, form.refused(error)), 422)
    if typed:
        return _saved_json(saved)
    flash(f"Saved. {_removed(saved)}".strip(), "warn" if saved.removed else "message")
    return redirect(f"/projects/{pid}/use-cases/{number}{'/answer' if form.text('next') else ''}", 303)


@pages.post(f"{CASE}/reading")
def reading(pid: str, number: int) -> str:
    """Read the text that is being typed, without storing it."""
    case = use_case_view(desk(), me(), pid, number)
    form = Form.typed()
    panel = _panel(case, form.text("narrative"), form.text("measure"))
    return render_template("describe/reading.html", panel=panel, base=_base(case), can_write=case.can_write)


@pages.post(f"{CASE}/reject")
def reject(pid: str, number: int) -> ResponseReturnValue:
    """Leave a signal out: "not what I meant". A plain form carries the text too, and it is saved first."""
    return _change_signal(pid, number, rejected=True)


@pages.post(f"{CASE}/take-back")
def take_back(pid: str, number: int) -> ResponseReturnValue:
    """Count a rejected signal again."""
    return _change_signal(pid, number, rejected=False)


def _change_signal(pid: str, number: int, *, rejected: bool) -> ResponseReturnValue:
    form = Form.typed()
    named = named_by(form.text("signal"))
    if named is None:
        raise InputError("Choose what was not meant from the list beside the text.", "signal")
    if "narrative" in form.values:
        _save(pid, number, form)
    change = reject_signal if rejected else take_back_rejection
    change(desk(), me(), pid, number, *named)
    if request.headers.get("X-Part") == "reading":
        case = use_case_view(desk(), me(), pid, number)
        left_out = form.text("signal") if rejected else ""
        panel = _panel(case, case.narrative, case.measure, left_out)
        return render_template("describe/reading.html", panel=panel, base=_base(case), can_write=case.can_write)
    address = f"/projects/{pid}/use-cases/{number}"
    if rejected:
        undo = (f"“{named[2]}” is left out.", f"{address}/take-back", {"signal": form.text("signal")})
        flash(undo, "undo")  # type: ignore[arg-type]  # the frame shows (sentence, address, fields) with a button
    else:
        flash(f"“{named[2]}” counts again.")
    return redirect(f"{address}#reading", 303)


def _save(pid: str, number: int, form: Form) -> Saved:
    return save_use_case(desk(), me(), pid, number, version=form.version, **form.pick(*_FIELDS))


def _panel(case: UseCaseView, narrative: str, measure: str, left_out: str = "") -> Panel:
    try:
        found = case.reading if narrative == case.narrative else read_text(desk(), narrative, case.rejections)
    except InputError:
        found = case.reading  # too long to be read; saving it says so beside the text
    return panel_of(found, measure, case.rejections, case.prompts, left_out)


def _saved_json(saved: Saved) -> Response:
    return jsonify(version=saved.version, at=saved.at.isoformat(), note=_removed(saved))


def _removed(saved: Saved) -> str:
    if not saved.removed:
        return ""
    count = "1 invisible character" if saved.removed == 1 else f"{saved.removed} invisible characters"
    return f"{count} that no document can carry had to be taken out."


def _base(case: UseCaseView) -> str:
    return f"/projects/{case.project_id}/use-cases/{case.number}"
