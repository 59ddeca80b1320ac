"""The fields: each question type has one class, and each shows an answer so that it reads back as itself."""

import pytest
from factories import make_question
from werkzeug.test import EnvironBuilder

from translator.core.answers import Answer, AnswerState
from translator.core.bank.model import Choice, QuestionType
from translator.services.answer_values import Given, said_in
from translator.services.entrance import Entrance
from translator.web.fields import FIELD_TYPES, field_for
from translator.web.forms import Form

CHOICES = (Choice(id="email", label="E-mail"), Choice(id="sms", label="SMS"))


def asked(kind, **over):
    choices = CHOICES if kind in (QuestionType.CHOICE, QuestionType.CHOICES) else ()
    units = ("people", "companies") if kind is QuestionType.NUMBER else ()
    return make_question("asked", **{"type": kind, "choices": choices, "units": units, **over})


def said(**over):
    return Answer(question="asked", state=AnswerState.STATED, **over)


def test_every_question_type_has_a_field():
    assert set(FIELD_TYPES) == set(QuestionType)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (QuestionType.CHOICE, said(values=("sms",))),
        (QuestionType.CHOICES, said(values=("email", "sms"))),
        (QuestionType.YES_NO, said(values=("no",))),
        (QuestionType.TEXT, said(values=("Customers with “an open” complaint",))),
        (QuestionType.NUMBER, said(number=40_000, unit="companies")),
        (QuestionType.NUMBER, said(number=1_250_000, unit="people")),
        (QuestionType.DURATION, said(number=2.5, unit="hour")),
        (QuestionType.PERCENT, said(number=0.25, unit="percent")),
    ],
)
def test_what_a_field_shows_reads_back_as_the_same_answer(app, kind, answer):
    question = asked(kind)
    field = field_for(question)
    shown = {name: list(values) for name, values in field.shown(answer).values.items()}
    with app.request_context(EnvironBuilder(method="POST", data=shown).get_environ()):
        typed = field.typed(Form.typed())
    given = Given(values=typed.values, number=typed.number, unit=typed.unit)
    assert said_in(question, given, Entrance()) == answer


@pytest.mark.parametrize("kind", list(QuestionType))
def test_a_field_without_an_answer_is_empty(kind):
    shown = field_for(asked(kind)).shown(None)
    assert not shown.text("values")
    assert not shown.text("number")


def test_a_length_of_time_starts_with_the_unit_of_its_example():
    field = field_for(asked(QuestionType.DURATION, example="2 hours after the basket was left"))
    assert field.shown(None).text("unit") == "hour"


def test_yes_and_no_can_have_the_banks_own_words():
    own = (Choice(id="yes", label="Yes, always"), Choice(id="no", label="No, never"))
    assert field_for(asked(QuestionType.YES_NO, choices=own)).choices == own
    assert [choice.label for choice in field_for(asked(QuestionType.YES_NO)).choices] == ["Yes", "No"]
