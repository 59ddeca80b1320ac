"""Values as the document writes them, and the systems that answers name."""

import pytest

from tests.factories import make_question
from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerState
from translator.core.bank.model import QuestionType
from translator.core.reading.model import Kind, Signal
from translator.core.specification.landscape import systems_in
from translator.core.specification.topics import FIRST_RELEASE, IMPLEMENTATION, PRIVACY, SUPPORT, SYSTEMS, VENDOR
from translator.core.specification.values import answer_words, signal_words
from translator.core.text import Span


@pytest.mark.parametrize(
    ("kind", "value", "evidence", "written"),
    [
        (Kind.CHANNEL, "email", "by e-mail", "E-mail"),
        (Kind.CHANNEL, "sms", "text messages", "Text message (SMS)"),
        (Kind.SYSTEM, "crm", "the crm", "CRM"),
        (Kind.SYSTEM, "sms platform", "our texting tool", "SMS platform"),
        (Kind.SYSTEM, "Acme Hub", "Acme Hub", "Acme Hub"),
        (Kind.GEOGRAPHY, "germany", "Germany", "Germany"),
        (Kind.GEOGRAPHY, "germany", "in germany", "Germany"),
        (Kind.GEOGRAPHY, "united kingdom", "the UK", "United Kingdom"),
        (Kind.DATA, "browsing behaviour", "pages visited", "Browsing behaviour"),
    ],
)
def test_names_acronyms_and_places_are_written_as_people_write_them(kind, value, evidence, written):
    assert signal_words(Signal(kind=kind, value=value, span=Span(0, 1), evidence=evidence)) == written


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
    assert {q.id for q in load_bank().questions} >= SYSTEMS | FIRST_RELEASE
    gathered = [PRIVACY, IMPLEMENTATION, SUPPORT, VENDOR]
    assert len(frozenset().union(*gathered)) == sum(map(len, gathered))
