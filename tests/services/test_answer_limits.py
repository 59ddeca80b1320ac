"""Limits of numbers: what no sensible answer can be is refused beside the field, with the limit in words."""

import pytest

from translator.content.load import load_bank
from translator.core.errors import InputError
from translator.services.answer_values import Given, said_in
from translator.services.entrance import Entrance

BANK = load_bank()


def said(question, number, unit=""):
    return said_in(BANK.question(question), Given(number=number, unit=unit), Entrance())


@pytest.mark.parametrize(
    ("question", "number", "unit", "message"),
    [
        ("control_share", "80", "", "That is too much: write at most 50."),
        ("control_share", "0.5", "", "That is too little: write at least 1."),
        ("availability", "9", "", "That is too little: write at least 50."),
        ("screen_wait", "2", "hour", "That is too much: write at most 5 minutes."),
        ("keep", "1", "hour", "That is too little: write at least 1 day."),
        ("steps", "1001", "messages", "That is too much: write at most 1,000."),
    ],
)
def test_a_number_beyond_its_limits_is_refused(question, number, unit, message):
    with pytest.raises(InputError) as refused:
        said(question, number, unit)
    assert (refused.value.field, refused.value.message) == ("number", message)


@pytest.mark.parametrize(
    ("question", "number", "unit"),
    [
        ("control_share", "50", ""),
        ("availability", "99.95", ""),
        ("screen_wait", "300", "second"),
        ("keep", "7", "year"),
    ],
)
def test_a_number_within_them_is_taken(question, number, unit):
    assert said(question, number, unit).number == float(number)
