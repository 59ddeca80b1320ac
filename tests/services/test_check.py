"""The check as people meet it: on a whole project, on one use case, on a line; and a better wording with one click."""

from contextlib import suppress
from dataclasses import replace

import pytest
from room import open_room, small_bank

from translator.content.load import load_bank
from translator.core.requirements.model import Status
from translator.services import requirements as errands
from translator.services.answer import save_answer
from translator.services.check import check_view, remarks_while_writing
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.glossary import add_term
from translator.services.requirements import requirements_view
from translator.services.reword import reword, take_back

TWO = "The system shall send a letter and shall store the letter."
WORDS = {"plain": "", "fit": "A test shows 5 of 5 letters.", "priority": "should"}


@pytest.fixture
def room(db):
    room = open_room(db)
    quality = replace(load_bank().quality, asked_by=(("measure", "wins"), ("source", "fallback"), ("owner", "hosting")))
    return replace(room, desk=replace(room.desk, bank=replace(small_bank(), quality=quality)))


def add(room, sentence, scope=1, **over):
    words = {**WORDS, "sentence": sentence, "category": "functional", **over}
    return errands.add(room.desk, room.mara, room.pid, scope, **words)


def line(room, row_id, scope=None):
    return next(r for r in requirements_view(room.desk, room.mara, room.pid, scope).lines if r.row_id == row_id)


def check(room, scope=None, who=None):
    return check_view(room.desk, who or room.mara, room.pid, scope)


def do(room, errand, row_id, **said):
    return errand(room.desk, room.mara, room.pid, row_id, said.pop("version", line(room, row_id).version), **said)


def test_faults_of_the_set_are_found_for_the_project_and_for_one_use_case(room):
    room.tell("Send the purchase history to each guest.", number=2)
    of_all = {(f.use_case, f.code) for f in check(room).whole}
    assert {(None, "no-owner"), (1, "no-measure"), (2, "no-measure"), (2, "no-source")} <= of_all
    assert {f.use_case for f in check(room, 2).whole} == {2}


def test_an_answer_settles_its_finding(room):
    assert "no-measure" in [f.code for f in check(room, 1).whole]
    save_answer(room.desk, room.mara, room.pid, 1, "wins", version=0, values=["email"])
    assert "no-measure" not in [f.code for f in check(room, 1).whole]


def test_at_most_three_faults_of_sentences_are_shown_and_the_rest_counted(room):
    for _ in range(2):
        add(room, "The system shall quickly send some letters, if possible, to each guest.")
    view = check(room)
    assert len(view.shown) == 3
    assert view.more == len(view.faults) - 3 == 3
    assert {fault.line.requirement.id for fault in view.shown[:2]} == {"UC1-F-03", "UC1-F-04"}


def test_what_the_whole_says_once_is_not_said_again_for_each_line(room):
    row = add(room, "The system shall show the CLV.", fit="")
    view = check(room, None)
    assert {"no-fit", "unexplained"} <= {f.code for f in view.whole}
    assert view.faults == ()
    assert [f.code for f in line(room, row).findings] == ["no-fit", "unexplained"]
    assert view.line("UC1-F-03").row_id == row


def test_a_term_of_the_project_is_explained(room):
    row = add(room, "The system shall show the CLV.")
    assert [f.code for f in line(room, row).findings] == ["unexplained"]
    add_term(
        room.desk,
        room.mara,
        room.pid,
        term="CLV",
        marketing="What a guest is worth.",
        it="",
        definition="A sum a year.",
    )
    assert line(room, row).findings == ()
    assert "unexplained" not in [f.code for f in check(room).whole]


def test_while_a_line_is_written_the_check_answers(room):
    said = remarks_while_writing(room.desk, room.mara, room.pid, sentence="It should be fast and/or nice etc.", fit="")
    assert len(said) == 3
    assert remarks_while_writing(room.desk, room.mara, room.pid, sentence=" ", fit="") == ()
    assert remarks_while_writing(room.desk, room.mara, room.pid, sentence="a" * 2_000, fit="") == ()
    with pytest.raises(NotFound):
        remarks_while_writing(room.desk, room.stranger, room.pid, sentence="It is nice.", fit="")


def test_a_better_wording_is_taken_over_and_the_rest_of_the_line_stays(room):
    row = add(room, "The system should send a letter.")
    (offer,) = line(room, row).findings[0].offers
    done = do(room, reword, row, sentence=offer.sentence)
    now = line(room, row).requirement
    assert (now.sentence, now.fit, now.status) == ("The system shall send a letter.", WORDS["fit"], Status.ADDED)
    assert (done.before, done.second) == ("The system should send a letter.", 0)
    assert line(room, row).findings == ()
    assert ("Mara", "reworded", "requirement") in room.history()


def test_a_drafted_line_that_is_reworded_counts_as_edited(room):
    first = requirements_view(room.desk, room.mara, room.pid, 1).rows[0]
    do(room, reword, first.row_id, sentence="The system shall send one letter.")
    assert line(room, first.row_id).requirement.status is Status.EDITED


def test_two_duties_become_two_lines_and_one_again(room):
    row = add(room, TWO)
    (offer,) = line(room, row).findings[0].offers
    done = do(room, reword, row, sentence=offer.sentence, second=offer.second)
    second = line(room, done.second).requirement
    assert (second.id, second.sentence, second.fit) == ("UC1-F-04", "The system shall store the letter.", WORDS["fit"])
    do(
        room, take_back, row, version=done.saved.version, sentence=done.before, second=done.second,
        second_version=done.second_version,
    )  # fmt: skip
    assert line(room, row).requirement.sentence == TWO
    assert line(room, done.second).requirement.status is Status.DROPPED


def test_the_same_click_twice_makes_one_line(room):
    row = add(room, TWO)
    (offer,) = line(room, row).findings[0].offers
    before = len(requirements_view(room.desk, room.mara, room.pid, 1).rows)
    version = line(room, row).version
    do(room, reword, row, version=version, sentence=offer.sentence, second=offer.second)
    with suppress(Conflict):
        do(room, reword, row, version=version, sentence=offer.sentence, second=offer.second)
    assert len(requirements_view(room.desk, room.mara, room.pid, 1).rows) == before + 1


def test_a_wording_for_a_line_that_changed_meanwhile_shows_both_texts_and_adds_nothing(room):
    row = add(room, TWO)
    version = line(room, row).version
    do(room, errands.edit, row, sentence="The system shall call each guest.", **WORDS)
    before = len(requirements_view(room.desk, room.mara, room.pid, 1).rows)
    with pytest.raises(Conflict) as clash:
        do(room, reword, row, version=version, sentence="The system shall send a letter.", second="The system shall x.")
    assert clash.value.mine["sentence"] == "The system shall send a letter."
    assert clash.value.theirs["sentence"] == "The system shall call each guest."
    assert len(requirements_view(room.desk, room.mara, room.pid, 1).rows) == before


def test_only_who_may_change_a_line_may_reword_it(room):
    row = add(room, TWO)
    for who, refused in ((room.iris, NotAllowed), (room.rolf, NotAllowed), (room.stranger, NotFound)):
        with pytest.raises(refused):
            reword(room.desk, who, room.pid, row, line(room, row).version, sentence="The system shall send a letter.")
    assert not check(room, None, room.iris).faults[0].may
    assert check(room).faults[0].may
    with pytest.raises(InputErrors):
        do(room, reword, row, sentence=" ")


def test_a_check_of_a_project_or_use_case_that_is_not_there_finds_nothing(room):
    with pytest.raises(NotFound):
        check(room, 9)
    with pytest.raises(NotFound):
        check(room, None, room.stranger)
