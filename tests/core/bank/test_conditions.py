"""Conditions: a closed language, read strictly and answered without executing anything."""

import pytest
from tiny_bank import EMAIL, NO_TEXT, WITHIN, reading

from translator.core.answers import Answer, AnswerSheet, AnswerState, facts_from
from translator.core.bank.condition import ALWAYS, duration_words, holds, parse_condition
from translator.core.errors import ContentFault

FACTS = facts_from(
    reading(EMAIL, NO_TEXT, WITHIN),
    AnswerSheet(
        (
            Answer(question="channels", state=AnswerState.STATED, values=("email", "sms")),
            Answer(question="wait", state=AnswerState.CONFIRMED, number=2, unit="hour"),
            Answer(question="people", state=AnswerState.UNKNOWN, owner="Ann"),
            Answer(question="later", state=AnswerState.SKIPPED),
        )
    ),
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"always": True}, True),
        ({"signal": {"kind": "channel"}}, True),
        ({"signal": {"kind": "channel", "value": "sms"}}, False),
        ({"signal": {"kind": "timing", "value": ["daily", "hourly"], "role": "latency"}}, True),
        ({"signal": {"kind": "timing", "role": "cadence"}}, False),
        ({"excluded": {"kind": "channel", "value": "sms"}}, True),
        ({"excluded": {"kind": "channel", "value": "email"}}, False),
        ({"answer": {"question": "channels", "is": "sms"}}, True),
        ({"answer": {"question": "channels", "is": ["push", "app"]}}, False),
        ({"answer": {"question": "wait", "at_most": "2 hours"}}, True),
        ({"answer": {"question": "wait", "at_least": "1 day"}}, False),
        ({"answer": {"question": "people", "at_least": 1}}, False),
        ({"answered": "wait"}, True),
        ({"answered": "people"}, False),
        ({"answered": "later"}, False),
        ({"unknown": "people"}, True),
        ({"any": [{"answered": "people"}, {"answered": "wait"}]}, True),
        ({"all": [{"answered": "people"}, {"answered": "wait"}]}, False),
        ({"not": {"answered": "people"}}, True),
    ],
)
def test_a_condition_holds_for_what_the_text_and_the_answers_say(raw, expected):
    assert holds(parse_condition(raw, "when"), FACTS) is expected


def test_always_is_always():
    assert parse_condition({"always": True}, "when") == ALWAYS


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("yes", "when"),
        ({}, "when"),
        ({"answered": "a", "unknown": "b"}, "when"),
        ({"eval": "1 == 1"}, "when"),
        ({"always": False}, "when.always"),
        ({"any": []}, "when.any"),
        ({"any": [{"answered": ""}]}, "when.any[0].answered"),
        ({"signal": {"kind": "channel", "colour": "red"}}, "when.signal"),
        ({"signal": {"value": "sms"}}, "when.signal.kind"),
        ({"answer": {"question": "people"}}, "when.answer"),
        ({"answer": {"question": "people", "at_least": "many"}}, "when.answer.at_least"),
        ({"not": {"all": [{"unknown": 3}]}}, "when.not.all[0].unknown"),
    ],
)
def test_a_wrong_condition_is_refused_and_the_key_is_named(raw, key):
    with pytest.raises(ContentFault) as caught:
        parse_condition(raw, "when")
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(7_200, "2 hours"), (86_400, "1 day"), (5_400, "90 minutes"), (0.05, "0.05 seconds"), (31_557_600, "1 year")],
)
def test_a_length_of_time_is_said_in_its_largest_whole_unit(seconds, words):
    assert duration_words(seconds) == words
