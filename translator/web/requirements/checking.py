"""The check: what a project leaves out, what a line could say more clearly, and another wording with one click."""

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from translator.services.check import check_view, remarks_while_writing
from translator.services.reword import reword, take_back
from translator.services.shared import open_conflicts
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import offer_undo, project_page
from translator.web.requirements.blueprint import line_address, pages
from translator.web.requirements.lines import find_line
from translator.web.requirements.places import checked


@pages.get("/check")
def check(pid: str) -> str:
    """Show what the check says about the whole project."""
    view = check_view(desk(), me(), pid, None)
    conflicts = open_conflicts(desk(), me(), pid)
    return project_page(
        pid, "requirements/check_page.html", here="shared", conflicts=len(conflicts), **checked(view, pid)
    )


@pages.post("/requirements/remarks")
def remarks(pid: str) -> str:
    """Answer with what the check says about a line that is being written; nothing is stored."""
    form = Form.typed()
    found = remarks_while_writing(desk(), me(), pid, sentence=form.text("sentence"), fit=form.text("fit"))
    return render_template("requirements/remarks.html", remarks=found)


@pages.post("/requirements/<int:row_id>/reword")
def take_wording(pid: str, row_id: int) -> ResponseReturnValue:
    """Let a line say what the check offered."""
    form = Form.typed()
    _, row = find_line(pid, row_id)
    done = reword(desk(), me(), pid, row_id, form.version, sentence=form.text("sentence"), second=form.text("second"))
    said = "{} is now two lines." if done.second else "{} has the new wording."
    offer_undo(
        said.format(row.requirement.id),
        f"/projects/{pid}/requirements/{row_id}/reword/undo",
        version=done.saved.version,
        earlier=done.before,
        second=done.second,
        second_version=done.second_version,
        back=form.text("back"),
    )
    return redirect(_back(pid, row.scope, row_id, form))


@pages.post("/requirements/<int:row_id>/reword/undo")
def undo_wording(pid: str, row_id: int) -> ResponseReturnValue:
    """Let a line say again what it said."""
    form = Form.typed()
    _, row = find_line(pid, row_id)
    second = form.number("second") if form.text("second") else 0
    take_back(
        desk(), me(), pid, row_id, form.version, sentence=form.text("earlier"), second=second,
        second_version=form.number("second_version") if second else 0,
    )  # fmt: skip
    flash(f"{row.requirement.id} has its earlier wording again.")
    return redirect(_back(pid, row.scope, row_id, form))


def _back(pid: str, scope: int, row_id: int, form: Form) -> str:
    return f"/projects/{pid}/check" if form.text("back") == "check" else line_address(pid, scope, row_id)
