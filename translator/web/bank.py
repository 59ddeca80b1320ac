"""The question bank in the browser: found, worded, previewed, checked and published by an administrator.

Everybody else finds no such pages. A project's own page shows which version it keeps and what moving up changes.
"""

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from translator.core.bank.changed import KINDS, QUESTION
from translator.core.errors import InputError
from translator.services import bank_editor, bank_publish
from translator.services.bank_move import move_up, move_view
from translator.services.errors import InputErrors
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page

pages = Blueprint("bank", __name__)

ENTRY = "/bank/<any('question', 'template', 'term'):kind>/<path:entry>"
LABELS = {
    "text": "The question, as a marketer reads it", "why": "Why it is asked", "example": "An example",
    "it_wording": "The same as IT would ask it", "weight": "Weight, 0 to 100: higher is asked earlier",
    "sentence": "The sentence, with its {places}", "plain": "In plain words", "rationale": "Why it is needed",
    "fit": "Measured by", "fit_unknown": "Measured by, while a value is open", "priority": "Priority",
    "marketing": "What marketing means", "it": "What IT means", "definition": "What both mean",
}  # fmt: skip
_SHOWN = 60


@pages.get("/bank")
def bank() -> str:
    """Show the entries of the bank, the edited ones first."""
    words, kind = request.args.get("q", "").strip(), request.args.get("kind", "")
    rows = bank_editor.editor_rows(desk(), me(), words, kind)
    return render_template(
        "bank/list.html", rows=rows[:_SHOWN], found=len(rows), words=words, kind=kind, kinds=KINDS, place="bank"
    )


@pages.get(ENTRY)
def show_entry(kind: str, entry: str, form: Form | None = None) -> str:
    """Show one entry to be edited, and a question as a marketer sees it."""
    view = bank_editor.entry_view(desk(), me(), kind, entry)
    question = view.bank.question(entry) if kind == QUESTION else None
    filled = form or Form.of(**view.entry.fields)
    return render_template("bank/entry.html", view=view, form=filled, label=label_of, question=question, place="bank")


@pages.post(ENTRY)
def save(kind: str, entry: str) -> ResponseReturnValue:
    """Store an edit, or forget it; nothing is published yet."""
    form = Form.typed()
    try:
        if form.text("drop"):
            bank_editor.drop_entry(desk(), me(), kind, entry, form.version)
            flash("It stays as it is published.")
            return redirect("/bank")
        typed = {name: form.text(name) for name in form.values}
        bank_editor.save_entry(desk(), me(), kind, entry, form.version, typed=typed)
    except (InputError, InputErrors) as error:
        return show_entry(kind, entry, form.refused(error)), 422
    flash("Kept as an edit. Projects see it once it is published.")
    return redirect(f"/bank/{kind}/{entry}")


@pages.get("/bank/publish")
def publish_form(form: Form | None = None) -> str:
    """Show what a new version would change, what is wrong with it, and the versions so far."""
    view = bank_publish.publish_view(desk(), me())
    return render_template("bank/publish.html", view=view, form=form or Form.of(), label=label_of, place="bank")


@pages.post("/bank/publish")
def publish() -> ResponseReturnValue:
    """Publish all edits as a new version."""
    form = Form.typed()
    try:
        bank_publish.publish(desk(), me(), form.text("seen"), note=form.text("note"))
    except (InputError, InputErrors) as error:
        return publish_form(form.refused(error)), 422
    newest = bank_publish.publish_view(desk(), me()).versions[0]
    flash(f"Version {newest.name} is published. New projects begin with it; others can move up.")
    return redirect("/bank/publish")


@pages.get("/projects/<pid>/bank")
def version(pid: str) -> str:
    """Show which version a project keeps, and what moving up changes."""
    view = move_view(desk(), me(), pid)
    return project_page(pid, "bank/version.html", here="shared", view=view, label=label_of)


@pages.post("/projects/<pid>/bank")
def move(pid: str) -> ResponseReturnValue:
    """Move a project up."""
    move_up(desk(), me(), pid, Form.typed().number("seen"))
    flash("Moved up. The lines follow the new words; what people wrote by hand stays.")
    return redirect(f"/projects/{pid}/bank")


def label_of(name: str) -> str:
    """Return what a field of an entry is called."""
    if name.startswith("choice."):
        return f"Choice “{name.removeprefix('choice.')}”"
    if name.startswith("standard."):
        place, number = name.split(".")[1:]
        return f"Standard value {int(number) + 1} of {{{place}}}"
    return LABELS[name]
