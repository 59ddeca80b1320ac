"""Use cases in a table: columns for title, text and measure, in any order, separated by comma, semicolon or tab.

Nothing is ever calculated: a cell that a spreadsheet would take for a formula is text like any other.
"""

import csv
import io

from translator.core.errors import InputError
from translator.intake.found import Found, Haul

_COLUMNS = {
    "id": ("id", "no", "no.", "nr", "number", "key"),
    "title": ("title", "name", "use case", "use case title", "use case name", "heading", "headline", "subject"),
    "text": ("text", "narrative", "description", "use case description", "story", "user story", "what", "details"),
    "measure": ("measure", "measure of success", "success", "success measure", "kpi", "metric", "goal", "target"),
}
_MOST_COLUMNS = 200
_MOST_ROWS = 5_000
_FORMULA_STARTS = ("=", "+", "@")


def csv_cases(text: str) -> Haul:
    """Return one use case a row; raise InputError when the table cannot be read or has no column of texts."""
    rows = _rows(text)
    if not rows:
        return Haul(())
    places = _places(rows[0])
    found = [Found(**{name: _at(row, place) for name, place in places.items()}) for row in rows[1:] if any(row)]
    formulas = sum(cell.startswith(_FORMULA_STARTS) for row in rows[1:] for cell in row)
    cells = "1 cell that begins" if formulas == 1 else f"{formulas:,} cells that begin"
    notice = (f"{cells} like a formula: kept as text, never calculated.",) if formulas else ()
    return Haul(tuple(found), notice)


def _rows(text: str) -> list[list[str]]:
    head = text.lstrip("\n").split("\n", 1)[0]
    separator = max((",", ";", "\t"), key=head.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            if len(row) > _MOST_COLUMNS:
                raise InputError(f"A row has more than {_MOST_COLUMNS} columns.")
            if len(rows) > _MOST_ROWS:
                raise InputError(f"The table has more than {_MOST_ROWS:,} rows.")
            if any(cell.strip() for cell in row):
                rows.append([cell.strip() for cell in row])
    except csv.Error as error:
        raise InputError(
            "The table cannot be read: a quotation mark is open or a cell is longer than 131,072 characters."
        ) from error
    return rows


def _places(head: list[str]) -> dict[str, int]:
    names = [" ".join(cell.casefold().replace("_", " ").split()) for cell in head]
    places = {}
    for column, words in _COLUMNS.items():
        place = next((names.index(word) for word in words if word in names), None)
        if place is not None:
            places[column] = place
    if "text" not in places and "title" in places and "use case" in names:
        # A table whose only "use case" column holds the sentences themselves.
        places["text"] = places.pop("title")
    if "text" not in places:
        raise InputError("The first row must name the columns, one of them “text” (or “description”).")
    places.setdefault("title", len(head))
    return places


def _at(row: list[str], place: int) -> str:
    return row[place] if place < len(row) else ""
