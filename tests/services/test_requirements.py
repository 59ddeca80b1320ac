"""Requirements follow the text and the answers; what people did with them is never overwritten."""

import pytest
from room import open_room

from translator.core.requirements.model import Status
from translator.core.terms import Category, Priority
from translator.services import requirements as errands
from translator.services.access import Right
from translator.services.answer import save_answer
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.requirements import requirements_view
from translator.storage import tables

WORDS = {
    "sentence": "The system shall send a letter.",
    "plain": "A letter.",
    "fit": "In two days.",
    "priority": "must",
}


@pytest.fixture
def room(db):
    return open_room(db)


def view(room, scope=1, who=None):
    return requirements_view(room.desk, who or room.mara, room.pid, scope)


def line(room, key, scope=1):
    return next(row for row in view(room, scope).lines if row.requirement.key == key)


def do(room, errand, key, who=None, scope=1, **said):
    row = line(room, key, scope)
    return errand(room.desk, who or room.mara, room.pid, row.row_id, said.pop("version", row.version), **said)


def ids(rows):
    return [row.requirement.id for row in rows]


def test_the_draft_is_numbered_by_category_and_quotes_its_words(room):
    page = view(room)
    assert ids(page.rows) == ["UC1-F-01", "UC1-F-02", "UC1-D-01", "UC1-I-01"]
    send = line(room, "send").requirement
    assert send.sentence == "The system shall send a message by e-mail."
    assert "e-mail" in [source.text for source in send.trace]
    assert [len(page.of(c)) for c in Category] == [2, 1, 1, 0]


def test_shared_requirements_belong_to_no_use_case(room):
    assert ids(view(room, 0).rows) == ["S-I-01"]
    assert ids(view(room, None).rows) == ["UC1-F-01", "UC1-F-02", "UC1-D-01", "UC1-I-01", "S-I-01"]


def test_what_the_text_rules_out_is_an_exclusion_and_no_requirement(room):
    page = view(room)
    assert [e.what for e in page.exclusions] == ["No text messages"]
    assert not any("text message" in row.requirement.sentence for row in page.rows)


def test_a_line_that_nothing_calls_for_is_withdrawn_and_its_id_is_never_given_again(room):
    do(room, errands.accept, "send")
    room.tell("We do something.")
    assert ids(view(room).withdrawn) == ["UC1-F-01"]
    assert ids(view(room).rows) == ["UC1-F-02", "UC1-D-01", "UC1-I-01"]
    assert view(room).withdrawn[0].requirement.sentence == "The system shall send a message by e-mail."
    errands.add(room.desk, room.mara, room.pid, 1, category="functional", **WORDS)
    assert ids(view(room).of(Category.FUNCTIONAL)) == ["UC1-F-02", "UC1-F-03"]
    room.tell("Send an e-mail.")
    assert ids(view(room).of(Category.FUNCTIONAL)) == ["UC1-F-01", "UC1-F-02", "UC1-F-03"]


def test_a_withdrawn_line_that_nobody_worked_on_goes_unnoticed_and_its_number_stays_used(room):
    room.tell("We do something.")
    assert view(room).withdrawn == ()
    assert "UC1-F-01" not in ids(view(room).rows)
    errands.add(room.desk, room.mara, room.pid, 1, category="functional", **WORDS)
    assert ids(view(room).of(Category.FUNCTIONAL)) == ["UC1-F-02", "UC1-F-03"]


def test_a_line_that_rests_on_words_that_are_gone_says_so(room):
    save_answer(room.desk, room.mara, room.pid, 1, "channels", version=0, confirmed=True)
    assert line(room, "send").findings == ()
    room.tell("When a customer leaves a basket, send a text message.")
    assert line(room, "send").requirement.words_gone == ("e-mail",)
    assert "“e-mail”" in line(room, "send").findings[0].why


def test_an_edited_sentence_is_remarked_on_and_its_old_plain_words_too(room):
    old = line(room, "send").requirement
    do(room, errands.edit, "send", sentence="Letters should go out", plain=old.plain, fit=old.fit, priority="must")
    whys = [finding.why for finding in line(room, "send").shown]
    assert whys[0] == "The plain words and the measure still describe the old sentence."
    assert len(whys) == 3
    assert len(line(room, "send").findings) > 3


def test_an_answer_changes_the_draft_at_once(room):
    save_answer(room.desk, room.mara, room.pid, 1, "channels", version=0, values=["email", "sms"])
    assert line(room, "send").requirement.sentence == "The system shall send a message by e-mail and text message."


def test_an_accepted_line_goes_on_following(room):
    do(room, errands.accept, "send")
    assert line(room, "send").requirement.status is Status.ACCEPTED
    save_answer(room.desk, room.mara, room.pid, 1, "channels", version=0, values=["sms"])
    assert "text message" in line(room, "send").requirement.sentence


def test_an_edited_line_is_kept_and_says_that_its_source_changed(room):
    do(room, errands.edit, "send", **WORDS)
    assert not line(room, "send").requirement.source_changed
    save_answer(room.desk, room.mara, room.pid, 1, "channels", version=0, values=["sms"])
    now = line(room, "send").requirement
    assert now.sentence == "The system shall send a letter."
    assert now.source_changed
    assert now.draft_sentence == "The system shall send a message by text message."


def test_keeping_mine_settles_the_change_until_the_next_one(room):
    do(room, errands.edit, "send", **WORDS)
    save_answer(room.desk, room.mara, room.pid, 1, "channels", version=0, values=["sms"])
    do(room, errands.keep_mine, "send")
    assert (line(room, "send").requirement.source_changed, line(room, "send").requirement.sentence) == (
        False, WORDS["sentence"],
    )  # fmt: skip


def test_taking_the_draft_lets_the_line_follow_again(room):
    do(room, errands.edit, "send", **WORDS)
    do(room, errands.take_draft, "send")
    now = line(room, "send").requirement
    assert (now.status, now.sentence) == (Status.ACCEPTED, "The system shall send a message by e-mail.")


def test_another_priority_alone_keeps_the_line_following(room):
    row = line(room, "count").requirement
    same = {"sentence": row.sentence, "plain": row.plain, "fit": row.fit}
    do(room, errands.edit, "count", **same, priority="could")
    now = line(room, "count").requirement
    assert (now.status, now.priority) == (Status.ACCEPTED, Priority.COULD)
    do(room, errands.set_priority, "consent", priority="won't")
    assert line(room, "consent").requirement.priority is Priority.WONT


def test_a_dropped_line_leaves_the_document_and_comes_back_as_it_was(room):
    do(room, errands.edit, "send", **WORDS)
    do(room, errands.drop, "send")
    assert (ids(view(room).dropped), "UC1-F-01" in ids(view(room).rows)) == (["UC1-F-01"], False)
    do(room, errands.restore, "send")
    assert (line(room, "send").requirement.status, line(room, "send").requirement.sentence) == (
        Status.EDITED, WORDS["sentence"],
    )  # fmt: skip


def test_a_withdrawn_line_that_is_brought_back_is_the_persons_own(room):
    room.tell("We do something.")
    do(room, errands.restore, "send")
    now = line(room, "send").requirement
    assert (now.status, now.sentence) == (Status.ADDED, "The system shall send a message by e-mail.")
    assert now.trace[-1].text == "Written by Mara"


def test_a_line_added_by_hand_stays_through_every_change(room):
    errands.add(room.desk, room.mara, room.pid, 1, category="data", rationale="The law.", **WORDS)
    room.tell("Something else.")
    now = line(room, "hand:D2").requirement
    assert (now.id, now.status, now.rationale, now.trace[0].text) == (
        "UC1-D-02", Status.ADDED, "The law.", "Written by Mara",
    )  # fmt: skip


def test_an_added_line_needs_a_sentence_a_category_and_a_priority(room):
    with pytest.raises(InputErrors) as refused:
        errands.add(room.desk, room.mara, room.pid, 1, category="other", sentence=" ", priority="urgent")
    assert [e.field for e in refused.value.errors] == ["category", "priority", "sentence"]


def test_accepting_all_takes_only_what_the_person_saw(room):
    seen = {row.row_id: row.version for row in view(room).rows}
    do(room, errands.edit, "count", **WORDS)
    save_answer(room.desk, room.mara, room.pid, 1, "channels", version=0, values=["sms"])
    accepted = errands.accept_all(room.desk, room.mara, room.pid, 1, seen)
    assert accepted == 2
    assert line(room, "send").requirement.status is Status.DRAFTED
    assert view(room).to_look_at == 1


def test_two_people_editing_one_line_both_keep_their_words(room):
    version = line(room, "send").version
    do(room, errands.edit, "send", **WORDS)
    with pytest.raises(Conflict) as clash:
        do(room, errands.edit, "send", version=version, **{**WORDS, "sentence": "The system shall call."})
    assert clash.value.mine["sentence"] == "The system shall call."
    assert clash.value.theirs["sentence"] == "The system shall send a letter."
    assert [c.field for c in clash.value.clashes] == ["sentence"]


def test_typing_elsewhere_does_not_move_the_versions_of_the_lines(room):
    before = {row.row_id: row.version for row in view(room).lines}
    room.tell("Hello. When a customer leaves a basket, send an e-mail within 2 hours. No text messages. Thank you.")
    assert {row.row_id: row.version for row in view(room).lines} == before


def test_it_may_change_infrastructure_lines_and_no_others(room):
    do(room, errands.accept, "run", who=room.iris)
    with pytest.raises(NotAllowed):
        do(room, errands.accept, "send", who=room.iris)
    seen = {row.row_id: row.version for row in view(room).rows}
    assert errands.accept_all(room.desk, room.iris, room.pid, None, seen) == 0
    assert view(room, who=room.iris).may_change(Category.INFRASTRUCTURE)
    assert not view(room, who=room.iris).may_change(Category.DATA)


def test_readers_read_and_strangers_find_nothing(room):
    assert view(room, who=room.rolf).rights == {Right.READ}
    with pytest.raises(NotAllowed):
        do(room, errands.accept, "run", who=room.rolf)
    with pytest.raises(NotFound):
        view(room, who=room.stranger)
    with pytest.raises(NotFound):
        errands.accept(room.desk, room.mara, room.pid, 999, 1)


def test_asking_it_leaves_a_note_and_no_conflict_for_who_is_typing(room):
    with room.desk.db.reading() as session:
        before = session.query(tables.UseCase).one().version
    errands.ask_it(room.desk, room.mara, room.pid, 1, "Please price this by Friday.")
    page = view(room)
    assert (page.asked_note, page.asked_at) == ("Please price this by Friday.", room.desk.now())
    with room.desk.db.reading() as session:
        assert session.query(tables.UseCase).one().version == before


def test_every_change_of_a_line_stands_in_the_history(room):
    do(room, errands.accept, "send")
    do(room, errands.drop, "send")
    assert room.history() == [("Mara", "accepted", "requirement"), ("Mara", "dropped", "requirement")]
