"""The trace pages: from words and answers to lines and back, what leads nowhere, what changed since a person looked."""

from typing import Any

from flask import request

from translator.services.projects import project_view
from translator.services.tracing import TracePlace, TraceView, project_trace, use_case_trace
from translator.web.desk import desk, me
from translator.web.frame import project_page
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
