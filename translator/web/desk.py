"""Who is here, and what every errand needs: the two things a view asks for before it calls a service."""

from collections.abc import Callable

from flask import Flask, abort, current_app
from flask_security import current_user

from translator.services.desk import Desk, Person

_KEY = "translator.desk"


def install(app: Flask, make: Callable[[], Desk]) -> None:
    """Tell the application how to make its desk; it is made when first needed, and `make` must keep it."""
    app.extensions[_KEY] = make


def desk() -> Desk:
    """Return the desk of this application: store, question bank and clock."""
    made: Desk = current_app.extensions[_KEY]()
    return made


def me() -> Person:
    """Return who is signed in; 401 when nobody is, which no view behind the sign-in gate ever meets."""
    if not current_user.is_authenticated:
        abort(401)
    person: Person = current_user.person
    return person
