"""The decisions of a project: what has to be settled, by whom and by when; what was settled, and why."""

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import decide
from translator.services.errors import InputErrors, NotFound
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page, say_saved
from translator.web.review.blueprint import PROJECT, choices_in, day_in, pages, scope_in


@pages.get(f"{PROJECT}/decisions")
def decisions(pid: str, form: Form | None = None) -> str:
    """Show the open and the settled decisions, and the form that notes another one."""
    view = decide.decisions(desk(), me(), pid)
    filled = form or Form.of(scope=0)
    return project_page(
        pid,
        "review/decisions.html",
        here="decisions",
        view=view,
        form=filled,
        today=desk().today,
        **choices_in(view),
    )


@pages.post(f"{PROJECT}/decisions")
def add_decision(pid: str) -> ResponseReturnValue:
    """Note what has to be decided."""
    form = Form.typed()
    try:
        due = day_in(form, "due")
        words = {"what": form.text("what"), "owner": form.text("owner")}
        decide.add_decision(desk(), me(), pid, scope=scope_in(form), due=due, **words, once=form.once)
    except (InputError, InputErrors) as error:
        return decisions(pid, form.refused(error)), 422
    flash("Decision noted.")
    return redirect(f"/projects/{pid}/decisions")


@pages.get(f"{PROJECT}/decisions/<int:row_id>")
def decision(pid: str, row_id: int, form: Form | None = None) -> str:
    """Show one decision, to be settled or settled anew."""
    view = decide.decisions(desk(), me(), pid)
    row = next((row for row in view.rows if row.row_id == row_id), None)
    if row is None:
        raise NotFound
    filled = form or Form.of(outcome=row.decision.outcome, reason=row.decision.reason)
    return project_page(pid, "review/decision.html", here="decisions", view=view, row=row, form=filled)


@pages.post(f"{PROJECT}/decisions/<int:row_id>")
def settle(pid: str, row_id: int) -> ResponseReturnValue:
    """Say what was decided, and why."""
    form = Form.typed()
    words = {"outcome": form.text("outcome"), "reason": form.text("reason")}
    try:
        saved = decide.settle_decision(desk(), me(), pid, row_id, form.version, **words)
    except (InputError, InputErrors) as error:
        return decision(pid, row_id, form.refused(error)), 422
    say_saved("Decision settled.", saved)
    return redirect(f"/projects/{pid}/decisions")
