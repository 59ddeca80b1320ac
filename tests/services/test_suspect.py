"""Something upstream changed since a person looked: the line says so until somebody looks again."""

import pytest
from room import PRICES, open_room

from translator.core.errors import InputError
from translator.services import requirements as errands
from translator.services.answer import save_answer
from translator.services.errors import Conflict, NotAllowed, NotFound
from translator.services.options import add_option, options_view, save_option
from translator.services.project_copy import copy_project
from translator.services.requirements import requirements_view
from translator.services.review import judge_rest, queue, review_view, set_feasibility
from translator.services.still_right import all_still_right, take_back_all
from translator.storage import tables

ANOTHER = "When a customer leaves a basket, send a text message within 2 hours."
OTHER_WORDS = "When a customer leaves a basket, send an email within 2 hours. No text messages."


@pytest.fixture
def room(db):
    return open_room(db)


def line(room, key, scope=1):
    found = requirements_view(room.desk, room.mara, room.pid, scope).lines
    return next(row for row in found if row.requirement.key == key)


def do(room, errand, key, who=None, **said):
    row = line(room, key)
    return errand(room.desk, who or room.mara, room.pid, row.row_id, said.pop("version", row.version), **said)


def judge(room, key, verdict="yes"):
    row = next(r for r in review_view(room.desk, room.iris, room.pid, 1).rows if r.requirement.key == key)
    set_feasibility(room.desk, room.iris, room.pid, row.row_id, row.judged, verdict=verdict, note="")


def test_an_accepted_line_is_suspect_once_its_words_change_and_says_what_changed(room):
    do(room, errands.accept, "send")
    assert not line(room, "send").requirement.suspect
    room.tell(ANOTHER)
    now = line(room, "send").requirement
    assert now.suspect
    assert "“e-mail”" in now.changes.went
    assert "It says: The system shall send a message by text message." in now.changes.came
    assert not line(room, "count").requirement.suspect


def test_a_line_that_nobody_looked_at_follows_without_a_mark(room):
    room.tell(ANOTHER)
    assert not line(room, "send").requirement.suspect


def test_writing_elsewhere_in_the_text_marks_nothing(room):
    do(room, errands.accept, "send")
    room.tell("We are a shop. " + "When a customer leaves a basket, send an e-mail within 2 hours. No text messages.")
    assert not line(room, "send").requirement.suspect


def test_a_person_clears_the_mark_with_history_until_it_changes_again(room):
    do(room, errands.accept, "send")
    room.tell(ANOTHER)
    do(room, errands.still_right, "send")
    assert not line(room, "send").requirement.suspect
    assert room.history()[-1] == ("Mara", "found still right", "requirement")
    room.tell("When a customer leaves a basket, send an e-mail.")
    assert line(room, "send").requirement.suspect


def test_two_people_who_clear_at_once_get_one_answer_and_one_conflict(room):
    do(room, errands.accept, "send")
    room.tell(ANOTHER)
    seen = line(room, "send").version
    do(room, errands.still_right, "send", version=seen)
    with pytest.raises((Conflict, InputError)):
        do(room, errands.still_right, "send", version=seen)


def test_a_line_behind_which_nothing_changed_cannot_be_cleared(room):
    with pytest.raises(InputError, match="Nothing behind this requirement changed"):
        do(room, errands.still_right, "send")


def test_only_who_may_change_a_line_clears_it(room):
    do(room, errands.accept, "send")
    room.tell(ANOTHER)
    for who, refused in ((room.rolf, NotAllowed), (room.iris, NotAllowed), (room.stranger, NotFound)):
        with pytest.raises(refused):
            do(room, errands.still_right, "send", who)
    assert line(room, "send").requirement.suspect


@pytest.mark.parametrize("look", ["accept", "edit", "judge", "accept all"])
def test_whoever_accepts_edits_or_judges_has_looked(room, look):
    do(room, errands.accept, "send")
    room.tell(ANOTHER)
    if look == "accept":
        do(room, errands.accept, "send")
    elif look == "edit":
        do(room, errands.edit, "send", sentence="The system shall sing.", plain="", fit="", priority="must")
    elif look == "judge":
        judge(room, "send")
    else:
        do(room, errands.drop, "send")
        do(room, errands.restore, "send")
        row = line(room, "send")
        errands.accept_all(room.desk, room.mara, room.pid, 1, {row.row_id: row.version})
    assert not line(room, "send").requirement.suspect


def test_judging_gives_nobody_a_conflict_who_has_the_line_open(room):
    seen = line(room, "send").version
    judge(room, "send")
    do(room, errands.accept, "send", version=seen)


def test_an_edited_line_whose_source_changed_is_cleared_by_keeping_it_or_by_finding_it_right(room):
    do(room, errands.edit, "send", sentence="The system shall sing.", plain="", fit="", priority="must")
    room.tell(ANOTHER)
    assert (line(room, "send").requirement.suspect, line(room, "send").requirement.source_changed) == (True, True)
    do(room, errands.still_right, "send")
    now = line(room, "send").requirement
    assert (now.suspect, now.source_changed, now.sentence) == (False, False, "The system shall sing.")


def test_it_sees_what_moved_under_a_verdict_that_still_fits_the_sentence(room):
    judge(room, "send")
    room.tell(OTHER_WORDS)
    view = review_view(room.desk, room.iris, room.pid, 1)
    assert (view.suspect, view.stale) == (1, 0)
    assert [row.suspect for row in queue(room.desk, room.iris).rows] == [1]
    judge(room, "send")
    assert queue(room.desk, room.iris).rows == ()


def test_a_verdict_about_another_sentence_counts_once_and_not_as_suspect_too(room):
    judge(room, "send")
    room.tell(ANOTHER)
    view = review_view(room.desk, room.iris, room.pid, 1)
    assert (view.suspect, view.stale) == (0, 1)
    assert [(row.stale, row.suspect) for row in queue(room.desk, room.iris).rows] == [(1, 0)]


def test_judging_the_rest_counts_as_looking_at_each(room):
    rows = [row.row_id for row in review_view(room.desk, room.iris, room.pid, 1).rows]
    judge_rest(room.desk, room.iris, room.pid, 1, rows)
    save_answer(room.desk, room.mara, room.pid, 1, "channels", version=0, values=["sms"])
    assert line(room, "send").requirement.suspect


def test_an_option_says_which_lines_changed_since_it_was_priced_until_it_is_priced_again(room):
    fields = {"name": "Bought", "risk": "low", **PRICES}
    add_option(room.desk, room.iris, room.pid, 1, fields)
    assert options_view(room.desk, room.iris, room.pid, 1).columns[0].moved == ()
    room.tell(ANOTHER)
    do(room, errands.accept, "send")
    column = options_view(room.desk, room.iris, room.pid, 1).columns[0]
    assert column.moved == ("UC1-F-01",), "accepting the line prices nothing anew"
    save_option(room.desk, room.iris, room.pid, 1, "A", version=column.version, fields=fields)
    assert options_view(room.desk, room.iris, room.pid, 1).columns[0].moved == ()


def test_an_option_that_does_not_meet_a_line_or_has_no_price_does_not_care_whether_it_changes(room):
    row_id = line(room, "send").row_id
    add_option(room.desk, room.iris, room.pid, 1, {"name": "A", "risk": "low", f"meets-{row_id}": "not", **PRICES})
    add_option(room.desk, room.iris, room.pid, 1, {"name": "B", "risk": "low"})
    room.tell(ANOTHER)
    assert [column.moved for column in options_view(room.desk, room.iris, room.pid, 1).columns] == [(), ()]


def test_rows_of_an_earlier_version_are_not_suspect(room):
    do(room, errands.accept, "send")
    with room.desk.db.writing() as session:
        for row in session.query(tables.Requirement):
            row.rested_on = None
    room.tell(ANOTHER)
    assert not line(room, "send").requirement.suspect


def test_a_copy_keeps_the_marks(room):
    do(room, errands.accept, "send")
    room.tell(ANOTHER)
    copy = copy_project(room.desk, room.mara, room.pid)
    lines = requirements_view(room.desk, room.mara, copy, 1).lines
    assert [row.requirement.id for row in lines if row.requirement.suspect] == ["UC1-F-01"]


def marked(room):
    lines = requirements_view(room.desk, room.mara, room.pid, 1).lines
    return {row.row_id: row.version for row in lines if row.requirement.suspect}


def test_all_marks_of_a_list_go_with_one_click_and_come_back_with_another(room):
    for key in ("send", "count"):
        do(room, errands.accept, key)
    room.tell(ANOTHER)
    before = marked(room)
    assert before
    many, entry = all_still_right(room.desk, room.mara, room.pid, before)
    assert many == len(before)
    assert not marked(room)
    assert take_back_all(room.desk, room.mara, room.pid, entry) == many
    assert set(marked(room)) == set(before)


def test_a_line_that_somebody_changed_meanwhile_keeps_its_mark_and_its_words(room):
    do(room, errands.accept, "send")
    room.tell(ANOTHER)
    seen = {row_id: version - 1 for row_id, version in marked(room).items()}
    assert all_still_right(room.desk, room.mara, room.pid, seen) == (0, "")
    assert marked(room)


def test_what_was_cleared_is_not_taken_back_over_later_work(room):
    do(room, errands.accept, "send")
    room.tell(ANOTHER)
    _, entry = all_still_right(room.desk, room.mara, room.pid, marked(room))
    do(room, errands.drop, "send")
    assert take_back_all(room.desk, room.mara, room.pid, entry) == 0
    with pytest.raises(NotFound):
        take_back_all(room.desk, room.mara, room.pid, "never")
