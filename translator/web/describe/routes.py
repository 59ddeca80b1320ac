"""The addresses of the describe page: show and save, read what is being typed, reject a signal and take it back."""

from flask import Response, flash, jsonify, redirect, render_template, request, url_for
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
from translator.web.describe.chips import named_by, token_of
from translator.web.describe.marking import MEANINGS, channels, filled_from, moments
from translator.web.describe.panel import Panel, Word, panel_of
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page

_FIELDS = ("title", "narrative", "measure")
_EMPTY = "Write a few sentences about what you want, then continue."


@pages.get(CASE)
def page(pid: str, number: int, form: Form | None = None) -> str:
    """Show the use case to write in; a form that was refused is shown as it was typed."""
    case = use_case_view(desk(), me(), pid, number)
    form = form or _stored(case, request.args.get("correct", ""))
    lexicon = desk().bank.lexicon
    return project_page(
        pid, "describe/page.html", here="describe", number=number, case=case, form=form, base=base_of(case),
        panel=panel_for(case, form.text("narrative"), form.text("measure")), channels=channels(lexicon),
        moments=moments(), meanings=MEANINGS,
    )  # fmt: skip


@pages.post(CASE)
def save(pid: str, number: int) -> ResponseReturnValue:
    """Save what was typed. A script gets the new version as JSON, a plain form the next page.

    A plain form comes here too when a signal is to be corrected: the text first, then the control that corrects it.
    """
    form = Form.typed()
    typed = "application/json" in request.headers.get("Accept", "")
    if form.text("next") and not form.text("narrative").strip():
        return page(pid, number, form.refused(InputError(_EMPTY, "narrative"))), 422
    try:
        saved = save_typed(pid, number, form)
    except (InputError, InputErrors) as error:
        return (jsonify(said=f"Not saved. {error}"), 422) if typed else (page(pid, number, form.refused(error)), 422)
    if typed:
        return _saved_json(saved)
    if form.text("correct"):
        return redirect(url_for(".page", pid=pid, number=number, correct=form.text("correct"), _anchor="mark"), 303)
    flash(f"Saved. {_removed(saved)}".strip(), "warn" if saved.removed else "message")
    return redirect(f"/projects/{pid}/use-cases/{number}{'/answer' if form.text('next') else ''}", 303)


@pages.post(f"{CASE}/reading")
def reading(pid: str, number: int) -> str:
    """Read the text that is being typed, without storing it."""
    case = use_case_view(desk(), me(), pid, number)
    form = Form.typed()
    return reading_part(case, form.text("narrative"), form.text("measure"))


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
        save_typed(pid, number, form)
    change = reject_signal if rejected else take_back_rejection
    change(desk(), me(), pid, number, *named)
    if request.headers.get("X-Part") == "reading":
        case = use_case_view(desk(), me(), pid, number)
        return reading_part(case, case.narrative, case.measure, left_out=form.text("signal") if rejected else "")
    address = f"/projects/{pid}/use-cases/{number}"
    if rejected:
        undo = (f"“{named[2]}” is left out.", f"{address}/take-back", {"signal": form.text("signal")})
        flash(undo, "undo")  # type: ignore[arg-type]  # the frame shows (sentence, address, fields) with a button
    else:
        flash(f"“{named[2]}” counts again.")
    return redirect(f"{address}#reading", 303)


def save_typed(pid: str, number: int, form: Form) -> Saved:
    """Save the texts that a form carries."""
    return save_use_case(desk(), me(), pid, number, version=form.version, **form.pick(*_FIELDS))


def panel_for(case: UseCaseView, narrative: str, measure: str, *, left_out: str = "", said: str = "") -> Panel:
    """Read a text and build its panel; `left_out` and `said` are tokens of what was rejected or added just now."""
    try:
        found = (
            case.reading
            if narrative == case.narrative
            else read_text(desk(), narrative, case.rejections, case.additions)
        )
    except InputError:
        found = case.reading  # too long to be read; saving it says so beside the text
    word = Word(rejections=case.rejections, additions=case.additions, me=me().name, left_out=left_out, said=said)
    return panel_of(found, measure, word, case.prompts)


def reading_part(case: UseCaseView, narrative: str, measure: str, *, left_out: str = "", said: str = "") -> str:
    """Write the panel as the part of the page that a script puts in."""
    panel = panel_for(case, narrative, measure, left_out=left_out, said=said)
    return render_template("describe/reading.html", panel=panel, base=base_of(case), can_write=case.can_write)


def base_of(case: UseCaseView) -> str:
    """Return the address of a use case, which that of every errand on it starts with."""
    return f"/projects/{case.project_id}/use-cases/{case.number}"


def _stored(case: UseCaseView, correct: str) -> Form:
    """Return the form as it is stored, its control filled from the signal to correct where there is one."""
    found = next((s for s in case.reading.signals if correct and token_of(s) == correct), None)
    control = filled_from(found, correct) if found else {}
    return Form.of(title=case.title, narrative=case.narrative, measure=case.measure, **control)


def _saved_json(saved: Saved) -> Response:
    return jsonify(version=saved.version, at=saved.at.isoformat(), note=_removed(saved))


def _removed(saved: Saved) -> str:
    if not saved.removed:
        return ""
    count = "1 invisible character" if saved.removed == 1 else f"{saved.removed} invisible characters"
    return f"{count} that no document can carry had to be taken out."
