"""The glossary of a project: who may word a term, how both sides agree, and what a conflict shows."""

import pytest
from room import open_room

from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.glossary import add_term, agree_term, entries_for, glossary_view, save_term, withdraw_term
from translator.services.project_copy import copy_project

NEW = {"term": "Warm visitor", "definition": "Somebody who came twice in a week.", "marketing": "Nearly a customer."}


@pytest.fixture
def room(db):
    return open_room(db)


def row(room, key="warm visitor", who=None):
    return glossary_view(room.desk, who or room.mara, room.pid).row(key)


def shipped(room):
    return room.desk.bank.glossary[0].term


def test_whoever_words_a_term_agrees_for_their_side_and_the_other_side_still_has_to(room):
    key = add_term(room.desk, room.mara, room.pid, **NEW)
    assert row(room).entry.marketing_by == "Mara"
    assert row(room).entry.state == "proposed"
    agree_term(room.desk, room.iris, room.pid, key, row(room).version)
    assert (row(room).entry.state, row(room).entry.it_by) == ("agreed", "Iris")


def test_new_words_ask_the_other_side_again(room):
    key = add_term(room.desk, room.mara, room.pid, **NEW)
    agree_term(room.desk, room.iris, room.pid, key, 1)
    save_term(room.desk, room.iris, room.pid, key, 2, definition="Somebody who came three times.")
    entry = row(room).entry
    assert (entry.marketing_by, entry.it_by, entry.state) == ("", "Iris", "proposed")


def test_a_shipped_term_is_agreed_to_as_it_stands_and_can_go_back(room):
    key = shipped(room).casefold()
    agree_term(room.desk, room.mara, room.pid, key, 0)
    agree_term(room.desk, room.iris, room.pid, key, 1)
    assert row(room, key).entry.agreed
    withdraw_term(room.desk, room.iris, room.pid, key, 2)
    assert (row(room, key).entry.state, row(room, key).version) == ("proposed", 0)


def test_a_change_of_what_somebody_else_changed_shows_both_texts(room):
    key = add_term(room.desk, room.mara, room.pid, **NEW)
    save_term(room.desk, room.iris, room.pid, key, 1, definition="Theirs.")
    with pytest.raises(Conflict) as conflict:
        save_term(room.desk, room.mara, room.pid, key, 1, definition="Mine.")
    assert (conflict.value.mine["definition"], conflict.value.theirs["definition"]) == ("Mine.", "Theirs.")
    assert row(room).entry.definition == "Theirs."


def test_agreeing_to_words_that_changed_meanwhile_is_a_conflict(room):
    key = add_term(room.desk, room.mara, room.pid, **NEW)
    save_term(room.desk, room.mara, room.pid, key, 1, definition="Other words.")
    with pytest.raises(Conflict):
        agree_term(room.desk, room.iris, room.pid, key, 1)


def test_what_was_withdrawn_meanwhile_is_a_conflict_too(room):
    key = shipped(room).casefold()
    agree_term(room.desk, room.mara, room.pid, key, 0)
    withdraw_term(room.desk, room.mara, room.pid, key, 1)
    with pytest.raises(Conflict):
        save_term(room.desk, room.iris, room.pid, key, 1, definition="Late words.")


def test_a_term_that_is_there_already_or_says_nothing_is_refused_with_a_sentence(room):
    add_term(room.desk, room.mara, room.pid, **NEW)
    for words, said in (
        ({**NEW, "term": "warm VISITOR"}, "in the glossary already"),
        ({**NEW, "term": " "}, "Write the term."),
        ({**NEW, "term": "x", "definition": ""}, "in one sentence"),
        ({**NEW, "term": "/"}, "letters or digits"),
    ):
        with pytest.raises(InputErrors, match=said):
            add_term(room.desk, room.mara, room.pid, **words)


def test_the_same_form_sent_twice_proposes_one_term(room):
    first = add_term(room.desk, room.mara, room.pid, once="form-1", **NEW)
    assert add_term(room.desk, room.mara, room.pid, once="form-1", **NEW) == first


def test_readers_read_and_strangers_find_nothing(room):
    with pytest.raises(NotFound):
        entries_for(room.desk, room.stranger, room.pid)
    with pytest.raises(NotFound):
        add_term(room.desk, room.stranger, room.pid, **NEW)
    with pytest.raises(NotAllowed):
        add_term(room.desk, room.rolf, room.pid, **NEW)


def test_a_copy_of_the_project_takes_its_words_along(room):
    add_term(room.desk, room.mara, room.pid, **NEW)
    twin = copy_project(room.desk, room.mara, room.pid)
    assert glossary_view(room.desk, room.mara, twin).row("warm visitor").entry.definition == NEW["definition"]
