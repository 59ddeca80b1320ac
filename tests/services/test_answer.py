"""Answering: what a person can say to a question, and what becomes of it."""

from datetime import date

import pytest
from room import open_room

from translator.core.answers import AnswerState
from translator.core.errors import InputError
from translator.services.answer import answer_view, clear_answer, dont_know, save_answer, skip
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.people import create_account
from translator.storage import tables


@pytest.fixture
def room(db):
    return open_room(db)


def view(room, scope=1):
    return answer_view(room.desk, room.mara, room.pid, scope)


def say(room, question, version=0, scope=1, who=None, **said):
    return save_answer(room.desk, who or room.mara, room.pid, scope, question, version=version, **said)


def said(room, question, scope=1):
    return view(room, scope).prompt(question).answer


def ids(prompts):
    return [p.question.id for p in prompts]


def test_what_the_text_says_is_shown_for_confirmation_and_not_asked(room):
    page = view(room)
    assert ids(page.to_confirm) == ["channels"]
    assert page.to_confirm[0].suggestion.quote == "e-mail"
    assert ids(page.to_ask) == ["people", "wait", "share", "wins", "fallback"]
    assert (page.left, page.done) == (6, ())


def test_confirming_keeps_the_quote_and_the_name(room):
    saved = say(room, "channels", confirmed=True)
    answer = said(room, "channels")
    assert (answer.state, answer.values, answer.quote, answer.said_by) == (
        AnswerState.CONFIRMED, ("email",), "e-mail", "Mara",
    )  # fmt: skip
    assert saved.version == 1


def test_the_same_answer_by_hand_counts_as_confirmed_and_another_one_as_stated(room):
    say(room, "channels", values=["email"])
    assert said(room, "channels").state is AnswerState.CONFIRMED
    say(room, "channels", version=1, values=["sms", "email"])
    answer = said(room, "channels")
    assert (answer.state, answer.values, answer.quote) == (AnswerState.STATED, ("email", "sms"), "")


def test_a_confirmed_answer_stays_when_its_words_leave_the_text(room):
    say(room, "channels", confirmed=True)
    room.tell("When a customer leaves a basket, remind them.")
    assert said(room, "channels").values == ("email",)


def test_confirming_what_the_text_no_longer_says_asks_for_own_words(room):
    room.tell("When a customer leaves a basket, remind them.")
    with pytest.raises(InputError, match="no longer says"):
        say(room, "channels", confirmed=True)


@pytest.mark.parametrize(("typed", "number"), [("10k contacts", 10_000), ("30.000", 30_000), ("1 200", 1200)])
def test_numbers_are_taken_as_people_write_them(room, typed, number):
    say(room, "people", number=typed, unit="contacts")
    assert (said(room, "people").number, said(room, "people").unit) == (number, "contacts")


@pytest.mark.parametrize("typed", ["0", "30.000,5", "0.5"])
def test_people_are_counted_whole_and_from_one_up(room, typed):
    with pytest.raises(InputError, match="whole number from 1 up"):
        say(room, "people", number=typed, unit="people")


def test_a_confirmed_answer_asks_to_be_confirmed_again_when_the_text_says_something_else(room):
    say(room, "channels", values=["email"])
    room.tell("When a customer leaves a basket, send a text message within 2 hours.")
    assert ids(view(room).to_confirm) == ["channels"]
    assert view(room).to_confirm[0].change == "Your text changed: it said “e-mail”, now it says “send a text message”."
    assert said(room, "channels").values == ("email",)
    say(room, "channels", version=1, confirmed=True)
    assert (said(room, "channels").values, view(room).to_confirm) == (("sms",), ())


def test_a_duration_takes_a_number_and_a_unit(room):
    say(room, "wait", number="2,5", unit="hour")
    assert (said(room, "wait").number, said(room, "wait").unit) == (2.5, "hour")


@pytest.mark.parametrize(
    ("question", "given", "field"),
    [
        ("people", {"number": "many", "unit": "people"}, "number"),
        ("people", {"number": "", "unit": "people"}, "number"),
        ("people", {"number": "5", "unit": "cows"}, "unit"),
        ("people", {"number": "5"}, "unit"),
        ("wait", {"number": "2", "unit": "fortnight"}, "unit"),
        ("share", {"number": "130"}, "number"),
        ("channels", {"values": []}, "values"),
        ("channels", {"values": ["pigeon"]}, "values"),
        ("wins", {"values": ["email", "sms"]}, "values"),
        ("fallback", {"values": ["  "]}, "values"),
        ("fallback", {"values": ["one two three four five six"]}, "values"),
    ],
)
def test_what_a_question_cannot_take_is_refused_at_its_field(room, question, given, field):
    with pytest.raises((InputError, InputErrors)) as refused:
        say(room, question, **given)
    errors = getattr(refused.value, "errors", (refused.value,))
    assert [e.field for e in errors] == [field]
    assert said(room, question) is None


def test_characters_that_no_document_can_carry_are_taken_out_and_counted(room):
    saved = say(room, "fallback", values=["show\x07 nothing\x00"])
    assert said(room, "fallback").values == ("show nothing",)
    assert saved.removed == 2


def test_i_dont_know_opens_a_question_with_an_owner_and_two_weeks(room):
    dont_know(room.desk, room.mara, room.pid, 1, "people", version=0, owner="Iris")
    answer = said(room, "people")
    assert (answer.state, answer.owner, answer.due) == (AnswerState.UNKNOWN, "Iris", date(2026, 12, 5))
    assert "people" in ids(view(room).done)


def test_a_day_gone_by_is_no_due_date(room):
    with pytest.raises(InputError) as refused:
        dont_know(room.desk, room.mara, room.pid, 1, "people", version=0, due=date(2026, 11, 20))
    assert refused.value.field == "due"


def test_a_skipped_question_comes_back_last(room):
    skip(room.desk, room.mara, room.pid, 1, "people", version=0)
    assert ids(view(room).to_ask) == ["wait", "share", "wins", "fallback", "people"]


def test_later_questions_depend_on_earlier_answers(room):
    assert view(room).prompt("text-price") is None
    say(room, "channels", values=["sms"])
    assert "text-price" in ids(view(room).to_ask)


def test_an_answer_taken_back_is_asked_again(room):
    say(room, "people", number="5", unit="people")
    clear_answer(room.desk, room.mara, room.pid, 1, "people", version=1)
    assert "people" in ids(view(room).to_ask)
    assert ("Mara", "took back the answer", "answer") in room.history()


def join_marketing(room, name):
    person = create_account(room.desk, name, f"{name.lower()}@example.org", "$argon2id$not-a-real-one")
    with room.desk.db.writing() as session:
        session.add(tables.Membership(project_id=room.pid, user_id=person.id, side="marketing"))
    return person


def test_two_people_answering_one_question_both_keep_their_words(room):
    ben = join_marketing(room, "Ben")
    say(room, "fallback", values=["nothing"], who=ben)
    with pytest.raises(Conflict) as clash:
        say(room, "fallback", values=["the shop"])
    assert (clash.value.mine, clash.value.theirs) == ({"answer": "the shop"}, {"answer": "nothing"})
    say(room, "fallback", version=clash.value.version, values=["the shop"])
    assert said(room, "fallback").values == ("the shop",)


def test_an_answer_given_again_from_the_page_before_replaces_ones_own_and_the_history_keeps_both(room):
    say(room, "fallback", values=["nothing"])
    say(room, "fallback", values=["the shop"])
    assert said(room, "fallback").values == ("the shop",)
    assert room.history() == [("Mara", "answered", "answer")] * 2


def test_going_back_and_skipping_leaves_the_answer_that_was_given(room):
    say(room, "people", number="5", unit="people")
    skip(room.desk, room.mara, room.pid, 1, "people", version=0)
    assert said(room, "people").number == 5


def test_what_the_text_says_never_replaces_an_answer_that_the_page_did_not_show(room):
    say(room, "channels", values=["sms"])
    with pytest.raises(Conflict):
        say(room, "channels", confirmed=True)
    assert said(room, "channels").values == ("sms",)


def test_the_project_has_its_own_questions(room):
    assert ids(view(room, 0).prompts) == ["hosting"]
    say(room, "hosting", scope=0, values=["our cloud"])
    assert said(room, "hosting", 0).values == ("our cloud",)
    assert "hosting" not in ids(view(room).prompts)


def test_only_the_marketing_side_answers(room):
    for who in (room.iris, room.rolf):
        with pytest.raises(NotAllowed):
            say(room, "people", who=who, number="5", unit="people")
    assert not answer_view(room.desk, room.iris, room.pid, 1).can_write


def test_a_stranger_finds_nothing_and_neither_does_a_wrong_address(room):
    with pytest.raises(NotFound):
        answer_view(room.desk, room.stranger, room.pid, 1)
    for scope, question in ((7, "people"), (1, "nonsense"), (0, "people")):
        with pytest.raises(NotFound):
            say(room, question, scope=scope, number="5", unit="people")


def test_every_answer_stands_in_the_history(room):
    say(room, "people", number="5", unit="people")
    assert room.history() == [("Mara", "answered", "answer")]
