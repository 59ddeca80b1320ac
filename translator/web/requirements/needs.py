"""Shared needs: one need as a ladder, what it would become with less, what its levels cost; conflicts to decide.

A what-if is asked for with GET and stores nothing. Taking it over is an ordinary answer of that use case.
"""

from typing import Any

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue

from translator.core.bank.model import QuestionType
from translator.core.errors import InputError
from translator.core.requirements.levels import Stance, by_strictness, words
from translator.services.answer import save_answer
from translator.services.answer_values import DURATION_UNITS, Given
from translator.services.errors import InputErrors
from translator.services.level_prices import price_level
from translator.services.option_form import POINTS, money_out
from translator.services.shared import NeedView, decide_conflict, need_view
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page, say_saved
from translator.web.requirements.blueprint import pages
from translator.web.review.ranges import whole_money

_AMOUNTS = ("one_off", "yearly")


@pages.get("/needs/<need>")
def need_page(pid: str, need: str, form: Form | None = None) -> str:
    """Show one need; with a use case in the address, also what would change, with a level the form of its price."""
    asked = Form.of(**{name: request.args.get(name, "") for name in ("use_case", "value", "number", "unit")})
    try:
        typed = _typed(asked) if asked.text("use_case") else None
        view = need_view(desk(), me(), pid, need, use_case=_number(asked.text("use_case")), typed=typed)
    except (InputError, InputErrors) as error:
        view, asked = need_view(desk(), me(), pid, need), asked.refused(error)
    priced = form or _priced(view, request.args.get("price", ""))
    return project_page(
        pid,
        "requirements/need.html",
        here="shared",
        view=view,
        asked=asked,
        form=priced,
        stances=_stances(view),
        whole_money=whole_money,
        level_words=next((level.words for level in view.levels if level.key == priced.text("level")), ""),
        **_choices(view),
    )


@pages.post("/needs/<need>/price")
def price(pid: str, need: str) -> ResponseReturnValue:
    """Store what IT says one level costs."""
    form = Form.typed()
    level = form.text("level")
    names = [f"{amount}_{point}" for amount in _AMOUNTS for point in POINTS]
    fields = {name: form.text(name) for name in (*names, "note")}
    try:
        saved = price_level(desk(), me(), pid, need, level, version=form.version, fields=fields)
    except (InputError, InputErrors) as error:
        return need_page(pid, need, form.refused(error)), 422
    say_saved("Price saved.", saved)
    return redirect(f"/projects/{pid}/needs/{need}")


@pages.post("/needs/<need>/take-over")
def take_over(pid: str, need: str) -> ResponseReturnValue:
    """Make the what-if the answer of its use case, as if it had been given on the answer page."""
    form = Form.typed()
    number = form.number("use_case")
    view = need_view(desk(), me(), pid, need)
    typed = _typed(form)
    saved = save_answer(
        desk(),
        me(),
        pid,
        number,
        view.ladder.question.id,
        version=form.version,
        values=typed.values,
        number=typed.number,
        unit=typed.unit,
    )
    say_saved(f"UC{number} now says so. What the use cases share follows.", saved)
    return redirect(f"/projects/{pid}/requirements")


@pages.post("/conflicts/decide")
def decide(pid: str) -> ResponseReturnValue:
    """Note that a conflict has to be decided, and lead to where that is done."""
    form = Form.typed()
    try:
        row = decide_conflict(desk(), me(), pid, form.text("key"), once=form.once)
    except InputError as error:
        flash(error.message, "warn")
        return redirect(f"/projects/{pid}/requirements")
    return redirect(f"/projects/{pid}/decisions/{row}")


def _typed(form: Form) -> Given:
    value = form.text("value")
    return Given(values=(value,) if value else (), number=form.text("number"), unit=form.text("unit"))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("2147483647") else 0


def _priced(view: NeedView, key: str) -> Form:
    """Return the form of a level with its price in it, an empty one when no such level is asked for."""
    level = next((level for level in view.levels if level.key == key), None)
    if level is None:
        return Form()
    estimates = {name: getattr(level.price, name) if level.price else None for name in _AMOUNTS}
    fields = {k: v for name, e in estimates.items() for k, v in money_out(name, e, view.currency).items()}
    note = level.price.note if level.price else ""
    return Form.of(**fields, note=note, level=key, version=view.versions.get(key, 0))


def _stances(view: NeedView) -> list[tuple[Stance, str]]:
    """Return what each use case says, in words, the strictest first."""
    ladder = view.ladder
    return [(stance, words(ladder.question, stance.given)) for stance in by_strictness(ladder.need, ladder.stances)]


def _choices(view: NeedView) -> dict[str, Any]:
    """Return what the what-if can choose from: use cases, choices from the strictest on, units of a number."""
    question, order = view.ladder.question, view.ladder.need.order
    units = question.units
    if question.type is QuestionType.DURATION:
        units = units or DURATION_UNITS
    return {
        "use_case_choices": [
            (stance.use_case, f"UC{stance.use_case} {view.titles.get(stance.use_case, '')}".strip())
            for stance in view.ladder.stances
        ],
        "value_choices": [(choice.id, choice.label) for at in order if (choice := question.choice(at))],
        "units": units,
        "unit_choices": [(unit, f"{unit}s" if unit in DURATION_UNITS else unit) for unit in units],
    }
