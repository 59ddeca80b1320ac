"""Projects: the list that people land on, and the overview of one project with its facts and its use cases."""

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import projects as errands
from translator.services.errors import InputErrors
from translator.services.marketing import for_marketing
from translator.services.sample import create_sample
from translator.services.shared import open_conflicts
from translator.services.write import add_use_case, delete_use_case, deleted_use_cases, restore_use_case
from translator.web.desk import desk, me
from translator.web.filters import plain_money
from translator.web.forms import Form
from translator.web.frame import offer_undo, project_page
from translator.web.review.changes import changes

pages = Blueprint("projects", __name__)

TEXTS = ("name", "objective", "problem", "success", "proof", "currency")
FACTS = (
    ("problem", "What problem does it solve?"),
    ("success", "What does success look like in 12 months?"),
    ("proof", "How will we know?"),
    ("budget", "Budget"),
    ("deadline", "Deadline"),
)
CURRENCIES = tuple((code, code) for code in ("EUR", "GBP", "USD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "JPY"))


@pages.get("/projects")
def listing(form: Form | None = None) -> str:
    """Show every project of this person, and how to begin one."""
    cards = errands.list_projects(desk(), me())
    deleted = errands.deleted_projects(desk(), me())
    return render_template("projects/list.html", cards=cards, deleted=deleted, form=form or Form(), place="projects")


@pages.post("/projects")
def create() -> ResponseReturnValue:
    """Begin a project and open it."""
    form = Form.typed()
    try:
        pid = errands.create_project(desk(), me(), form.text("name"), once=form.once)
    except (InputError, InputErrors) as error:
        return listing(form.refused(error)), 422
    return redirect(f"/projects/{pid}")


@pages.post("/projects/sample")
def sample() -> ResponseReturnValue:
    """Make the finished sample project once more."""
    return redirect(f"/projects/{create_sample(desk(), me(), once=Form.typed().once)}")


@pages.get("/projects/<pid>")
def overview(pid: str) -> str:
    """Show what a project is, what happens in it, and who must act next."""
    deleted = deleted_use_cases(desk(), me(), pid)
    waiting = for_marketing(desk(), me(), pid)
    moved = [(choice, changes(choice.stood, choice.now, waiting.currency)) for choice in waiting.moved]
    return project_page(
        pid, "projects/overview.html", here="overview", facts=FACTS, deleted=deleted,
        waiting=waiting, moved=moved, conflicts=open_conflicts(desk(), me(), pid), today=desk().today,
    )  # fmt: skip


@pages.get("/projects/<pid>/facts")
def facts(pid: str, form: Form | None = None) -> str:
    """Show the form of the project's facts."""
    project = errands.project_view(desk(), me(), pid)
    stored = Form.of(
        **{name: getattr(project, name) for name in TEXTS},
        budget=plain_money(project.budget, project.currency),
        deadline=project.deadline,
    )
    return project_page(
        pid, "projects/facts.html", here="facts", project=project, form=form or stored, currencies=CURRENCIES
    )


@pages.post("/projects/<pid>/facts")
def save_facts(pid: str) -> ResponseReturnValue:
    """Save those facts that were on the page."""
    form = Form.typed()
    try:
        saved = errands.save_project(desk(), me(), pid, version=form.version, **form.pick(*TEXTS, "budget", "deadline"))
    except (InputError, InputErrors) as error:
        return facts(pid, form.refused(error)), 422
    flash("Saved." if not saved.removed else f"Saved, without {saved.removed} characters that no document can carry.")
    return redirect(f"/projects/{pid}")


@pages.post("/projects/<pid>/delete")
def delete(pid: str) -> ResponseReturnValue:
    """Delete a project; it can be brought back for 30 days."""
    name = errands.delete_project(desk(), me(), pid)
    offer_undo(f"{name} is deleted. You can bring it back for 30 days.", f"/projects/{pid}/restore")
    return redirect("/projects")


@pages.post("/projects/<pid>/restore")
def restore(pid: str) -> ResponseReturnValue:
    """Bring a deleted project back."""
    errands.restore_project(desk(), me(), pid)
    flash("The project is back.")
    return redirect(f"/projects/{pid}")


@pages.post("/projects/<pid>/copy")
def copy(pid: str) -> ResponseReturnValue:
    """Copy a project and open the copy."""
    fresh = errands.copy_project(desk(), me(), pid, once=Form.typed().once)
    flash("This is your copy. Change what you like: the original stays as it is.")
    return redirect(f"/projects/{fresh}")


@pages.post("/projects/<pid>/use-cases")
def add_case(pid: str) -> ResponseReturnValue:
    """Add a use case and open it for writing."""
    number = add_use_case(desk(), me(), pid, once=Form.typed().once)
    return redirect(f"/projects/{pid}/use-cases/{number}")


@pages.post("/projects/<pid>/use-cases/<int:number>/delete")
def delete_case(pid: str, number: int) -> ResponseReturnValue:
    """Delete a use case; the overview lists it, to be brought back."""
    delete_use_case(desk(), me(), pid, number)
    undo = f"/projects/{pid}/use-cases/{number}/restore"
    offer_undo(f"UC{number} is deleted. You can bring it back on this page at any time.", undo)
    return redirect(f"/projects/{pid}")


@pages.post("/projects/<pid>/use-cases/<int:number>/restore")
def restore_case(pid: str, number: int) -> ResponseReturnValue:
    """Bring a deleted use case back."""
    restore_use_case(desk(), me(), pid, number)
    flash(f"UC{number} is back.")
    return redirect(f"/projects/{pid}/use-cases/{number}")
