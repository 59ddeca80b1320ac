"""The real application over a real database, and four people with a browser each.

Ana leads a project for marketing, Ivo is its IT, Rita reads it, Olga belongs to another project only.
"""

from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from visitor import PASSWORD, Visitor

from translator import create_app
from translator.content.load import load_bank
from translator.services.answer import save_answer
from translator.services.invitations import accept_invitation, invite
from translator.services.members import change_member
from translator.services.people import create_account
from translator.services.projects import create_project, save_project
from translator.services.write import add_use_case, save_use_case
from translator.web.accounts import hashed
from translator.web.desk import desk

NARRATIVE = "When a known visitor leaves the savings calculator, show an offer on the next page within 2 seconds."
CARD = "When a card is refused, send an e-mail to the customer. The data may be deleted after 30 days."


class Clock:
    """A clock that tests move by hand, starting from now."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return datetime.now(UTC) + self.ahead


@cache
def shipped_bank():
    return load_bank()


@cache
def _hash_of_password():
    """Return the hash of everybody's password, made once: it is slow on purpose."""
    return hashed(PASSWORD)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def make_app(sqlite_url, tmp_path, clock):
    def make(**over):
        settings = {"database_url": sqlite_url, "sign_in_limit": "1000 per minute", **over}
        app = create_app(bank=shipped_bank(), now=clock, instance=tmp_path / "instance", **settings)
        app.testing = True
        return app

    return make


@pytest.fixture
def app(make_app):
    return make_app()


@pytest.fixture
def stranger(app):
    return Visitor(app)


@pytest.fixture
def house(app):
    """Give the people and the project: pid, and a person by first name."""
    with app.app_context():
        return _furnish()


def _furnish():
    people = {
        name: create_account(desk(), f"{name.title()} Example", f"{name}@example.org", _hash_of_password())
        for name in ("ana", "ivo", "rita", "olga")
    }
    ana = people["ana"]
    pid = create_project(desk(), ana, "Offers that fit")
    save_project(desk(), ana, pid, 1, objective="Sell more savings plans.", budget="180k")
    number = add_use_case(desk(), ana, pid)
    save_use_case(desk(), ana, pid, number, version=1, title="Offer after the calculator", narrative=NARRATIVE)
    for name, side in (("ivo", "it"), ("rita", "reader")):
        accept_invitation(desk(), people[name], invite(desk(), ana, pid, name, side))
    change_member(desk(), ana, pid, ana.id, version=1, side="marketing", lead=True)
    foreign = create_project(desk(), people["olga"], "Olga's secret plan")
    return {"pid": pid, "foreign": foreign, **people}


@pytest.fixture
def case(house):
    """Give the address of the use case."""
    return f"/projects/{house['pid']}/use-cases/1"


@pytest.fixture
def sharing(app, house):
    """Give the project a second use case that is slower; return the project's address."""
    with app.app_context():
        ana, pid = house["ana"], house["pid"]
        number = add_use_case(desk(), ana, pid)
        save_use_case(desk(), ana, pid, number, version=1, title="Card refused", narrative=CARD)
        for case, speed in ((1, "realtime"), (2, "hourly")):
            save_answer(desk(), ana, pid, case, "start", version=0, values=["event"])
            save_answer(desk(), ana, pid, case, "speed", version=0, values=[speed])
    return f"/projects/{pid}"


def _signed_in(app, person):
    visitor = Visitor(app)
    assert visitor.sign_in(person.email).status_code == 302
    return visitor


@pytest.fixture
def ana(app, house):
    return _signed_in(app, house["ana"])


@pytest.fixture
def ben(app, house):
    """Give a second marketer of the project, who is there only where a test asks for them."""
    with app.app_context():
        person = create_account(desk(), "Ben Example", "ben@example.org", _hash_of_password())
        accept_invitation(desk(), person, invite(desk(), house["ana"], house["pid"], "Ben", "marketing"))
    house["ben"] = person
    return _signed_in(app, person)


@pytest.fixture
def ada(app, house):
    """Give an administrator, who belongs to no project."""
    with app.app_context():
        person = create_account(desk(), "Ada Example", "ada@example.org", _hash_of_password(), administrator=True)
    house["ada"] = person
    return _signed_in(app, person)


@pytest.fixture
def ivo(app, house):
    return _signed_in(app, house["ivo"])


@pytest.fixture
def rita(app, house):
    return _signed_in(app, house["rita"])


@pytest.fixture
def olga(app, house):
    return _signed_in(app, house["olga"])
