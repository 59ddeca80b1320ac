"""The blueprint of the requirements' pages, and the words that all of them need."""

from typing import Any

from flask import Blueprint, flash

from translator.services.desk import Saved
from translator.web.desk import desk
from translator.web.requirements.page import ORIGINS, source_address

pages = Blueprint("requirements", __name__, url_prefix="/projects/<pid>")

WORDS = ("sentence", "plain", "fit", "priority")


def list_address(pid: str, number: int, row_id: int = 0) -> str:
    """Return the address of the list a line stands in (number 0: the project's own), and of the line in it."""
    place = f"/projects/{pid}/use-cases/{number}/requirements" if number else f"/projects/{pid}/requirements"
    return f"{place}#r{row_id}" if row_id else place


def shared_words(pid: str, number: int) -> dict[str, Any]:
    """Return what every template of these pages needs beside its view."""
    bank = desk().bank
    return {
        "origins": ORIGINS,
        "base": list_address(pid, number),
        "address": lambda source: source_address(pid, number, source, bank),
    }


def say_saved(sentence: str, saved: Saved) -> None:
    """Say what was saved, and what had to be taken out of it."""
    flash(sentence)
    if saved.removed:
        flash(f"{saved.removed} characters that no document can carry were taken out.", "warn")
