"""The form of an option: added, changed, and put together again when two people changed the same option at once."""

import json
from collections.abc import Mapping

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import options as errands
from translator.services.errors import InputErrors, NotFound
from translator.services.option_doubts import said_back
from translator.services.option_merge import OptionConflict, parts
from translator.services.options import OptionComparison, options_view
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page, say_saved
from translator.web.review.blueprint import CASE, case_options, pages

PARTS = {
    "name": "Name",
    "how": "How",
    "one_off": "One-off cost",
    "yearly": "Yearly cost",
    "weeks": "Time to first use",
    "risk": "Risk",
    "risk_note": "What could go wrong",
    "gives_up": "What it gives up",
}


@pages.get(f"{CASE}/options/add")
def add_form(pid: str, number: int, form: Form | None = None) -> str:
    """Show an empty form."""
    view = options_view(desk(), me(), pid, number)
    return _form_page(view, form or Form.of(risk="medium"), letter="")


@pages.post(f"{CASE}/options/add")
def add(pid: str, number: int) -> ResponseReturnValue:
    """Add an option."""
    form = Form.typed()
    view = options_view(desk(), me(), pid, number)
    fields = _fields(form, view)
    try:
        letter = errands.add_option(desk(), me(), pid, number, fields, once=form.once)
    except (InputError, InputErrors) as error:
        return _form_page(view, form.refused(error), letter=""), 422
    flash(f"Option {letter} added.")
    return _done(view, fields, "")


@pages.get(f"{CASE}/options/<letter>")
def edit_form(pid: str, number: int, letter: str, form: Form | None = None) -> str:
    """Show an option as a form."""
    view = options_view(desk(), me(), pid, number)
    column = view.column(letter)
    if column is None:
        raise NotFound
    shown = _shown(view, letter)
    return _form_page(view, form or Form.of(version=column.version, seen=json.dumps(shown), **shown), letter=letter)


@pages.post(f"{CASE}/options/<letter>")
def edit(pid: str, number: int, letter: str) -> ResponseReturnValue:
    """Store an option; what somebody else changed meanwhile stays, and is asked about where both changed it."""
    form = Form.typed()
    view = options_view(desk(), me(), pid, number)
    fields = _fields(form, view)
    try:
        saved = errands.save_option(
            desk(), me(), pid, number, letter, version=form.version, fields=fields, seen=_seen(form)
        )
    except OptionConflict as conflict:
        return _conflict_page(view, conflict), 409
    except (InputError, InputErrors) as error:
        return edit_form(pid, number, letter, form.refused(error)), 422
    say_saved(f"Option {letter} saved.", saved)
    if saved.beside:
        flash(f"{saved.beside} had changed other parts of it meanwhile. Both changes are kept.")
    return _done(view, fields, letter)


def draft_key(pid: str, number: int, letter: str) -> str:
    """Return the name under which a browser keeps an unsaved form of an option."""
    return f"option.{me().id}.{pid}.{number}.{letter or 'new'}"


def _form_page(view: OptionComparison, form: Form, *, letter: str) -> str:
    return project_page(
        view.project_id,
        "review/option_form.html",
        here="options",
        number=view.number,
        view=view,
        form=form,
        letter=letter,
        base=case_options(view.project_id, view.number),
        draft=draft_key(view.project_id, view.number, letter),
    )


def _conflict_page(view: OptionComparison, conflict: OptionConflict) -> str:
    """Ask only what both people changed, in the form's own fields; everything else goes along as it was merged."""
    ids = {f"meets-{row.row_id}": row.requirement.id for row in view.requirements}
    titles = {**PARTS, **{name: f"How far it meets {ref}" for name, ref in ids.items()}}
    merged = conflict.merged
    mine = Form.of(**merged.fields)
    asked = {name for part, names in parts(merged.fields) if part in merged.asked for name in names}
    return project_page(
        view.project_id,
        "review/option_conflict.html",
        here="options",
        number=view.number,
        view=view,
        conflict=conflict,
        form=mine,
        titles=titles,
        others={name: value for name, value in merged.fields.items() if name not in asked},
        seen=json.dumps(conflict.theirs),
        base=case_options(view.project_id, view.number),
        draft=draft_key(view.project_id, view.number, conflict.letter),
    )


def _done(view: OptionComparison, fields: Mapping[str, str], letter: str) -> ResponseReturnValue:
    for sentence in said_back(fields):
        flash(sentence)
    flash(draft_key(view.project_id, view.number, letter), "forget")
    return redirect(case_options(view.project_id, view.number))


def _shown(view: OptionComparison, letter: str) -> dict[str, str]:
    """Return the form of an option as it is shown: its fields, and a word or "" for each requirement."""
    column = view.column(letter)
    if column is None:
        return {}
    said = ((row, column.option.meets.get(row.requirement.key)) for row in view.requirements)
    return {**column.fields, **{f"meets-{row.row_id}": meets.value if meets else "" for row, meets in said}}


def _seen(form: Form) -> dict[str, str]:
    """Read the form as it was shown; nothing when it was not sent along."""
    try:
        kept = json.loads(form.text("seen"))
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in kept.items()} if isinstance(kept, dict) else {}


def _fields(form: Form, view: OptionComparison) -> dict[str, str]:
    """Return the fields as typed; requirements that nothing was said about take what was said for all the others."""
    fields = {name: form.text(name) for name in form.values}
    names = (f"meets-{row.row_id}" for row in view.requirements)
    return {**fields, **{name: fields.get(name) or fields.get("meets-rest", "") for name in names}}
