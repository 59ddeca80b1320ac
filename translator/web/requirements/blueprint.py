"""The blueprint of the requirements' pages, and the words that all of them need."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Blueprint, flash, request

from translator.services.check import remarks_while_writing
from translator.web.desk import desk, me
from translator.web.requirements.page import ORIGINS, source_address

pages = Blueprint("requirements", __name__, url_prefix="/projects/<pid>")

SIFTED = ("q", "show", "category")
WORDS = ("sentence", "plain", "fit", "priority")


def list_address(pid: str, number: int, row_id: int = 0) -> str:
    """Return the address of the list a line stands in (number 0: the project's own), and of the line in it."""
    place = f"/projects/{pid}/use-cases/{number}/requirements" if number else f"/projects/{pid}/requirements"
    return f"{place}#r{row_id}" if row_id else place


def line_address(pid: str, number: int, row_id: int) -> str:
    """Return the address of a line in its list, sifted as the list was that the request came from.

    The line itself stays on the page, whatever it says now.
    """
    place = list_address(pid, number)
    came_from = urlsplit(request.headers.get("HX-Current-URL") or request.referrer or "")
    kept = [(name, said) for name, said in parse_qsl(came_from.query) if name in SIFTED]
    if came_from.path != place or not kept:
        return list_address(pid, number, row_id)
    return f"{place}?{urlencode([*kept, ('line', row_id)])}#r{row_id}"


def shared_words(pid: str, number: int) -> dict[str, Any]:
    """Return what every template of these pages needs beside its view."""
    bank = desk().bank
    return {
        "origins": ORIGINS,
        "base": list_address(pid, number),
        "address": lambda source: source_address(pid, number, source, bank),
    }


def say_remarks(pid: str, words: Mapping[str, str]) -> None:
    """Say that the check has remarks on a line that was just saved; it is saved all the same."""
    found = remarks_while_writing(desk(), me(), pid, sentence=words["sentence"], fit=words["fit"])
    if found:
        many = "a remark" if len(found) == 1 else "remarks"
        flash(f"The check has {many} on this line; {'it stands' if len(found) == 1 else 'they stand'} with it.")
