"""The decisions of a project: what has to be settled, by whom and by when; what was settled, and why."""

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import conflict_follow, decide
from translator.services.conflict_follow import follows_view
from translator.services.errors import InputErrors, NotFound
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import offer_undo, project_page, say_saved
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
    follows = follows_view(desk(), me(), pid, row_id)
    asked = request.args.get("way", "")
    way = next((way.words for way in follows.ways if way.key == asked), "") if follows and asked else ""
    filled = form or Form.of(outcome=way or row.decision.outcome, reason="" if way else row.decision.reason)
    return project_page(pid, "review/decision.html", here="decisions", view=view, row=row, form=filled, follows=follows)


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
    about = follows_view(desk(), me(), pid, row_id)
    return redirect(f"/projects/{pid}/decisions/{row_id}#follows" if about else f"/projects/{pid}/decisions")


@pages.post(f"{PROJECT}/decisions/<int:row_id>/take-over")
def take_over(pid: str, row_id: int) -> ResponseReturnValue:
    """Give the answers that follow from a decision about a conflict, in one go."""
    form, page = Form.typed(), f"/projects/{pid}/decisions/{row_id}"
    try:
        given = conflict_follow.take_over(desk(), me(), pid, row_id, about=form.text("about"), way=form.text("way"))
    except InputError as error:
        flash(error.message, "warn")
        return redirect(f"{page}#follows")
    said = "1 answer follows the decision." if given == 1 else f"{given} answers follow the decision."
    offer_undo(said, f"{page}/take-back")
    return redirect(f"{page}#follows")


@pages.post(f"{PROJECT}/decisions/<int:row_id>/take-back")
def take_back(pid: str, row_id: int) -> ResponseReturnValue:
    """Give the answers that followed from a decision their earlier words again."""
    try:
        conflict_follow.take_back(desk(), me(), pid, row_id)
    except InputError as error:
        flash(error.message, "warn")
    else:
        flash("The answers are as they were before.")
    return redirect(f"/projects/{pid}/decisions/{row_id}#follows")
