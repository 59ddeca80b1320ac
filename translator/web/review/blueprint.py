"""The blueprint of IT's pages, and what several of them read out of a form."""

from datetime import date
from typing import Any

from flask import Blueprint

from translator.services.dates_in import parse_date
from translator.services.decide import DecisionsView
from translator.services.questions import QuestionsView
from translator.web.forms import Form

pages = Blueprint("review", __name__)

CASE = "/projects/<pid>/use-cases/<int:number>"
PROJECT = "/projects/<pid>"


def case_options(pid: str, number: int) -> str:
    """Return the address of the options of a use case."""
    return f"/projects/{pid}/use-cases/{number}/options"


def day_in(form: Form, name: str) -> date | None:
    """Read a day; None when the field is empty. Raise InputError when it is no day."""
    typed = form.text(name).strip()
    return parse_date(typed, name) if typed else None


def scope_in(form: Form) -> int:
    """Read what a question or a decision is about: a use case's number, 0 for the whole project."""
    return form.number("scope") if form.text("scope") else 0


def choices_in(view: QuestionsView | DecisionsView) -> dict[str, Any]:
    """Return what a question or a decision can be about, and who can own it, as choices for a form."""
    return {
        "use_case_choices": [(number, f"UC{number} {title or 'Untitled'}") for number, title in view.use_cases],
        "people_choices": [(name, name) for name in view.people],
    }
