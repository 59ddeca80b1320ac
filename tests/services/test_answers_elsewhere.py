"""Answers of other use cases: what most of them say is offered, and taken over only by a person's own word."""

import pytest
from room import open_room

from translator.core.answers import AnswerState
from translator.core.errors import InputError
from translator.services.answer import answer_view, dont_know, save_answer
from translator.services.answers_elsewhere import said_elsewhere, take_from_elsewhere
from translator.services.errors import NotAllowed, NotFound
from translator.services.write import add_use_case, delete_use_case


@pytest.fixture
def room(db):
    """Open a room whose project has four use cases."""
    made = open_room(db)
    for number in (2, 3, 4):
        assert add_use_case(made.desk, made.mara, made.pid) == number
    return made


def say(room, scope, question, **said):
    save_answer(room.desk, room.mara, room.pid, scope, question, version=0, **said)


def offered(room, scope, question, who=None):
    return said_elsewhere(room.desk, who or room.mara, room.pid, scope, question)


def take(room, scope, question, who=None, version=0):
    return take_from_elsewhere(room.desk, who or room.mara, room.pid, scope, question, version=version)


def answer(room, scope, question):
    return answer_view(room.desk, room.mara, room.pid, scope).prompt(question).answer


def test_what_another_use_case_says_is_offered_with_its_name(room):
    say(room, 2, "people", number="40,000", unit="people")
    found = offered(room, 1, "people")
    assert (found.refs, found.words) == ("UC2", "40,000 people")
    assert offered(room, 2, "people") is None
    assert offered(room, 1, "wait") is None


def test_what_most_of_them_say_is_offered(room):
    say(room, 2, "fallback", values=["Call them"])
    say(room, 3, "fallback", values=["a letter"])
    say(room, 4, "fallback", values=["A letter"])
    found = offered(room, 1, "fallback")
    assert (found.refs, found.words) == ("UC3 and UC4", "a letter")


def test_taking_it_makes_it_this_persons_own_answer(room):
    say(room, 1, "channels", confirmed=True)
    take(room, 2, "channels")
    taken = answer(room, 2, "channels")
    assert (taken.state, taken.values, taken.quote, taken.said_by) == (AnswerState.STATED, ("email",), "", "Mara")


def test_nobody_who_does_not_know_and_no_deleted_use_case_is_asked(room):
    dont_know(room.desk, room.mara, room.pid, 2, "people", version=0)
    say(room, 3, "people", number="7", unit="people")
    delete_use_case(room.desk, room.mara, room.pid, 3)
    assert offered(room, 1, "people") is None
    with pytest.raises(InputError, match="No other use case says this any more"):
        take(room, 1, "people")


def test_the_project_itself_has_no_other_use_case(room):
    assert offered(room, 0, "hosting") is None


def test_only_those_who_may_answer_take_it(room):
    say(room, 2, "people", number="7", unit="people")
    with pytest.raises(NotAllowed):
        take(room, 1, "people", who=room.iris)
    with pytest.raises(NotFound):
        offered(room, 1, "people", who=room.stranger)
    with pytest.raises(NotFound):
        take(room, 1, "people", who=room.stranger)
