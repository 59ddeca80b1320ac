"""After an upgrade the stored requirements follow the new question bank, once."""

from dataclasses import replace

import pytest
from room import TEMPLATES, make_template, open_room

from translator.core.requirements.model import Status
from translator.core.terms import Category
from translator.services.follow import follow_all
from translator.services.requirements import requirements_view


@pytest.fixture
def room(db):
    opened = open_room(db)
    follow_all(opened.desk)
    return opened


def grown(room, *templates):
    room.desk = replace(room.desk, bank=replace(room.desk.bank, version="next", templates=templates))


def test_a_new_template_gets_the_next_number_and_a_vanished_one_is_withdrawn(room):
    kept = tuple(t for t in TEMPLATES if t.id != "count")
    grown(room, *kept, make_template("greet", Category.FUNCTIONAL, "The system shall greet each person."))
    assert follow_all(room.desk) == 1
    lines = {line.requirement.key: line.requirement for line in requirements_view(room.desk, room.mara, "p1", 1).lines}
    assert (lines["greet"].id, lines["greet"].status) == ("UC1-F-03", Status.DRAFTED)
    assert (lines["count"].id, lines["count"].status) == ("UC1-F-02", Status.WITHDRAWN)


def test_the_same_bank_moves_nothing(room):
    assert follow_all(room.desk) == 0


def test_until_then_a_page_shows_what_is_stored_and_breaks_on_nothing(room):
    grown(room, *TEMPLATES, make_template("greet", Category.FUNCTIONAL, "The system shall greet each person."))
    keys = [line.requirement.key for line in requirements_view(room.desk, room.mara, "p1", 1).lines]
    assert keys == ["send", "count", "consent", "run"]
