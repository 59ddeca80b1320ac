"""The pages, by errand. A module of pages has a blueprint called `pages`; its name stands in the table below.

desk.py      desk() and me(): what a view asks for before it calls a service
forms.py     Form: what was typed, what is wrong with it
frame.py     project_page(): a page inside a project's navigation
gate.py      who may come in at all
errors.py    every error as a page; the only place that knows status codes
"""

from importlib import import_module

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

PAGES = (
    "home",
    "invitations",
    "resets",
    "projects",
    "members",
    "describe",
    "answer",
    "requirements",
    "review",
    "glossary",
    "standards",
    "library",
    "bank",
    "document",
)


class PossibleNumber(IntegerConverter):
    """Take only numbers that a database column can hold; a larger one in an address is simply not found."""

    def __init__(self, map: Map) -> None:  # noqa: A002 - the name that the library calls it by
        super().__init__(map, max=2**31 - 1)


def register(app: Flask) -> None:
    """Register every module of pages."""
    app.url_map.converters["int"] = PossibleNumber
    for name in PAGES:
        app.register_blueprint(import_module(f"translator.web.{name}").pages)
