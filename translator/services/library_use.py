"""Taking something out of the library into a project.

In: an item that the person can see, and a project that they may write in. Out: where to look at it there.
"""

from dataclasses import dataclass

from translator.core.errors import InputError
from translator.services.access import Right
from translator.services.desk import Desk, Person
from translator.services.errand import Errand, writing
from translator.services.library import ANSWERS, USE_CASE, Item, item
from translator.services.library_content import put_answers, put_line, put_use_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Say what came into the project: which scope it is in now, the row of a line, how many answers were new."""

    kind: str
    scope: int
    row_id: int = 0
    answers: int = 0


def use_item(desk: Desk, who: Person, item_id: str, pid: str, scope: int = 0, *, once: str = "") -> Taken:
    """Put an item into a project: a use case becomes a new one; answers and a requirement go to a scope.

    Answers fill only what the scope has not answered. `once` names the form: sent again, it puts nothing in twice.
    """
    found = item(desk, who, item_id)
    if found.kind == ANSWERS and (found.content["scope"] == "project") != (scope == 0):
        where = "the whole project" if found.content["scope"] == "project" else "one use case"
        raise InputError(f"These answers belong to {where}. Choose that.", "scope")
    right = Right.WRITE if found.kind in (USE_CASE, ANSWERS) else Right.INFRASTRUCTURE
    with writing(desk, who, pid, right) as errand:
        made = errand.once(once, lambda: _put(errand, found, scope))
        number, _, rest = made.partition(":")
        is_line = found.kind not in (USE_CASE, ANSWERS)
        return Taken(
            kind=found.kind,
            scope=int(number),
            row_id=int(rest) if is_line else 0,
            answers=int(rest) if found.kind == ANSWERS else 0,
        )


def _put(errand: Errand, found: Item, scope: int) -> str:
    origin = f"the library: {found.origin}"
    if found.kind == USE_CASE:
        return f"{put_use_case(errand, found.content, origin)}:0"
    if found.kind == ANSWERS:
        return f"{scope}:{put_answers(errand, scope, found.content['answers'], origin)}"
    return f"{scope}:{put_line(errand, scope, found.content, origin)}"
