"""The addresses of the answer pages: confirm what the text says, one question a page, check your answers."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from flask import Blueprint, flash, make_response, redirect, request
from flask.typing import ResponseReturnValue

from translator.core.bank.effects import effects
from translator.core.errors import InputError
from translator.core.left import left_in
from translator.core.prompts import Prompt
from translator.services.answer import AnswerView, answer_view, clear_answer, dont_know, save_answer, skip
from translator.services.answer_store import question_in
from translator.services.answers_elsewhere import Elsewhere, said_elsewhere, take_from_elsewhere
from translator.services.errors import Conflict, InputErrors
from translator.web.answer.place import Place
from translator.web.answer.sheet import SHOWS, chosen_of, open_rows, progress, sections_of, sifted, to_confirm
from translator.web.desk import desk, me
from translator.web.fields import Field, field_for
from translator.web.forms import Form
from translator.web.frame import project_page

pages = Blueprint("answer", __name__)
View = TypeVar("View", bound=Callable[..., Any])


def _both(path: str, *methods: str) -> Callable[[View], View]:
    """Give a view two addresses: that of a use case, and that of the project, which is number 0."""

    def give(view: View) -> View:
        name = view.__name__
        case, project = f"/projects/<pid>/use-cases/<int:number>/answer{path}", f"/projects/<pid>/answer{path}"
        pages.add_url_rule(case, name, view, methods=list(methods))
        pages.add_url_rule(project, f"{name}_project", view, methods=list(methods), defaults={"number": 0})
        return view

    return give


@_both("", "GET")
def start(pid: str, number: int) -> ResponseReturnValue:
    """Show what was read in the text to be confirmed; else go to the next needed question, else to the answers."""
    view, place = answer_view(desk(), me(), pid, number), Place(pid=pid, scope=number)
    if not view.can_write or not view.to_confirm:
        return redirect(place.needed(view) if view.can_write else place.check)
    return _page("answer/confirm.html", view, place, rows=to_confirm(view), onward=place.after(view))


@_both("", "POST")
def confirm(pid: str, number: int) -> ResponseReturnValue:
    """Confirm one suggestion, or all of them."""
    form, place = Form.typed(), Place(pid=pid, scope=number)
    named = form.all("shown") if form.text("confirm") == "all" else form.all("confirm")
    clashes = [question for question in named if not _confirmed(pid, number, question, form)]
    if clashes:
        flash("Some of these were answered meanwhile. Those answers stand; have a look at them below.", "warn")
        return redirect(place.check, 303)
    return redirect(place.after(answer_view(desk(), me(), pid, number), "confirm"), 303)


@_both("/check", "GET")
def check(pid: str, number: int) -> str:
    """Show all answers of this scope, to be checked and changed."""
    view, place = answer_view(desk(), me(), pid, number), Place(pid=pid, scope=number)
    waiting = place.after(view)
    sections, chosen = sections_of(desk().bank, view), sifted(request.args)
    rows = [row for section in sections for row in section.rows]
    return _page(
        "answer/check.html", view, place,
        sections=chosen_of(sections, chosen), open_rows=open_rows(view), left=left_in(view.prompts),
        next_question=waiting if waiting != place.check else "", rows=rows, sift=chosen,
        shown=sum(map(chosen.keeps, rows)), shows=chosen.choices("show", SHOWS, rows),
    )  # fmt: skip


@_both("/<question_id>", "GET")
def question(pid: str, number: int, question_id: str, form: Form | None = None) -> ResponseReturnValue:
    """Ask one question."""
    view, place = answer_view(desk(), me(), pid, number), Place(pid=pid, scope=number)
    field = field_for(question_in(desk(), number, question_id))
    prompt = view.prompt(question_id)
    if prompt is None or not view.can_write:
        return redirect(place.check)
    came_from = form.text("from") if form else request.args.get("from", "")
    return _page(
        "answer/question.html", view, place, prompt=prompt, field=field, form=form or _filled(field, prompt, view),
        version=view.version(question_id), came_from=came_from, back_to=place.before(view, came_from),
        decides=effects(desk().bank, question_id).in_words, elsewhere=_elsewhere(prompt, pid, number),
    )  # fmt: skip


@_both("/<question_id>", "POST")
def answer(pid: str, number: int, question_id: str) -> ResponseReturnValue:
    """Take what was said to a question: an answer, "I don't know", "skip", or "ask me again"."""
    form, place = Form.typed(), Place(pid=pid, scope=number)
    try:
        _take(pid, number, question_id, form)
    except (InputError, InputErrors) as error:
        return make_response(question(pid, number, question_id, form=form.refused(error)), 422)
    return redirect(place.after(answer_view(desk(), me(), pid, number), form.text("from"), question_id), 303)


def _take(pid: str, number: int, question_id: str, form: Form) -> None:
    where = (desk(), me(), pid, number, question_id)
    match form.text("how"):
        case "unknown":
            dont_know(*where, version=form.version, owner=form.text("owner"), due=_day(form.text("due")))
        case "skip":
            skip(*where, version=form.version)
        case "same":
            take_from_elsewhere(*where, version=form.version)
        case "clear":
            clear_answer(*where, version=form.version)
        case _:
            said = field_for(question_in(desk(), number, question_id)).typed(form)
            saved = save_answer(*where, version=form.version, values=said.values, number=said.number, unit=said.unit)
            if saved.removed:
                flash("Characters that no document can carry had to be taken out of your answer.", "warn")


def _elsewhere(prompt: Prompt, pid: str, number: int) -> Elsewhere | None:
    """Return what other use cases say, where neither the text nor a person has said anything yet."""
    if prompt.suggestion is not None or not prompt.open:
        return None
    return said_elsewhere(desk(), me(), pid, number, prompt.question.id)


def _confirmed(pid: str, number: int, question_id: str, form: Form) -> bool:
    """Confirm one suggestion; tell whether it could be done. A suggestion that is gone is passed over."""
    version = form.number(f"version-{question_id}")
    try:
        save_answer(desk(), me(), pid, number, question_id, version=version, confirmed=True)
    except Conflict:
        return False
    except InputError as error:
        flash(error.message, "warn")
    return True


def _filled(field: Field, prompt: Prompt, view: AnswerView) -> Form:
    """Fill the form with the answer so far, else with what the text suggests."""
    said = prompt.answer if prompt.answer and prompt.answer.known else prompt.suggestion
    owner = prompt.answer.owner if prompt.answer else prompt.question.asked_of.capitalize()
    due = (prompt.answer.due if prompt.answer else None) or view.default_due
    asked = Form.of(owner=owner, due=due)
    return Form({**asked.values, **field.shown(said).values})


def _page(template: str, view: AnswerView, place: Place, **context: Any) -> str:
    return project_page(
        place.pid, template, here=place.here, number=place.scope,
        view=view, at=place, progress=progress(view), **context,
    )  # fmt: skip


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise InputError("Write the day as the calendar does, such as 2027-03-31.", "due") from error
