"""Exclusions and open questions: what is ruled out, and what nobody knows yet."""

from datetime import date

from tiny_bank import EMAIL, NO_TEXT, TEXT, USE_CASE, reading, tiny_bank

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import Scope
from translator.core.prompts import assume, prompts_for
from translator.core.requirements.exclusions import exclusions
from translator.core.requirements.open_questions import open_questions

BANK = tiny_bank()


def left_open(text, answers):
    return open_questions(BANK, prompts_for(BANK, Scope.USE_CASE, text, answers), 2)


def test_what_the_text_rules_out_is_listed_with_its_quote():
    (found,) = exclusions(USE_CASE, reading())
    assert (found.use_case, found.kind, found.what, found.evidence) == (2, "channel", "text", "text")
    assert found.span.of(TEXT) == "text"


def test_what_the_text_asks_for_is_no_exclusion():
    assert exclusions(USE_CASE, reading(EMAIL)) == ()


def test_the_same_exclusion_stands_once():
    assert len(exclusions(USE_CASE, reading(NO_TEXT, NO_TEXT))) == 1


def test_dont_know_opens_a_question_with_owner_and_date():
    unknown = Answer(question="cap", state=AnswerState.UNKNOWN, owner="Ann", due=date(2026, 12, 1))
    answers = AnswerSheet(
        (
            Answer(question="channels", state=AnswerState.STATED, values=("email",)),
            Answer(question="people", state=AnswerState.STATED, number=1, unit="people"),
            unknown,
        )
    )
    (question,) = left_open(None, answers)
    assert (question.question_id, question.owner, question.due, question.must) == (
        "cap",
        "Ann",
        date(2026, 12, 1),
        False,
    )


def test_what_must_be_known_is_open_until_somebody_answers():
    assert [q.question_id for q in left_open(None, AnswerSheet())] == ["channels", "people"]


def test_what_the_text_says_stays_open_until_it_is_confirmed_or_assumed():
    text = reading()
    assert {q.question_id for q in left_open(text, AnswerSheet())} == {"channels", "people"}
    assert left_open(text, assume(BANK, text, AnswerSheet())) == ()
