"""Use cases as lines of JSON: {"id", "title" (optional), "text", "measure" (optional)}, one a line."""

import json

from translator.core.errors import InputError
from translator.intake.found import Found, Haul

_TEXT_KEYS = ("id", "title", "text", "measure")


def jsonl_cases(text: str) -> Haul:
    """Return one use case a line; raise InputError naming the first line that cannot be used."""
    return Haul(tuple(_case(line, number) for number, line in enumerate(text.split("\n"), 1) if line.strip()))


def _case(line: str, number: int) -> Found:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f'Line {number} is not JSON. Each line looks like {{"id": "1", "text": "..."}}.') from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(f'Line {number} has no "text" between quotation marks.')
    values = {key: row.get(key, "") for key in _TEXT_KEYS}
    values["id"] = str(values["id"]) if isinstance(values["id"], int) else values["id"]
    wrong = next((key for key, value in values.items() if not isinstance(value, str)), None)
    if wrong:
        raise InputError(f'Line {number}: "{wrong}" is not a text.')
    return Found(**values)
