"""The pages, by errand. A module of pages has a blueprint called `pages`; its name stands in the table below.

desk.py      desk() and me(): what a view asks for before it calls a service
forms.py     Form: what was typed, what is wrong with it
frame.py     project_page(): a page inside a project's navigation
gate.py      who may come in at all
errors.py    every error as a page; the only place that knows status codes
"""

from importlib import import_module

from flask import Flask

PAGES = ("home", "invitations", "projects", "members", "describe", "answer", "requirements", "review", "document")


def register(app: Flask) -> None:
    """Register every module of pages."""
    for name in PAGES:
        app.register_blueprint(import_module(f"translator.web.{name}").pages)
