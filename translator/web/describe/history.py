"""The earlier versions of a use case's text, and the way back to one of them."""

from flask import Response, flash, jsonify, redirect, request
from flask.typing import ResponseReturnValue

from translator.services.errors import InputErrors
from translator.services.write import restore_text, use_case_history, use_case_view, was_saved
from translator.web.describe.blueprint import CASE, pages
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page


@pages.get(f"{CASE}/history")
def versions(pid: str, number: int) -> str:
    """Show the versions that were saved, the latest first; with `every`, each single save of a sitting."""
    case = use_case_view(desk(), me(), pid, number)
    every = request.args.get("every") == "yes"
    found = use_case_history(desk(), me(), pid, number, every=every)
    return project_page(
        pid, "describe/history.html", here="describe", number=number, case=case, versions=found, every=every,
        base=f"/projects/{pid}/use-cases/{number}",
    )  # fmt: skip


@pages.post(f"{CASE}/history")
def go_back(pid: str, number: int) -> ResponseReturnValue:
    """Save an earlier version again; the version that stood until now is one click away."""
    form = Form.typed()
    until_now = use_case_history(desk(), me(), pid, number, every=True)[:1]
    saved = restore_text(desk(), me(), pid, number, version=form.version, entry=form.number("entry"))
    address = f"/projects/{pid}/use-cases/{number}"
    for latest in until_now:
        fields = {"version": str(saved.version), "entry": str(latest.entry)}
        flash(("The earlier version stands again.", f"{address}/history", fields), "undo")  # type: ignore[arg-type]
    return redirect(address, 303)


@pages.post(f"{CASE}/kept")
def kept(pid: str, number: int) -> Response:
    """Say as JSON whether a text that a browser has kept was ever `saved` here, and whether it `stands` now."""
    try:
        saved, stands = was_saved(desk(), me(), pid, number, Form.typed().pick("title", "narrative", "measure"))
    except InputErrors:
        saved = stands = False  # too long for any save
    return jsonify(saved=saved, stands=stands)
