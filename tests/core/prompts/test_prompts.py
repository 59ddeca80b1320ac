"""Prompts: what is asked now, in which order, and what the text already says."""

from dataclasses import replace

import pytest
from tiny_bank import CHANNELS, EMAIL, NO_TEXT, PEOPLE, QUIET, SIZE, WAIT, WITHIN, question, reading, signal, tiny_bank

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import QuestionType, Scope, Suggest
from translator.core.prompts import assume, prompts_for
from translator.core.reading.model import Kind, Quantity, Reading
from translator.core.suggestions import suggest

BANK = tiny_bank()
NOTHING = AnswerSheet()


def asked(text=None, answers=NOTHING, scope=Scope.USE_CASE):
    return [prompt.question.id for prompt in prompts_for(BANK, scope, text, answers)]


def stated(name, *values, **over):
    return Answer(question=name, state=AnswerState.STATED, values=values, **over)


def test_the_heaviest_question_comes_first():
    assert asked() == ["channels", "people", "wait"]


def test_what_others_know_comes_after_what_marketing_knows_whatever_it_weighs():
    heavy = replace(BANK.question("channels"), asked_of="purchasing")
    bank = replace(BANK, questions=tuple(heavy if q.id == heavy.id else q for q in BANK.questions))
    order = [p.question.id for p in prompts_for(bank, Scope.USE_CASE, None, NOTHING)]
    assert order[-1] == "channels"


def test_a_later_question_appears_with_the_answer_it_depends_on():
    assert "quiet" not in asked(answers=AnswerSheet((stated("channels", "email"),)))
    assert "quiet" in asked(answers=AnswerSheet((stated("channels", "sms"),)))


def test_a_question_goes_when_the_answer_it_depends_on_goes():
    answers = AnswerSheet((stated("channels", "email"), stated("quiet", "at night")))
    assert "quiet" not in asked(answers=answers)


def test_questions_of_the_project_are_put_once_and_not_to_a_use_case():
    assert asked(scope=Scope.PROJECT) == ["hosting"]


def test_what_the_text_says_is_shown_for_confirmation_with_its_quote():
    prompts = {p.question.id: p for p in prompts_for(BANK, Scope.USE_CASE, reading(), NOTHING)}
    assert prompts["channels"].to_confirm
    assert prompts["channels"].suggestion.values == ("email",)
    assert prompts["channels"].suggestion.quote == "email"
    assert (prompts["people"].suggestion.number, prompts["people"].suggestion.unit) == (5000, "people")
    assert (prompts["wait"].suggestion.number, prompts["wait"].suggestion.unit) == (2, "hour")
    assert prompts["cap"].suggestion is None


def test_open_questions_come_before_those_to_confirm_then_answered_then_skipped():
    answers = AnswerSheet((stated("wait", number=1, unit="day"), Answer(question="people", state=AnswerState.SKIPPED)))
    assert asked(reading(EMAIL), answers) == ["cap", "channels", "wait", "people"]


def test_a_question_that_follows_from_the_text_is_asked_before_anybody_confirms():
    assert "cap" in asked(reading(EMAIL))


def test_what_the_text_rules_out_is_not_assumed():
    sheet = assume(BANK, reading(NO_TEXT), NOTHING)
    assert sheet.get("channels") is None


def test_a_suggestion_from_an_exclusion_waits_for_a_person():
    never = question(
        "never",
        QuestionType.TEXT,
        suggest=(Suggest(kind="channel", excluded=True, values={}),),
    )
    bank = tiny_bank((never,), ())
    assert suggest(never, reading(NO_TEXT)).values == ("text",)
    assert assume(bank, reading(NO_TEXT), NOTHING).get("never") is None


def test_a_suggestion_that_the_bank_does_not_trust_waits_for_a_person():
    careful = replace(WAIT, suggest=(replace(WAIT.suggest[0], assumed=False),))
    assert suggest(careful, reading(WITHIN)).number == 2
    assert assume(tiny_bank((careful,), ()), reading(WITHIN), NOTHING).get("wait") is None


def test_assuming_keeps_what_people_said():
    said = stated("channels", "sms")
    sheet = assume(BANK, reading(), AnswerSheet((said,)))
    assert sheet.get("channels") == said
    assert sheet.get("people").state is AnswerState.ASSUMED


def test_a_number_without_a_unit_of_the_question_suggests_nothing():
    pages = replace(SIZE, quantity=replace(SIZE.quantity, unit="page"))
    assert suggest(PEOPLE, reading(pages)) is None


def test_a_number_in_a_period_finds_the_unit_of_the_question():
    sends = replace(SIZE, quantity=replace(SIZE.quantity, unit="message", per="month"))
    assert suggest(PEOPLE, reading(sends)).unit == "messages a month"


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [("5,000 customers", "people"), ("5,000 messages a month", "messages a month"), ("5,000 customers a week", None)],
)
def test_a_unit_is_taken_from_the_words_where_the_reading_gives_none(evidence, expected):
    said = signal(Kind.VOLUME, evidence, evidence, evidence, quantity=Quantity(number=5000))
    found = suggest(PEOPLE, Reading(evidence, (said,)))
    assert (found.unit if found else None) == expected


def test_without_a_reading_nothing_is_suggested():
    assert suggest(CHANNELS, None) is None
    assert suggest(QUIET, reading()) is None
