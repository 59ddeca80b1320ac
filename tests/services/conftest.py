"""A desk over a fresh database, and a clock that tests move by hand."""

from datetime import UTC, datetime, timedelta

import pytest
from room import small_bank
from sqlalchemy import select
from team import make_team

from translator.services.desk import Desk
from translator.storage.tables import History


class Clock:
    def __init__(self):
        self.moment = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)

    def __call__(self):
        return self.moment

    def forward(self, **time):
        self.moment += timedelta(**time)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(db, clock):
    return Desk(db=db, bank=small_bank(), now=clock)


@pytest.fixture
def both_desks(database, clock):
    """Give a desk once over SQLite and once over PostgreSQL."""
    return Desk(db=database, bank=small_bank(), now=clock)


@pytest.fixture
def team(desk):
    return make_team(desk)


@pytest.fixture
def history(desk):
    """Return what the history of a project says, oldest first, as (person, action, subject)."""

    def lines(pid):
        with desk.db.reading() as session:
            rows = session.scalars(select(History).where(History.project_id == pid).order_by(History.id))
            return [(row.person, row.action, row.subject) for row in rows]

    return lines
