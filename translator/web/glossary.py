"""The glossary of a project: what words mean to marketing, to IT and to both, who agreed, and what is only proposed."""

from collections.abc import Mapping

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
from translator.web.sifting import Sift, holds, sift
from translator.web.terms import anchor_of

pages = Blueprint("glossary", __name__)

GLOSSARY = "/projects/<pid>/glossary"
STATES = (("", "All"), ("agreed", "Agreed"), ("proposed", "Proposed"), ("mine", "Waiting for my side"))
# So many terms can be read one after the other; of more, a reader opens those that they look for.
READ_AT_ONCE = 20


@pages.get(GLOSSARY)
def glossary(pid: str) -> str:
    """Show the terms, those that hold the words looked for, those with one first letter, or those in one state."""
    view = errands.glossary_view(desk(), me(), pid)
    letters = sorted({_letter(row) for row in view.rows})
    sifted = _sifted(view, request.args)
    rows = [row for row in view.rows if sifted.keeps(row)]
    return project_page(
        pid,
        "glossary/list.html",
        here="glossary",
        view=view,
        rows=rows,
        sift=sifted,
        states=sifted.choices("state", STATES if view.can_write else STATES[:-1], view.rows),
        letters=sifted.choices("letter", [("", "Every letter"), *((one, one) for one in letters)], view.rows),
        few=len(rows) <= READ_AT_ONCE,
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


def _sifted(view: GlossaryView, args: Mapping[str, str]) -> Sift[TermRow]:
    def in_state(row: TermRow, state: str) -> bool:
        return row.waits_for(view.my_side) if state == "mine" else row.entry.state == state

    def looked_for(row: TermRow, words: str) -> bool:
        return holds(words, row.entry.term, row.entry.marketing, row.entry.it, row.entry.definition)

    tests = {"q": looked_for, "state": in_state, "letter": lambda row, letter: _letter(row) == letter}
    return sift(args, tests, state=[value for value, _ in STATES])


def _letter(row: TermRow) -> str:
    return row.entry.term[:1].upper()


def _place(pid: str, key: str) -> str:
    view = errands.glossary_view(desk(), me(), pid)
    return f"/projects/{pid}/glossary#{anchor_of(view.row(key_of(key)).entry)}"
