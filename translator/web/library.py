"""The library: what people kept for reuse, where it comes from, and putting it into a project."""

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import library as errands
from translator.services.errors import InputErrors, NotFound
from translator.services.library import Label
from translator.services.library_content import in_words
from translator.services.library_use import Taken, use_item
from translator.services.projects import list_projects, project_view
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import offer_undo, project_page

pages = Blueprint("library", __name__)

KEEP = "/projects/<pid>/keep/<any('use-case', 'answers', 'requirement'):what>/<int:of>"
KEEPERS = {
    "use-case": errands.keep_use_case, "answers": errands.keep_answers, "requirement": errands.keep_requirement,
}  # fmt: skip
READER = "reader"


@pages.get("/library")
def library() -> str:
    """Show what there is, of one kind where one is asked for."""
    kind = request.args.get("kind", "")
    items = errands.library(desk(), me(), kind if kind in errands.KINDS else "")
    return render_template("library/list.html", items=items, kind=kind, kinds=errands.KINDS, place="library")


@pages.get("/library/<item_id>")
def item(item_id: str, form: Form | None = None) -> str:
    """Show one item, the way into a project, and to its keeper the way to change it."""
    found = errands.item(desk(), me(), item_id)
    cards = [card for card in list_projects(desk(), me()) if card.my_side != READER]
    pid = request.args.get("project", "") or (form.text("project") if form else "")
    project = project_view(desk(), me(), pid) if pid in {card.id for card in cards} else None
    filled = form or Form.of(title=found.title, about=found.about, shared="yes" if found.shared else "", project=pid)
    return render_template(
        "library/item.html",
        item=found,
        said=in_words(desk().bank, found.content),
        cards=cards,
        project=project,
        form=filled,
        place="library",
    )


@pages.post("/library/<item_id>")
def change(item_id: str) -> ResponseReturnValue:
    """Rename an item, say what it is good for, share it or take it back."""
    form = Form.typed()
    title, about, shared = form.text("title"), form.text("about"), form.ticked("shared")
    try:
        errands.change_item(desk(), me(), item_id, form.version, title=title, about=about, shared=shared)
    except (InputError, InputErrors) as error:
        return item(item_id, form.refused(error)), 422
    flash("Shared with everybody here." if shared else "Saved; only you see it.")
    return redirect(f"/library/{item_id}")


@pages.post("/library/<item_id>/use")
def use(item_id: str) -> ResponseReturnValue:
    """Put an item into a project."""
    form = Form.typed()
    scope = form.number("scope") if form.text("scope") else 0
    try:
        taken = use_item(desk(), me(), item_id, form.text("project"), scope, once=form.once)
    except (InputError, InputErrors) as error:
        return item(item_id, form.refused(error)), 422
    flash(_said(taken))
    return redirect(_place(form.text("project"), taken))


@pages.post("/library/<item_id>/delete")
def delete(item_id: str) -> ResponseReturnValue:
    """Take an item out of the library."""
    errands.delete_item(desk(), me(), item_id)
    offer_undo("Taken out of the library.", f"/library/{item_id}/restore")
    return redirect("/library")


@pages.post("/library/<item_id>/restore")
def restore(item_id: str) -> ResponseReturnValue:
    """Bring an item back."""
    errands.restore_item(desk(), me(), item_id)
    flash("It is back in the library.")
    return redirect(f"/library/{item_id}")


@pages.get(KEEP)
def keep_form(pid: str, what: str, of: int, form: Form | None = None) -> str:
    """Ask what to call what is kept."""
    project = project_view(desk(), me(), pid)
    if what == "use-case" and of not in {step.number for step in project.use_cases}:
        raise NotFound
    return project_page(
        pid, "library/keep.html", here="overview", project=project, what=what.replace("-", " "), form=form or Form.of()
    )


@pages.post(KEEP)
def keep(pid: str, what: str, of: int) -> ResponseReturnValue:
    """Keep it."""
    form = Form.typed()
    label = Label(title=form.text("title"), about=form.text("about"), once=form.once)
    try:
        kept = KEEPERS[what](desk(), me(), pid, of, label)
    except (InputError, InputErrors) as error:
        return keep_form(pid, what, of, form.refused(error)), 422
    flash("Kept in the library. Only you see it until you share it.")
    return redirect(f"/library/{kept}")


def _said(taken: Taken) -> str:
    if taken.kind == errands.USE_CASE:
        return f"Taken over as UC{taken.scope}."
    if taken.kind == errands.ANSWERS:
        return f"{taken.answers} answers taken over; what was answered already stays." if taken.answers else (
            "Nothing to take over: all of it was answered already."
        )  # fmt: skip
    return "Requirement taken over."


def _place(pid: str, taken: Taken) -> str:
    base = f"/projects/{pid}/use-cases/{taken.scope}" if taken.scope else f"/projects/{pid}"
    if taken.kind == errands.USE_CASE:
        return base
    return f"{base}/answer/check" if taken.kind == errands.ANSWERS else f"{base}/requirements#r{taken.row_id}"
