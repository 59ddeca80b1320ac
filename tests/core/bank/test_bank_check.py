"""The check of a bank: each kind of fault is found and named."""

from dataclasses import replace

import pytest
from tiny_bank import CHANNELS, HOSTING, PEOPLE, TEMPLATES, condition, question, template, tiny_bank

from translator.core.bank.check import check_bank
from translator.core.bank.model import QuestionType, Scope, Slot, Suggest, Topic
from translator.core.quality.content import check_templates


def said(bank):
    return [(fault.entry, fault.key, fault.message) for fault in check_bank(bank)]


def test_a_sound_bank_has_no_fault():
    assert check_bank(tiny_bank()) == ()
    assert check_templates(tiny_bank()) == ()


def test_questions_that_wait_for_each_other_are_never_asked():
    first = replace(PEOPLE, id="first", when=condition({"answered": "second"}))
    second = replace(PEOPLE, id="second", when=condition({"not": {"answered": "first"}}))
    behind = replace(PEOPLE, id="behind", when=condition({"answered": "first"}))
    faults = said(tiny_bank((first, second, behind), ()))
    assert [(entry, "never asked" in message) for entry, _, message in faults] == [
        ("question first", True),
        ("question second", True),
        ("question behind", True),
    ]


def one_template(*args, **over):
    return tiny_bank(templates=(template(*args, **over),))


@pytest.mark.parametrize(
    ("bank", "key", "part"),
    [
        (one_template("a", {"answered": "nothing"}, "The system shall run."), "when", "no question 'nothing'"),
        (
            one_template("a", {"answer": {"question": "channels", "is": "fax"}}, "The system shall run."),
            "when",
            "no choice 'fax'",
        ),
        (one_template("a", {"answered": "cap"}, "The system shall send {cap}."), "sentence", "{cap}"),
        (
            one_template("a", {"answered": "cap"}, "The system shall run.", slots={"cap": Slot(answer="cap")}),
            "slots.cap",
            "no place",
        ),
        (
            one_template("a", {"answered": "cap"}, "The system shall send {x}.", slots={"x": Slot(answer="no")}),
            "slots.x",
            "no question 'no'",
        ),
        (one_template("a", {"always": True}, "The system shall run."), "standard", "standard"),
        (
            one_template("a", {"excluded": {"kind": "channel"}}, "The system shall run."),
            "when",
            "exclusion can never cause",
        ),
        (
            one_template("a", {"signal": {"kind": "data"}}, "The system shall run.", scope=Scope.PROJECT),
            "when",
            "no narrative",
        ),
        (
            one_template("a", {"answered": "people"}, "The system shall run.", scope=Scope.PROJECT),
            "when",
            "asked of each use case",
        ),
        (
            one_template("a", {"answered": "people"}, "The system shall use {each}.", each_answer="people"),
            "each_answer",
            "with choices",
        ),
        (one_template("a", {"answered": "people"}, "The system shall run.", besides=("no",)), "besides", "no question"),
        (tiny_bank((replace(CHANNELS, choices=()),), ()), "choices", "do not fit"),
        (tiny_bank((replace(PEOPLE, units=()),), ()), "units", "needs at least one unit"),
        (tiny_bank((replace(CHANNELS, at_most=2),), ()), "at_least", "only a number has limits"),
        (tiny_bank((replace(PEOPLE, at_least=3, at_most=2),), ()), "at_most", "no number fits"),
        (
            tiny_bank((replace(CHANNELS, suggest=(Suggest(kind="channel", values={"fax": "fax"}),)),), ()),
            "suggest",
            "no choice 'fax'",
        ),
        (tiny_bank((HOSTING, HOSTING), ()), "id", "twice"),
        (tiny_bank(templates=(TEMPLATES[4], TEMPLATES[4])), "id", "twice"),
    ],
)
def test_what_cannot_work_is_named(bank, key, part):
    found = said(bank)
    assert any(where == key and part in message for _, where, message in found), found


def test_an_exclusion_may_hold_a_requirement_back():
    held = {"all": [{"answered": "people"}, {"not": {"excluded": {"kind": "channel"}}}]}
    assert said(one_template("a", held, "The system shall run.")) == []


def test_a_topic_that_is_not_in_the_list_is_named():
    bank = replace(tiny_bank((PEOPLE,), ()), topics=(Topic(name="other", group="data"),))
    assert said(bank) == [("question people", "topic", "'topic' is not in the list of topics")]


def test_a_choice_without_words_cannot_fill_a_place():
    yes = question("sure", QuestionType.YES_NO, choices=(replace(CHANNELS.choices[0], phrase=""),))
    bank = tiny_bank(
        (yes,), (template("a", {"answered": "sure"}, "The system shall {x}.", slots={"x": Slot(answer="sure")}),)
    )
    assert said(bank) == [("template a", "slots.x", "a choice of 'sure' has no phrase")]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("The system should be fast.", "binding"),
        ("The system shall answer fast.", "somebody else"),
        ("The system shall send {each} and shall log it.", "more than one thing"),
    ],
)
def test_a_template_that_would_draft_a_poor_sentence_is_named(sentence, part):
    bank = tiny_bank(templates=(template("a", {"answered": "channels"}, sentence, each_answer="channels"),))
    messages = " ".join(fault.message for fault in check_templates(bank))
    assert part in messages or "everybody" in messages


def test_a_measure_that_may_stay_unfilled_needs_words_for_what_is_open():
    bank = tiny_bank(
        templates=(
            template(
                "a",
                {"answered": "channels"},
                "The system shall run.",
                fit="A test with {people} passes.",
                slots={"people": Slot(answer="people")},
            ),
        )
    )
    assert [fault.key for fault in check_templates(bank)] == ["fit_unknown"]
