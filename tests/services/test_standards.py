"""The standard pack of a project: IT sets values, both sides rule topics out, and the requirements follow."""

from dataclasses import replace

import pytest
from room import NARRATIVE, make_template, open_room

from translator.core.bank.condition import ALWAYS
from translator.core.bank.model import Scope, Slot, StandardChoice, Topic
from translator.core.terms import Category
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.follow import follow_scope
from translator.services.project_copy import copy_project
from translator.services.publish import specification
from translator.services.requirements import requirements_view
from translator.services.standards import rule_out, set_value, standards_view, take_in, unset_value
from translator.storage.tables import Project

KEY = "back/time"


BACK = make_template(
    "back", Category.INFRASTRUCTURE, "The supplier shall restore the service within {time}.", topic="recovery",
    scope=Scope.PROJECT, standard=True,
    slots={"time": Slot(standards=(StandardChoice(when=ALWAYS, words="8 hours"),))},
)  # fmt: skip


@pytest.fixture
def room(db):
    opened = open_room(db)
    small = opened.desk.bank
    topics = (Topic(name="recovery", group="infrastructure"),)
    opened.desk = replace(opened.desk, bank=replace(small, templates=(*small.templates, BACK), topics=topics))
    opened.tell(NARRATIVE)
    with opened.desk.db.writing() as session:
        follow_scope(session, opened.desk, session.get_one(Project, opened.pid), 0)
    return opened


def view(room, who=None):
    return standards_view(room.desk, who or room.iris, room.pid)


def sentences(room, pid=None):
    return [r.requirement.sentence for r in requirements_view(room.desk, room.mara, pid or room.pid, 0).rows]


def test_a_value_that_it_sets_stands_in_the_line_and_can_be_taken_back(room):
    saved = set_value(room.desk, room.iris, room.pid, KEY, 0, value="4 hours", reason="Night shop.")
    assert "The supplier shall restore the service within 4 hours." in sentences(room)
    assert (view(room).value(KEY).own.value, view(room).value(KEY).version) == ("4 hours", saved.version)
    unset_value(room.desk, room.iris, room.pid, KEY, saved.version)
    assert "The supplier shall restore the service within 8 hours." in sentences(room)


def test_of_several_house_values_the_one_that_the_line_holds_is_named(room):
    row = view(room).value(KEY)
    assert row.current == "8 hours"
    set_value(room.desk, room.iris, room.pid, KEY, 0, value="4 hours")
    assert view(room).value(KEY).current == ""


def test_two_values_at_once_are_a_conflict_that_shows_both(room):
    set_value(room.desk, room.iris, room.pid, KEY, 0, value="4 hours")
    with pytest.raises(Conflict) as conflict:
        set_value(room.desk, room.iris, room.pid, KEY, 0, value="2 hours")
    assert (conflict.value.mine["value"], conflict.value.theirs["value"]) == ("2 hours", "4 hours")


def test_marketing_sets_no_value_and_a_value_needs_words(room):
    with pytest.raises(NotAllowed):
        set_value(room.desk, room.mara, room.pid, KEY, 0, value="4 hours")
    with pytest.raises(InputErrors, match="as it stands"):
        set_value(room.desk, room.iris, room.pid, KEY, 0, value=" ")
    with pytest.raises(NotFound):
        set_value(room.desk, room.iris, room.pid, "no/place", 0, value="4 hours")


def test_a_topic_ruled_out_drafts_nothing_and_the_document_says_why(room):
    topic = next(row for row in view(room).topics if row.lines and row.topic.name == "recovery").topic.name
    rule_out(room.desk, room.mara, room.pid, topic, 0, reason="The house restores everything itself.")
    assert not any("restore the service" in sentence for sentence in sentences(room))
    scope = next(s for s in specification(room.desk, room.mara, room.pid).sections if s.anchor == "scope")
    assert "The house restores everything itself" in str(scope)
    take_in(room.desk, room.iris, room.pid, topic, 1)
    assert any("restore the service" in sentence for sentence in sentences(room))


def test_a_topic_needs_a_reason_and_strangers_find_nothing(room):
    with pytest.raises(InputErrors, match="Write why"):
        rule_out(room.desk, room.mara, room.pid, "recovery", 0, reason="")
    with pytest.raises(NotFound):
        view(room, room.stranger)
    with pytest.raises(NotFound):
        rule_out(room.desk, room.mara, room.pid, "no such topic", 0, reason="Because.")


def test_a_copy_keeps_the_values_and_the_topics(room):
    set_value(room.desk, room.iris, room.pid, KEY, 0, value="4 hours")
    twin = copy_project(room.desk, room.mara, room.pid)
    assert "The supplier shall restore the service within 4 hours." in sentences(room, twin)


def test_another_project_keeps_the_house_s_value(room):
    set_value(room.desk, room.iris, room.pid, KEY, 0, value="4 hours")
    twin = copy_project(room.desk, room.mara, room.pid)
    unset_value(room.desk, room.mara, twin, KEY, 1)
    assert "The supplier shall restore the service within 4 hours." in sentences(room)
    assert "The supplier shall restore the service within 8 hours." in sentences(room, twin)
