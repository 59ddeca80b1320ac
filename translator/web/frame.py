"""The frame of a project's pages: every one shows the same navigation, for which it needs the project.

In: the project's id and which step this is. Out: the page. A foreign or absent project raises NotFound here, before
anything else of the page is made.
"""

from typing import Any

from flask import flash, g, render_template

from translator.services.desk import Saved
from translator.services.projects import ProjectView, project_view
from translator.web.desk import desk, me


def project_page(
    pid: str, template: str, *, here: str, number: int = 0, project: ProjectView | None = None, **context: Any
) -> str:
    """Render a page of a project.

    `here` names the step in the navigation (overview, describe, answer, requirements, options, questions, glossary,
    document, people), `number` the use case it belongs to. The template extends layout/project.html and finds
    `project`.
    """
    g.project_id = pid  # for the words that a page explains
    shown = project or project_view(desk(), me(), pid)
    return render_template(template, project=shown, here=here, number=number, place="projects", **context)


def offer_undo(sentence: str, address: str, **fields: object) -> None:
    """Say on the next page what was done, with a button that sends `fields` to `address` to undo it."""
    said: Any = (sentence, address, fields)
    flash(said, "undo")


def say_saved(sentence: str, saved: Saved) -> None:
    """Say what was saved, and what had to be taken out of it."""
    flash(sentence)
    if saved.removed:
        flash(f"{saved.removed} characters that no document can carry were taken out.", "warn")
