"""The list of requirements, of a use case or of the whole project (number 0), and what people do with all of it."""

import re

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.core.terms import Category
from translator.services import requirements as errands
from translator.services.check import check_view
from translator.services.errors import InputErrors
from translator.services.shared import shared_view
from translator.services.write import use_case_view
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page, say_saved
from translator.web.requirements.blueprint import WORDS, list_address, pages, say_remarks, shared_words
from translator.web.requirements.page import CATEGORIES, filters, groups, narrative_passages, sifted
from translator.web.requirements.places import checked


@pages.get("/use-cases/<int:number>/requirements")
@pages.get("/requirements", defaults={"number": 0})
def requirements(pid: str, number: int, form: Form | None = None) -> str:
    """Show the requirements of a use case, or (number 0) those of no single use case."""
    view = errands.requirements_view(desk(), me(), pid, number)
    common = None if number else shared_view(desk(), me(), pid)
    case = use_case_view(desk(), me(), pid, number) if number else None
    chosen = sifted(request.args)
    return project_page(
        pid,
        "requirements/list.html",
        here="requirements" if number else "shared",
        number=number,
        view=view,
        groups=groups(view, chosen, request.args.get("line", "")),
        common=common,
        conflicts=common.conflicts if common else (),
        passages=narrative_passages(case.narrative, view.rows) if case else (),
        form=form or Form.of(note=view.asked_note),
        **checked(check_view(desk(), me(), pid, number) if number else None, pid),
        **filters(view, chosen),
        **shared_words(pid, number),
    )


@pages.post("/use-cases/<int:number>/requirements/accept-all")
@pages.post("/requirements/accept-all", defaults={"number": 0})
def accept_all(pid: str, number: int) -> ResponseReturnValue:
    """Agree with every drafted line that was on the page."""
    form = Form.typed()
    seen = {int(name.removeprefix("seen-")): form.number(name) for name in form.values if _is_seen(name)}
    accepted = errands.accept_all(desk(), me(), pid, number, seen)
    many = "1 requirement" if accepted == 1 else f"{accepted} requirements"
    flash(f"{many} accepted." if accepted else "Nothing was left to accept.")
    return redirect(list_address(pid, number))


@pages.get("/use-cases/<int:number>/requirements/add")
@pages.get("/requirements/add", defaults={"number": 0})
def add_form(pid: str, number: int, form: Form | None = None) -> str:
    """Show the form for a line of one's own."""
    view = errands.requirements_view(desk(), me(), pid, number)
    open_to_me = [c for c in CATEGORIES if view.may_change(Category(c[0]))] or list(CATEGORIES)
    return project_page(
        pid,
        "requirements/add.html",
        here="requirements" if number else "shared",
        number=number,
        view=view,
        form=form or Form.of(category=request.args.get("category", open_to_me[0][0]), priority="should"),
        categories=open_to_me,
        **shared_words(pid, number),
    )


@pages.post("/use-cases/<int:number>/requirements/add")
@pages.post("/requirements/add", defaults={"number": 0})
def add(pid: str, number: int) -> ResponseReturnValue:
    """Add a line by hand."""
    form = Form.typed()
    words = {name: form.text(name) for name in ("category", *WORDS, "rationale")}
    try:
        row_id = errands.add(desk(), me(), pid, number, **words, once=form.once)
    except (InputError, InputErrors) as error:
        return add_form(pid, number, form.refused(error)), 422
    flash("Requirement added.")
    say_remarks(pid, words)
    return redirect(list_address(pid, number, row_id))


@pages.post("/use-cases/<int:number>/ask-it")
def ask_it(pid: str, number: int) -> ResponseReturnValue:
    """Put the use case into IT's queue."""
    form = Form.typed()
    try:
        saved = errands.ask_it(desk(), me(), pid, number, form.text("note"))
    except (InputError, InputErrors) as error:
        return requirements(pid, number, form.refused(error)), 422
    say_saved("IT has been asked: the use case is in their queue.", saved)
    return redirect(list_address(pid, number))


def _is_seen(name: str) -> bool:
    return re.fullmatch(r"seen-[0-9]{1,10}", name) is not None
