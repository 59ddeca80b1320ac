"""The question bank edited without code: checked, published as a whole, kept by projects until they move up."""

from dataclasses import replace

import pytest
from room import open_room

from translator.core.bank.condition import ALWAYS
from translator.services.bank_editor import drop_entry, editor_rows, entry_view, save_entry
from translator.services.bank_move import move_up, move_view
from translator.services.bank_publish import publish, publish_view
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.follow import follow_all
from translator.services.glossary import glossary_view
from translator.services.projects import create_project
from translator.services.requirements import requirements_view

NEW = "The system shall count each message that leaves."


def sound(bank):
    """Return the small bank so that it passes its own check, as one that ships does."""
    templates = tuple(
        replace(t, fit="A test of 100 cases shows it in each.", plain="It does so.", standard=t.when == ALWAYS)
        for t in bank.templates
    )
    return replace(bank, version="1.0", templates=templates)


@pytest.fixture
def room(db):
    opened = open_room(db)
    opened.desk = replace(opened.desk, bank=sound(opened.desk.bank))
    follow_all(opened.desk)
    return opened


@pytest.fixture
def ada(room):
    """Give an administrator."""
    return replace(room.mara, administrator=True)


def edit(room, ada, **words):
    return save_entry(room.desk, ada, "template", "count", 0, typed=words or {"sentence": NEW})


def published(room, ada, note="Clearer words."):
    return publish(room.desk, ada, publish_view(room.desk, ada).seen, note=note)


def sentences(room, pid=None):
    return [r.requirement.sentence for r in requirements_view(room.desk, room.mara, pid or room.pid, 1).rows]


def test_an_edit_waits_until_it_is_published_and_a_project_keeps_its_version_until_it_moves_up(room, ada):
    edit(room, ada)
    assert NEW not in sentences(room)
    assert published(room, ada) == 1
    assert NEW not in sentences(room)
    view = move_view(room.desk, room.mara, room.pid)
    assert (view.kept, view.newest) == ("1.0", "1.0+1")
    assert [(d.entry, d.field, d.after) for d in view.differences] == [("count", "sentence", NEW)]
    assert [line.after for line in view.lines] == [NEW]
    move_up(room.desk, room.mara, room.pid, 1)
    assert NEW in sentences(room)
    assert not move_view(room.desk, room.mara, room.pid).behind


def test_a_new_project_begins_with_the_newest_version_and_keeps_it_over_a_newer_shipped_bank(room, ada):
    edit(room, ada)
    published(room, ada)
    pid = create_project(room.desk, room.mara, "Next")
    assert move_view(room.desk, room.mara, pid).kept == "1.0+1"
    room.desk = replace(room.desk, bank=replace(room.desk.bank, version="1.1"))
    follow_all(room.desk)
    assert move_view(room.desk, room.mara, pid).kept == "1.1+1"
    assert move_view(room.desk, room.mara, room.pid).kept == "1.1"


def test_a_sentence_that_fails_the_check_is_refused_beside_its_field_and_stores_nothing(room, ada):
    with pytest.raises(InputErrors) as refused:
        edit(room, ada, sentence="Count {things} and stuff.")
    assert {error.field for error in refused.value.errors} == {"sentence"}
    assert entry_view(room.desk, ada, "template", "count").version == 0


def test_weights_priorities_and_empty_words_are_refused_with_a_sentence(room, ada):
    for kind, entry, words in (
        ("question", "people", {"weight": "200"}),
        ("question", "people", {"text": " "}),
        ("template", "count", {"priority": "urgent"}),
    ):
        with pytest.raises(InputErrors):
            save_entry(room.desk, ada, kind, entry, 0, typed=words)


def test_two_administrators_who_edit_one_entry_see_both_texts(room, ada):
    edit(room, ada)
    with pytest.raises(Conflict) as conflict:
        edit(room, ada, sentence="The system shall count every letter.")
    assert (conflict.value.mine["sentence"], conflict.value.theirs["sentence"]) == (
        "The system shall count every letter.", NEW,
    )  # fmt: skip


def test_two_administrators_who_publish_at_once_publish_once(room, ada):
    edit(room, ada)
    seen = publish_view(room.desk, ada).seen
    publish(room.desk, ada, seen, note="First.")
    with pytest.raises(Conflict):
        publish(room.desk, ada, seen, note="Second.")
    assert [v.note for v in publish_view(room.desk, ada).versions] == ["First."]


def test_an_edit_made_after_the_page_was_seen_is_not_published_unseen(room, ada):
    edit(room, ada)
    seen = publish_view(room.desk, ada).seen
    save_entry(room.desk, ada, "question", "people", 0, typed={"text": "How many people is it for?"})
    with pytest.raises(Conflict):
        publish(room.desk, ada, seen, note="Clearer words.")


def test_a_forgotten_edit_is_gone_and_versions_add_up(room, ada):
    edit(room, ada)
    drop_entry(room.desk, ada, "template", "count", 1)
    assert publish_view(room.desk, ada).differences == ()
    edit(room, ada)
    published(room, ada)
    save_entry(room.desk, ada, "question", "channels", 0, typed={"choice.sms": "Text message"})
    assert published(room, ada) == 2
    move_up(room.desk, room.mara, room.pid, 2)
    assert NEW in sentences(room)
    labels = [c.label for c in entry_view(room.desk, ada, "question", "channels").bank.question("channels").choices]
    assert labels == ["E-mail", "Text message"]


def test_a_new_term_is_in_the_glossary_of_projects_that_moved_up(room, ada):
    save_entry(room.desk, ada, "term", "warm lead", 0, typed={"definition": "Somebody who asked twice."})
    published(room, ada)
    with pytest.raises(NotFound):
        glossary_view(room.desk, room.mara, room.pid).row("warm lead")
    move_up(room.desk, room.mara, room.pid, 1)
    assert (
        glossary_view(room.desk, room.mara, room.pid).row("warm lead").entry.definition == "Somebody who asked twice."
    )


def test_moving_up_to_a_version_that_is_no_longer_the_newest_is_a_conflict_and_only_leads_do_it(room, ada):
    edit(room, ada)
    published(room, ada)
    with pytest.raises(Conflict):
        move_up(room.desk, room.mara, room.pid, 0)
    with pytest.raises(NotAllowed):
        move_up(room.desk, room.rolf, room.pid, 1)


def test_nobody_but_administrators_finds_the_editor(room):
    for look in (
        lambda: editor_rows(room.desk, room.mara),
        lambda: entry_view(room.desk, room.mara, "template", "count"),
        lambda: publish_view(room.desk, room.mara),
        lambda: edit(room, room.mara),
    ):
        with pytest.raises(NotFound):
            look()
