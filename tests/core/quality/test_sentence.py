"""The sentence check: what is wrong is found, where, by which rule; what is right is left alone."""

import pytest

from translator.content.load import load_bank
from translator.core.quality.sentence import check_sentence

WORDS = load_bank().quality
FIT = "A test shows 5 of 5."


def found(sentence, fit=FIT):
    return [f.code for f in check_sentence(sentence, fit, WORDS)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The system shall send one reminder.",
        "When a basket is abandoned, the system shall send one reminder.",
        "While a complaint is open, the system shall hold offers back.",
        "Where text messages are bought, the system shall send one text message.",
        "If a picture is missing, then the system shall show the standard picture.",
        "While a sale runs, when a basket is abandoned, the system shall send one reminder.",
        "The supplier shall train the users before the system goes live.",
        "The system shall apply the rule “always fast, e-mail/SMS, etc.” to the audience.",
        "The system shall let users from IT change the rules.",
        "The system shall show this use case in the calendar.",
    ],
)
def test_a_good_sentence_has_no_finding(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "code", "word"),
    [
        ("The system shall answer quickly.", "vague", "quickly"),
        ("The system shall send some messages.", "vague", "some"),
        ("The system shall send a message where possible.", "escape", "where possible"),
        ("The system shall send e-mails, letters, etc.", "open-ended", "etc"),
        ("The system shall be able to send a message.", "superfluous", "be able to"),
        ("The system shall always answer.", "absolute", "always"),
        ("The message shall be sent to the customer.", "passive", "shall be sent"),
        ("The system shall send a message and shall log the message.", "several", "and shall"),
        ("The system shall send the e-mail/SMS.", "slash", "e-mail/sms"),
        ("The system shall send the message (in time).", "brackets", "(in time)"),
        ("When a customer leaves, the system shall send it again.", "pronoun", "it"),
        ("The system shall answer within {wait}.", "unfilled", "{wait}"),
        ("The system should send a message.", "modal", "should"),
    ],
)
def test_a_fault_is_found_at_its_words(sentence, code, word):
    hit = next(f for f in check_sentence(sentence, FIT, WORDS) if f.code == code)
    assert sentence[hit.span.start : hit.span.end].casefold() == word
    assert hit.rule
    assert hit.message.endswith((".", "?"))
    assert hit.suggestion.endswith(".")


@pytest.mark.parametrize("sentence", ["Offers on the homepage.", "", "Take the data and find opportunities."])
def test_a_sentence_in_no_shape_is_told_how_to_begin(sentence):
    assert "shape" in found(sentence)


def test_a_line_that_nobody_can_test_is_found():
    assert found("The system shall send one reminder.", "") == ["no-fit"]
    assert found("The system shall send one reminder.", "Everybody is happy.") == ["no-fit"]


@pytest.mark.parametrize("fit", ["Within 5 minutes.", "The time is to be agreed.", "A review finds no gap."])
def test_a_number_a_test_or_an_honest_gap_is_a_measure(fit):
    assert found("The system shall send one reminder.", fit) == []


def test_findings_come_in_the_order_of_the_sentence():
    spans = [f.span.start for f in check_sentence("The system shall always send some messages, etc.", FIT, WORDS)]
    assert spans == sorted(spans)


def test_the_check_takes_any_text():
    for odd in ("“", "{", "ß İ " * 50, "\n\n", "🎉", "The system shall " + "a" * 20_000):
        assert isinstance(check_sentence(odd, odd, WORDS), tuple)
