"""The library: what is kept is its keeper's until shared, and what a project takes over says where it is from."""

import pytest
from room import open_room

from translator.core.errors import InputError
from translator.services.answer import answer_view, save_answer
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.library import (
    Label,
    change_item,
    delete_item,
    item,
    keep_answers,
    keep_requirement,
    keep_use_case,
    library,
    restore_item,
)
from translator.services.library_use import use_item
from translator.services.projects import create_project
from translator.services.requirements import requirements_view
from translator.services.write import use_case_view


@pytest.fixture
def room(db):
    return open_room(db)


@pytest.fixture
def other(room):
    """Give a second project of Mara's, to which nobody else belongs."""
    return create_project(room.desk, room.mara, "Autumn offers")


def first_line(room):
    return requirements_view(room.desk, room.mara, room.pid, 1).rows[0]


def test_a_use_case_comes_into_another_project_with_its_text_and_answers_and_says_whose_they_are(room, other):
    save_answer(room.desk, room.mara, room.pid, 1, "people", version=0, number="5000", unit="people")
    kept = keep_use_case(room.desk, room.mara, room.pid, 1)
    taken = use_item(room.desk, room.mara, kept, other)
    case = use_case_view(room.desk, room.mara, other, taken.scope)
    assert case.narrative == use_case_view(room.desk, room.mara, room.pid, 1).narrative
    people = next(p.answer for p in case.prompts if p.question.id == "people")
    assert people.number == 5000
    assert people.said_by.startswith("Mara (the library: UC1 of ")


def test_answers_fill_only_what_was_not_answered(room, other):
    save_answer(room.desk, room.mara, room.pid, 1, "people", version=0, number="5000", unit="people")
    save_answer(room.desk, room.mara, room.pid, 1, "wait", version=0, number="2", unit="hour")
    kept = keep_answers(room.desk, room.mara, room.pid, 1)
    number = use_item(room.desk, room.mara, keep_use_case(room.desk, room.mara, room.pid, 1), other).scope
    assert use_item(room.desk, room.mara, kept, other, number).answers == 0
    room.tell("Another thing by e-mail.", number=2)
    save_answer(room.desk, room.mara, room.pid, 2, "people", version=0, number="7", unit="people")
    assert use_item(room.desk, room.mara, kept, room.pid, 2).answers == 1
    said = {p.question.id: p.answer for p in answer_view(room.desk, room.mara, room.pid, 2).prompts if p.answer}
    assert (said["people"].number, said["wait"].number) == (7, 2)


def test_answers_of_a_use_case_are_not_put_into_the_project_as_a_whole(room):
    kept = keep_answers(room.desk, room.mara, room.pid, 1)
    with pytest.raises(InputError, match="one use case"):
        use_item(room.desk, room.mara, kept, room.pid, 0)


def test_a_requirement_becomes_a_line_of_ones_own_with_its_origin(room, other):
    line = first_line(room)
    kept = keep_requirement(room.desk, room.mara, room.pid, line.row_id, Label(title="Greeting"))
    use_item(room.desk, room.mara, kept, other, 0)
    taken = next(
        r.requirement for r in requirements_view(room.desk, room.mara, other, 0).rows if r.requirement.status == "added"
    )
    assert taken.sentence == line.requirement.sentence
    assert f"{line.requirement.id} of " in taken.rationale


def test_the_same_form_sent_twice_takes_one(room, other):
    kept = keep_use_case(room.desk, room.mara, room.pid, 1, Label(once="keep"))
    assert keep_use_case(room.desk, room.mara, room.pid, 1, Label(once="keep")) == kept
    first = use_item(room.desk, room.mara, kept, other, once="take")
    assert use_item(room.desk, room.mara, kept, other, once="take") == first


def test_nobody_sees_what_is_not_shared_and_only_who_kept_it_changes_it(room):
    kept = keep_use_case(room.desk, room.mara, room.pid, 1)
    for reach in (item, delete_item, restore_item):
        with pytest.raises(NotFound):
            reach(room.desk, room.stranger, kept)
    assert library(room.desk, room.stranger) == ()
    change_item(room.desk, room.mara, kept, 1, title="Left baskets", shared=True)
    assert [i.title for i in library(room.desk, room.stranger)] == ["Left baskets"]
    with pytest.raises(NotAllowed):
        change_item(room.desk, room.stranger, kept, 2, title="Mine now")
    with pytest.raises(NotAllowed):
        delete_item(room.desk, room.stranger, kept)


def test_a_shared_item_opens_no_project(room):
    kept = keep_use_case(room.desk, room.mara, room.pid, 1)
    change_item(room.desk, room.mara, kept, 1, title="Left baskets", shared=True)
    with pytest.raises(NotFound):
        use_item(room.desk, room.stranger, kept, room.pid)
    with pytest.raises(NotFound):
        keep_use_case(room.desk, room.stranger, room.pid, 1)
    with pytest.raises(NotAllowed):
        keep_use_case(room.desk, room.rolf, room.pid, 1)
    with pytest.raises(NotAllowed):
        use_item(room.desk, room.iris, kept, room.pid)


def test_what_a_project_took_over_stays_when_the_item_goes_and_the_item_comes_back(room, other):
    kept = keep_use_case(room.desk, room.mara, room.pid, 1)
    number = use_item(room.desk, room.mara, kept, other).scope
    delete_item(room.desk, room.mara, kept)
    assert library(room.desk, room.mara) == ()
    assert use_case_view(room.desk, room.mara, other, number).narrative
    restore_item(room.desk, room.mara, kept)
    assert len(library(room.desk, room.mara, "use case")) == 1
    assert library(room.desk, room.mara, "answers") == ()


def test_two_changes_at_once_are_a_conflict_and_a_name_is_needed(room):
    kept = keep_use_case(room.desk, room.mara, room.pid, 1)
    change_item(room.desk, room.mara, kept, 1, title="First")
    with pytest.raises(Conflict):
        change_item(room.desk, room.mara, kept, 1, title="Second")
    with pytest.raises(InputErrors, match="a name"):
        change_item(room.desk, room.mara, kept, 2, title=" ")
