"""Values as the document writes them, and the systems that answers name."""

import pytest

from tests.factories import make_question
from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerState
from translator.core.bank.model import QuestionType
from translator.core.specification.landscape import systems_in
from translator.core.specification.topics import (
    CONTRACT,
    FIRST_RELEASE,
    IMPLEMENTATION,
    PRIVACY,
    PURCHASE,
    SETTLED,
    SUPPORT,
    SYSTEMS,
    VENDOR,
)
from translator.core.specification.values import answer_words


@pytest.mark.parametrize(
    ("type_", "number", "unit", "written"),
    [
        (QuestionType.PERCENT, 10, "percent", "10 %"),
        (QuestionType.PERCENT, 99.5, "", "99.5 %"),
        (QuestionType.NUMBER, 1_200_000, "page views a month", "1,200,000 page views a month"),
        (QuestionType.NUMBER, 1, "people", "1 person"),
        (QuestionType.DURATION, 1, "day", "1 day"),
        (QuestionType.DURATION, 30, "day", "30 days"),
        (QuestionType.NUMBER, 12, "", "12"),
    ],
)
def test_figures_stand_with_their_unit_in_the_right_number(type_, number, unit, written):
    answer = Answer(question="q", state=AnswerState.STATED, number=number, unit=unit)
    words = answer_words(make_question("q", type=type_), answer)
    assert words.replace("\N{NO-BREAK SPACE}", " ") == written


def test_systems_that_an_answer_names_are_found_also_where_the_lexicon_knows_none():
    text = "Products in core banking, permissions in the consent register, complaints in our complaint desk."
    assert systems_in(load_bank(), text) == ("Core banking system", "Consent register", "Complaint desk")


def test_the_questions_that_chapters_name_are_in_the_bank_and_no_topic_gathers_twice():
    assert {q.id for q in load_bank().questions} >= SYSTEMS | FIRST_RELEASE | SETTLED
    gathered = [PRIVACY, IMPLEMENTATION, SUPPORT, VENDOR, CONTRACT, PURCHASE]
    assert len(frozenset().union(*gathered)) == sum(map(len, gathered))
