"""The glossary of a project: what words mean to marketing, to IT and to both, who agreed, and what is only proposed."""

from flask import Blueprint, flash, redirect, request
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.core.glossary import key_of
from translator.services import glossary as errands
from translator.services.errors import InputErrors
from translator.services.glossary import GlossaryView, TermRow
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page, say_saved
from translator.web.terms import anchor_of

pages = Blueprint("glossary", __name__)

GLOSSARY = "/projects/<pid>/glossary"
STATES = (("", "All"), ("agreed", "Agreed"), ("proposed", "Proposed"), ("mine", "Waiting for my side"))


@pages.get(GLOSSARY)
def glossary(pid: str) -> str:
    """Show the terms, those that hold the words looked for, or those in one state."""
    view = errands.glossary_view(desk(), me(), pid)
    words, state = request.args.get("q", "").strip(), request.args.get("state", "")
    rows = [row for row in view.rows if _looked_for(row, words) and _in_state(view, row, state)]
    return project_page(
        pid, "glossary/list.html", here="glossary", view=view, rows=rows, words=words, state=state, states=STATES
    )


@pages.get("/projects/<pid>/propose-term")
def add_form(pid: str, form: Form | None = None) -> str:
    """Show the form for a term that is missing."""
    view = errands.glossary_view(desk(), me(), pid)
    return project_page(pid, "glossary/term.html", here="glossary", view=view, row=None, form=form or Form.of())


@pages.post("/projects/<pid>/propose-term")
def add(pid: str) -> ResponseReturnValue:
    """Propose a term."""
    form = Form.typed()
    words = {name: form.text(name) for name in errands.WORDS}
    try:
        key = errands.add_term(desk(), me(), pid, once=form.once, **words)
    except (InputError, InputErrors) as error:
        return add_form(pid, form.refused(error)), 422
    flash(f"“{words['term'].strip()}” proposed.")
    return redirect(_place(pid, key))


@pages.get(f"{GLOSSARY}/<key>")
def term(pid: str, key: str, form: Form | None = None) -> str:
    """Show one term, to be worded anew."""
    view = errands.glossary_view(desk(), me(), pid)
    row = view.row(key)
    e = row.entry
    filled = form or Form.of(marketing=e.marketing, it=e.it, definition=e.definition)
    return project_page(pid, "glossary/term.html", here="glossary", view=view, row=row, form=filled)


@pages.post(f"{GLOSSARY}/<key>")
def save(pid: str, key: str) -> ResponseReturnValue:
    """Word a term anew."""
    form = Form.typed()
    words = {name: form.text(name) for name in errands.WORDS[1:]}
    try:
        saved = errands.save_term(desk(), me(), pid, key, form.version, **words)
    except (InputError, InputErrors) as error:
        return term(pid, key, form.refused(error)), 422
    say_saved("Saved. The other side is asked to agree to the new words.", saved)
    return redirect(_place(pid, key))


@pages.post(f"{GLOSSARY}/<key>/agree")
def agree(pid: str, key: str) -> ResponseReturnValue:
    """Agree to a term for one's own side."""
    name = errands.glossary_view(desk(), me(), pid).row(key).entry.term
    errands.agree_term(desk(), me(), pid, key, Form.typed().version)
    flash(f"You agreed to “{name}”.")
    return redirect(_place(pid, key))


@pages.post(f"{GLOSSARY}/<key>/withdraw")
def withdraw(pid: str, key: str) -> ResponseReturnValue:
    """Take the project's own words away."""
    name = errands.glossary_view(desk(), me(), pid).row(key).entry.term
    errands.withdraw_term(desk(), me(), pid, key, Form.typed().version)
    flash(f"The words of this project for “{name}” were taken away.")
    return redirect(f"/projects/{pid}/glossary")


def _looked_for(row: TermRow, words: str) -> bool:
    e = row.entry
    return words.casefold() in f"{e.term} {e.marketing} {e.it} {e.definition}".casefold()


def _in_state(view: GlossaryView, row: TermRow, state: str) -> bool:
    if state == "mine":
        return row.waits_for(view.my_side)
    return state in ("", row.entry.state)


def _place(pid: str, key: str) -> str:
    view = errands.glossary_view(desk(), me(), pid)
    return f"/projects/{pid}/glossary#{anchor_of(view.row(key_of(key)).entry)}"
