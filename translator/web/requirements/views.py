"""The pages of requirements: the list of a use case or of the whole project, and what people do with one line.

Every action works as a plain form that leads back to its line. With scripts the same answers are used: the page
takes the one line out of them that changed, so that nothing jumps.
"""

from flask import Blueprint, abort, flash, redirect, request
from werkzeug.wrappers import Response

from translator.core.errors import InputError
from translator.core.requirements.model import Status
from translator.services import requirements as errands
from translator.services.access import Right
from translator.services.desk import Saved
from translator.services.errors import InputErrors
from translator.services.lines import RequirementRow
from translator.services.requirements import RequirementsView
from translator.services.write import use_case_view
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page
from translator.web.requirements.page import (
    CATEGORIES,
    ORIGINS,
    PRIORITIES,
    groups,
    narrative_passages,
    source_address,
)

blueprint = Blueprint("requirements", __name__, url_prefix="/projects/<pid>")

_WORDS = ("sentence", "plain", "fit", "priority")
_ACTIONS = {
    "accept": errands.accept,
    "drop": errands.drop,
    "restore": errands.restore,
    "keep-mine": errands.keep_mine,
    "take-draft": errands.take_draft,
}


@blueprint.get("/use-cases/<int:number>/requirements")
@blueprint.get("/requirements", defaults={"number": 0})
def requirements(pid: str, number: int) -> str:
    """Show the requirements of a use case, or (number 0) those of no single use case."""
    return _page(pid, number)


@blueprint.post("/use-cases/<int:number>/requirements/accept-all")
@blueprint.post("/requirements/accept-all", defaults={"number": 0})
def accept_all(pid: str, number: int) -> Response:
    """Agree with every drafted line that was on the page."""
    form = Form.typed()
    seen = {int(name.removeprefix("seen-")): form.number(name) for name in form.values if _is_seen(name)}
    accepted = errands.accept_all(desk(), me(), pid, number, seen)
    flash("Nothing was left to accept." if not accepted else f"{_lines(accepted)} accepted.")
    return redirect(_list(pid, number))


@blueprint.get("/use-cases/<int:number>/requirements/add")
@blueprint.get("/requirements/add", defaults={"number": 0})
def add_form(pid: str, number: int) -> str:
    """Show the form for a line of one's own."""
    return _add_page(pid, number, Form.of(category=request.args.get("category", "functional"), priority="should"))


@blueprint.post("/use-cases/<int:number>/requirements/add")
@blueprint.post("/requirements/add", defaults={"number": 0})
def add(pid: str, number: int) -> Response | tuple[str, int]:
    """Add a line by hand."""
    form = Form.typed()
    words = {name: form.text(name) for name in ("category", *_WORDS, "rationale")}
    try:
        row_id = errands.add(desk(), me(), pid, number, **words)
    except (InputError, InputErrors) as error:
        return _add_page(pid, number, form.refused(error)), 422
    flash("Requirement added.")
    return redirect(_list(pid, number, row_id))


@blueprint.post("/use-cases/<int:number>/ask-it")
def ask_it(pid: str, number: int) -> Response | tuple[str, int]:
    """Put the use case into IT's queue."""
    form = Form.typed()
    try:
        saved = errands.ask_it(desk(), me(), pid, number, form.text("note"))
    except (InputError, InputErrors) as error:
        return _page(pid, number, form.refused(error)), 422
    _flash_saved("IT has been asked: the use case is in their queue.", saved)
    return redirect(_list(pid, number))


@blueprint.get("/requirements/<int:row_id>/edit")
def edit_form(pid: str, row_id: int) -> str:
    """Show one line as a form, with its words in it."""
    view, row = _find(pid, row_id)
    words = {f"{name}-{row_id}": getattr(row.requirement, name) for name in _WORDS}
    return _edit_page(view, row, Form.of(**words))


@blueprint.post("/requirements/<int:row_id>/edit")
def edit(pid: str, row_id: int) -> Response | tuple[str, int]:
    """Store a person's words for one line."""
    form = Form.typed()
    words = {name: form.text(f"{name}-{row_id}") for name in _WORDS}
    view, row = _find(pid, row_id)
    try:
        saved = errands.edit(desk(), me(), pid, row_id, form.version, **words)
    except (InputError, InputErrors) as error:
        return _edit_page(view, row, form.refused(_at_row(error, row_id))), 422
    _flash_saved(f"{row.requirement.id} saved.", saved)
    return redirect(_list(pid, row.scope, row_id))


@blueprint.post("/requirements/<int:row_id>/<any('accept', 'drop', 'restore', 'keep-mine', 'take-draft'):action>")
def act(pid: str, row_id: int, action: str) -> Response:
    """Do one thing to one line, and go back to it."""
    _, row = _find(pid, row_id)
    saved = _ACTIONS[action](desk(), me(), pid, row_id, Form.typed().version)
    ref = row.requirement.id
    if action == "drop":
        undo = f"/projects/{pid}/requirements/{row_id}/restore"
        flash((f"{ref} dropped. It keeps its id.", undo, {"version": saved.version}), "undo")  # type: ignore[arg-type]
    elif action == "restore":
        flash(f"{ref} is back in the document.")
    else:
        flash({"accept": f"{ref} accepted.", "keep-mine": f"{ref} keeps your words."}.get(action, f"{ref} follows the text again."))
    return redirect(_list(pid, row.scope, row_id))


def _page(pid: str, number: int, form: Form | None = None) -> str:
    view = errands.requirements_view(desk(), me(), pid, number)
    case = use_case_view(desk(), me(), pid, number) if number else None
    return project_page(
        pid,
        "requirements/list.html",
        here="requirements",
        number=number,
        view=view,
        groups=groups(view),
        passages=narrative_passages(case.narrative, view.rows) if case else (),
        form=form or Form.of(note=view.asked_note),
        **_words(pid, number),
    )


def _add_page(pid: str, number: int, form: Form) -> str:
    view = errands.requirements_view(desk(), me(), pid, number)
    return project_page(
        pid,
        "requirements/add.html",
        here="requirements",
        number=number,
        view=view,
        form=form,
        categories=[c for c in CATEGORIES if Right.WRITE in view.rights or c[0] == "infrastructure"],
        **_words(pid, number),
    )


def _edit_page(view: RequirementsView, row: RequirementRow, form: Form) -> str:
    return project_page(
        view.project_id,
        "requirements/edit.html",
        here="requirements",
        number=row.scope,
        view=view,
        row=row,
        form=form,
        **_words(view.project_id, row.scope),
    )


def _words(pid: str, number: int) -> dict[str, object]:
    bank = desk().bank
    return {
        "origins": ORIGINS,
        "priorities": PRIORITIES,
        "base": _list(pid, number),
        "address": lambda source: source_address(pid, number, source, bank),
    }


def _find(pid: str, row_id: int) -> tuple[RequirementsView, RequirementRow]:
    view = errands.requirements_view(desk(), me(), pid, None)
    row = next((line for line in view.lines if line.row_id == row_id), None)
    if row is None:
        abort(404)
    return view, row


def _list(pid: str, number: int, row_id: int = 0) -> str:
    place = f"/projects/{pid}/use-cases/{number}/requirements" if number else f"/projects/{pid}/requirements"
    return f"{place}#r{row_id}" if row_id else place


def _is_seen(name: str) -> bool:
    return name.startswith("seen-") and name.removeprefix("seen-").isdecimal()


def _lines(n: int) -> str:
    return "1 requirement" if n == 1 else f"{n} requirements"


def _at_row(error: InputError | InputErrors, row_id: int) -> InputErrors:
    errors = error.errors if isinstance(error, InputErrors) else (error,)
    return InputErrors(tuple(InputError(e.message, f"{e.field}-{row_id}" if e.field else "") for e in errors))


def _flash_saved(sentence: str, saved: Saved) -> None:
    flash(sentence)
    if saved.removed:
        flash(f"{saved.removed} characters that no document can carry were taken out.", "warn")
