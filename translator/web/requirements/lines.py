"""What people do with one line: edit it, accept it, drop it, bring it back, settle it with its changed source.

Every action is a plain form that leads back to the line. Scripts use the same answers: they take the one line out of
them that changed, so that nothing jumps.
"""

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import requirements as errands
from translator.services.errors import InputErrors, NotFound
from translator.services.lines import RequirementRow
from translator.services.requirements import RequirementsView
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page, say_saved
from translator.web.requirements.blueprint import WORDS, line_address, pages, say_remarks, shared_words

_ACTIONS = {
    "accept": (errands.accept, "{} accepted."),
    "drop": (errands.drop, "{} is out of the document. No other line will get its number."),
    "restore": (errands.restore, "{} is back in the document."),
    "keep-mine": (errands.keep_mine, "{} keeps your words."),
    "take-draft": (errands.take_draft, "{} follows the text again."),
    "still-right": (errands.still_right, "{} is still right, you say. The mark is gone until something changes again."),
}


@pages.get("/requirements/<int:row_id>/edit")
def edit_form(pid: str, row_id: int, form: Form | None = None) -> str:
    """Show one line as a form, with its words in it."""
    view, row = find_line(pid, row_id)
    words = {name: getattr(row.requirement, name) for name in WORDS}
    return project_page(
        pid,
        "requirements/edit.html",
        here="requirements" if row.scope else "shared",
        number=row.scope,
        view=view,
        row=row,
        form=form or Form.of(**words),
        **shared_words(pid, row.scope),
    )


@pages.post("/requirements/<int:row_id>/edit")
def edit(pid: str, row_id: int) -> ResponseReturnValue:
    """Store a person's words for one line."""
    form = Form.typed()
    _, row = find_line(pid, row_id)
    words = {name: form.text(name) for name in WORDS}
    try:
        saved = errands.edit(desk(), me(), pid, row_id, form.version, **words)
    except (InputError, InputErrors) as error:
        return edit_form(pid, row_id, form.refused(error)), 422
    say_saved(f"{row.requirement.id} saved.", saved)
    say_remarks(pid, words)
    return redirect(line_address(pid, row.scope, row_id))


@pages.post(
    "/requirements/<int:row_id>/<any('accept', 'drop', 'restore', 'keep-mine', 'take-draft', 'still-right'):action>"
)
def act(pid: str, row_id: int, action: str) -> ResponseReturnValue:
    """Do one thing to one line, and go back to it."""
    _, row = find_line(pid, row_id)
    errand, sentence = _ACTIONS[action]
    form = Form.typed()
    back = redirect(_back(pid, row, form.text("back")))
    try:
        saved = errand(desk(), me(), pid, row_id, form.version)
    except InputError as error:
        flash(error.message, "warn")
        return back
    said = sentence.format(row.requirement.id)
    if action == "drop":
        undo = f"/projects/{pid}/requirements/{row_id}/restore"
        flash((said, undo, {"version": saved.version}), "undo")  # type: ignore[arg-type]
    else:
        flash(said)
    return back


def _back(pid: str, row: RequirementRow, page: str) -> str:
    """Return where an action leads back to: the page of the trace that it was sent from, else the line in its list."""
    if page == "trace" and row.scope:
        return f"/projects/{pid}/use-cases/{row.scope}/trace?show=suspect#lines"
    return (
        f"/projects/{pid}/trace?show=suspect#lines" if page == "trace-all" else line_address(pid, row.scope, row.row_id)
    )


def find_line(pid: str, row_id: int) -> tuple[RequirementsView, RequirementRow]:
    """Return a line with the view that it stands in; raise NotFound for one of another project."""
    view = errands.requirements_view(desk(), me(), pid, None)
    row = next((line for line in view.lines if line.row_id == row_id), None)
    if row is None:
        raise NotFound
    return view, row
