"""IT's word on each requirement: a dense list that can be worked through with the keyboard.

Each line is its own small form whose buttons are the verdicts, so one press judges it. Scripts put the answer's line
in the place of the old one; what was typed at other lines stays.
"""

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services.errors import InputErrors, NotFound
from translator.services.review import judge_rest, review_view, set_feasibility, take_back_rest
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import offer_undo, project_page, say_saved
from translator.web.review.blueprint import CASE, PROJECT, pages


@pages.get(f"{CASE}/review")
@pages.get(f"{PROJECT}/review", defaults={"number": 0})
def review(pid: str, number: int, form: Form | None = None, at: int = 0) -> str:
    """Show the requirements of a use case (0: of no single one) to judge; `form` was refused at the row `at`."""
    view = review_view(desk(), me(), pid, number)
    return project_page(
        pid,
        "review/judge.html",
        here="options" if number else "shared",
        number=number,
        view=view,
        form=form or Form(),
        at=at,
        base=_address(pid, number),
        draft=f"notes.{me().id}.{pid}.{number}",
    )


@pages.post(f"{CASE}/review/<int:row_id>")
@pages.post(f"{PROJECT}/review/<int:row_id>", defaults={"number": 0})
def judge(pid: str, number: int, row_id: int) -> ResponseReturnValue:
    """Store IT's word on one requirement."""
    form = Form.typed()
    row = next((r for r in review_view(desk(), me(), pid, number).rows if r.row_id == row_id), None)
    if row is None:
        raise NotFound
    said = {"verdict": form.text("verdict"), "note": form.text("note")}
    try:
        saved = set_feasibility(desk(), me(), pid, row_id, form.version, **said)
    except (InputError, InputErrors) as error:
        return review(pid, number, form.refused(error), at=row_id), 422
    say_saved(f"{row.requirement.id}: {said['verdict']}. Saved.", saved)
    return redirect(f"{_address(pid, number)}#j{row_id}")


@pages.post(f"{CASE}/review/rest")
@pages.post(f"{PROJECT}/review/rest", defaults={"number": 0})
def rest(pid: str, number: int) -> ResponseReturnValue:
    """Say yes to those requirements of the page that have no verdict yet, but for those with a note half written."""
    form = Form.typed()
    seen, left = _rows(form, "rows"), _rows(form, "leave")
    done = judge_rest(desk(), me(), pid, number, seen - left)
    if done:
        undo = f"{_address(pid, number)}/rest/undo"
        offer_undo(f"{len(done)} judged yes.", undo, rows=" ".join(str(row) for row in done))
    else:
        flash("Nothing was left to judge.")
    return redirect(_address(pid, number))


@pages.post(f"{CASE}/review/rest/undo")
@pages.post(f"{PROJECT}/review/rest/undo", defaults={"number": 0})
def undo_rest(pid: str, number: int) -> ResponseReturnValue:
    """Take back what was just judged at once."""
    many = take_back_rest(desk(), me(), pid, number, _rows(Form.typed(), "rows"))
    flash(f"{many} verdicts taken back." if many != 1 else "1 verdict taken back.")
    return redirect(_address(pid, number))


def _rows(form: Form, name: str) -> frozenset[int]:
    """Read the ids of rows, in one field or in several."""
    return frozenset(int(word) for word in " ".join(form.all(name)).split() if word.isascii() and word.isdigit())


def _address(pid: str, number: int) -> str:
    return f"/projects/{pid}/use-cases/{number}/review" if number else f"/projects/{pid}/review"
