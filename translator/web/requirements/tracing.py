"""The trace pages: from words and answers to lines and back, what leads nowhere, what changed since a person looked.

Whoever looked clears the marks of a whole list with one button.
"""

import re
from typing import Any

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue

from translator.services import still_right
from translator.services.projects import project_view
from translator.services.tracing import TracePlace, TraceView, project_trace, use_case_trace
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import offer_undo, project_page
from translator.web.requirements.blueprint import list_address, pages
from translator.web.requirements.page import CATEGORIES
from translator.web.requirements.trace_page import (
    Asked,
    asked_in,
    holes_on,
    matrix,
    overlapping,
    shelf,
    stretches,
    threads_at,
    why_nowhere,
)

_SEEN = re.compile(r"seen-([0-9]{1,10})")


@pages.get("/use-cases/<int:number>/trace")
def of_use_case(pid: str, number: int) -> str:
    """Show the trace of one use case: its narrative, and the matrix of its lines."""
    asked = asked_in(request.args)
    view = use_case_trace(desk(), me(), pid, number)
    place = view.places[0]
    chosen = threads_at(place, asked.words)
    return project_page(
        pid,
        "requirements/trace.html",
        here="requirements",
        number=number,
        place_=place,
        stretches=stretches(place, asked),
        chosen=chosen,
        why=why_nowhere(place, chosen),
        beside=overlapping(place, chosen),
        **_shown(view, asked),
    )


@pages.get("/trace")
def of_project(pid: str) -> str:
    """Show the matrix of the whole project."""
    asked, project = asked_in(request.args), project_view(desk(), me(), pid)
    looked_into = shelf(asked, [*(case.number for case in project.use_cases), 0])
    view = project_trace(desk(), me(), pid, looked_into.numbers if asked.show == "holes" else ())
    shown = _shown(view, asked) | ({"matrix": holes_on(view, looked_into)} if asked.show == "holes" else {})
    return project_page(pid, "requirements/trace_project.html", here="shared", project=project, **shown)


@pages.post("/requirements/still-right")
def all_still_right(pid: str) -> ResponseReturnValue:
    """Clear the marks of every line of a group that was on the page, in one go."""
    form = Form.typed()
    seen = {int(row[1]): form.number(name) for name in form.values if (row := _SEEN.fullmatch(name))}
    many, entry = still_right.all_still_right(desk(), me(), pid, seen)
    back = _trace_address(pid, form.number("use_case"))
    if not many:
        flash("Nothing was left to clear: these lines have changed, or carry no mark any more.", "warn")
        return redirect(back)
    lines = "1 requirement is" if many == 1 else f"{many} requirements are"
    undo = f"/projects/{pid}/requirements/still-right/take-back"
    offer_undo(f"{lines} still right, you say.", undo, entry=entry, use_case=form.number("use_case"))
    return redirect(back)


@pages.post("/requirements/still-right/take-back")
def not_still_right(pid: str) -> ResponseReturnValue:
    """Put the marks back that one click cleared."""
    form = Form.typed()
    many = still_right.take_back_all(desk(), me(), pid, form.text("entry"))
    flash("The marks are back." if many else "These lines have changed since, so nothing was taken back.")
    return redirect(_trace_address(pid, form.number("use_case")))


def _shown(view: TraceView, asked: Asked) -> dict[str, Any]:
    """Return what both pages need beside their own."""
    return {
        "view": view,
        "asked": asked,
        "matrix": matrix(view, asked),
        "categories": [(value, name) for value, name, _ in CATEGORIES],
        "row_address": lambda place, row: list_address(view.project_id, place.number, row.row_id),
        "answer_address": lambda place, question: _answer(view, place, question),
        "words_address": lambda place, words: _words(view, place, words),
    }


def _answer(view: TraceView, place: TracePlace, question: str) -> str:
    found = desk().bank.question(question)
    if found is None:
        return ""
    of_project = not place.number or found.scope == "project"
    base = f"/projects/{view.project_id}" if of_project else f"/projects/{view.project_id}/use-cases/{place.number}"
    return f"{base}/answer/{question}"


def _words(view: TraceView, place: TracePlace, words: str) -> str:
    return f"/projects/{view.project_id}/use-cases/{place.number}/trace{Asked(words=words).address()}"


def _trace_address(pid: str, number: int) -> str:
    place = f"/use-cases/{number}" if number else ""
    return f"/projects/{pid}{place}/trace?show=suspect#lines"
