"""Reach: what no text and no answers can lead to is named, and everything else has a way."""

from dataclasses import replace

import pytest
from tiny_bank import CHANNELS, PEOPLE, condition, template, tiny_bank

from translator.core.bank.model import Slot
from translator.core.bank.reach import check_reach, way_to

FIRST = CHANNELS.choices[0].id
ALL = [choice.id for choice in CHANNELS.choices]
SMS = {"signal": {"kind": "channel", "value": "sms"}}


def with_line(when, **over):
    return tiny_bank(templates=(template("line", when, "The system shall run.", **over),))


def unreachable(bank):
    return [fault.entry for fault in check_reach(bank)]


def test_a_sound_bank_can_be_reached_everywhere():
    assert unreachable(tiny_bank()) == []


@pytest.mark.parametrize(
    "when",
    [
        {"all": [{"answered": "people"}, {"not": {"answered": "people"}}]},
        {"all": [{"answered": "people"}, {"unknown": "people"}]},
        {"all": [{"answer": {"question": "people", "at_least": 10}}, {"answer": {"question": "people", "at_most": 9}}]},
        {"all": [{"answered": "channels"}, {"not": {"answer": {"question": "channels", "is": ALL}}}]},
        {"all": [SMS, {"not": {"signal": {"kind": "channel"}}}]},
        {"not": {"always": True}},
        {"any": [{"not": {"always": True}}, {"all": [SMS, {"not": SMS}]}]},
    ],
)
def test_what_contradicts_itself_is_never_reached(when):
    assert unreachable(with_line(when)) == ["template line"]


@pytest.mark.parametrize(
    "when",
    [
        {"all": [{"answered": "people"}, {"not": {"unknown": "people"}}]},
        {"all": [{"answered": "channels"}, {"not": {"answer": {"question": "channels", "is": FIRST}}}]},
        {"all": [{"signal": {"kind": "channel"}}, {"not": SMS}]},
        {"not": {"all": [SMS, {"answered": "people"}]}},
        {"all": [{"unknown": "people"}, {"not": {"answered": "people"}}]},
    ],
)
def test_what_can_be_met_has_a_way(when):
    assert unreachable(with_line(when)) == []
    assert way_to(tiny_bank(), condition(when)) is not None


def test_a_question_behind_an_answer_that_rules_it_out_is_never_asked():
    behind = replace(PEOPLE, id="behind", when=condition({"not": {"answered": "people"}}))
    last = replace(PEOPLE, id="last", when=condition({"all": [{"answered": "people"}, {"answered": "behind"}]}))
    assert unreachable(tiny_bank((PEOPLE, behind, last), ())) == ["question last"]


def test_a_line_needs_the_answers_that_its_sentence_holds():
    when = {"not": {"answered": "people"}}
    bank = tiny_bank(
        templates=(template("line", when, "The system shall hold {n}.", slots={"n": Slot(answer="people")}),)
    )
    assert unreachable(bank) == ["template line"]


def test_a_number_outside_the_limits_of_its_question_is_never_given():
    few = replace(PEOPLE, at_most=100)
    over = {"answer": {"question": "people", "at_least": 1000}}
    bank = tiny_bank((few,), (template("line", over, "The system shall run."),))
    assert unreachable(bank) == ["template line"]
