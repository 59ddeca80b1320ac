"""Open questions of a project: asked, answered by whoever knows, and the answers flow back.

A question of the bank is answered in its own field, by the same classes as on the answer pages.
"""

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import questions as errands
from translator.services.errors import InputErrors, NotFound
from translator.services.questions import AnsweredRow, OpenRow, QuestionsView
from translator.web.desk import desk, me
from translator.web.fields import field_for
from translator.web.forms import Form
from translator.web.frame import project_page, say_saved
from translator.web.review.blueprint import PROJECT, choices_in, day_in, pages, scope_in


@pages.get(f"{PROJECT}/questions")
def questions(pid: str) -> str:
    """Show what nobody knows yet, and what was answered."""
    view = errands.questions_view(desk(), me(), pid)
    return project_page(pid, "review/questions.html", here="open", view=view, today=desk().today)


@pages.get(f"{PROJECT}/questions/ask")
def ask_form(pid: str, form: Form | None = None) -> str:
    """Show the form for a question in one's own words."""
    view = errands.questions_view(desk(), me(), pid)
    filled = form or Form.of(scope=request.args.get("use-case", "0"))
    return project_page(pid, "review/ask.html", here="open", view=view, form=filled, **choices_in(view))


@pages.post(f"{PROJECT}/questions/ask")
def ask(pid: str) -> ResponseReturnValue:
    """Ask a question in one's own words."""
    form = Form.typed()
    try:
        due = day_in(form, "due")
        words = {"text": form.text("text"), "owner": form.text("owner")}
        errands.ask_question(desk(), me(), pid, scope=scope_in(form), due=due, **words, once=form.once)
    except (InputError, InputErrors) as error:
        return ask_form(pid, form.refused(error)), 422
    flash("Question asked. It stands in the document until it is answered.")
    return redirect(f"/projects/{pid}/questions")


@pages.get(f"{PROJECT}/questions/<int:scope>/<question_id>")
def bank_form(pid: str, scope: int, question_id: str, form: Form | None = None) -> str:
    """Show a question of the bank that somebody did not know, in its own field."""
    view = errands.questions_view(desk(), me(), pid)
    row = next((r for r in view.open if r.question and (r.scope, r.question.id) == (scope, question_id)), None)
    if row is None or row.question is None:
        raise NotFound
    field = field_for(row.question)
    return _answer_page(view, row, form or field.shown(None), field=field)


@pages.post(f"{PROJECT}/questions/<int:scope>/<question_id>")
def answer_bank(pid: str, scope: int, question_id: str) -> ResponseReturnValue:
    """Answer a question of the bank; the answer goes onto the answer sheet."""
    form = Form.typed()
    question = desk().bank.question(question_id)
    if question is None:
        raise NotFound
    typed = field_for(question).typed(form)
    try:
        saved = errands.answer_open_question(
            desk(), me(), pid, scope, question_id,
            version=form.version, values=typed.values, number=typed.number, unit=typed.unit,
        )  # fmt: skip
    except (InputError, InputErrors) as error:
        return bank_form(pid, scope, question_id, form.refused(error)), 422
    say_saved("Answered. The requirements follow the answer.", saved)
    return redirect(f"/projects/{pid}/questions")


@pages.get(f"{PROJECT}/questions/asked/<int:row_id>")
def asked_form(pid: str, row_id: int, form: Form | None = None) -> str:
    """Show a freely asked question, to be answered or answered anew."""
    view = errands.questions_view(desk(), me(), pid)
    rows: tuple[OpenRow | AnsweredRow, ...] = (*view.open, *view.answered)
    row = next((row for row in rows if row_id and row.row_id == row_id), None)
    if row is None:
        raise NotFound
    return _answer_page(view, row, form or Form.of(answer=getattr(row, "answer", "")))


@pages.post(f"{PROJECT}/questions/asked/<int:row_id>")
def answer_asked(pid: str, row_id: int) -> ResponseReturnValue:
    """Answer a freely asked question."""
    form = Form.typed()
    try:
        saved = errands.answer_asked(desk(), me(), pid, row_id, form.version, answer=form.text("answer"))
    except (InputError, InputErrors) as error:
        return asked_form(pid, row_id, form.refused(error)), 422
    say_saved("Answered.", saved)
    return redirect(f"/projects/{pid}/questions")


def _answer_page(view: QuestionsView, row: OpenRow | AnsweredRow, form: Form, field: object = None) -> str:
    return project_page(
        view.project_id, "review/answer.html", here="open", number=0, view=view, row=row, form=form, field=field
    )
