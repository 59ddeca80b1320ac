"""The earlier versions of a use case's text, and the way back to one of them."""

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from translator.services.write import restore_text, use_case_history, use_case_view
from translator.web.describe.blueprint import CASE, pages
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page


@pages.get(f"{CASE}/history")
def versions(pid: str, number: int) -> str:
    """Show every version that was saved, the latest first."""
    case = use_case_view(desk(), me(), pid, number)
    found = use_case_history(desk(), me(), pid, number)
    return project_page(
        pid, "describe/history.html", here="describe", number=number, case=case, versions=found,
        base=f"/projects/{pid}/use-cases/{number}",
    )  # fmt: skip


@pages.post(f"{CASE}/history")
def go_back(pid: str, number: int) -> ResponseReturnValue:
    """Save an earlier version again. The version that stood until now stays in the list."""
    form = Form.typed()
    restore_text(desk(), me(), pid, number, version=form.version, entry=form.number("entry"))
    flash("The earlier version stands again. The one before it is still in the list.")
    return redirect(f"/projects/{pid}/use-cases/{number}", 303)
