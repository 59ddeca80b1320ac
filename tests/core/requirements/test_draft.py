"""Drafting: what the bank writes for a text and its answers, and what it never writes."""

from dataclasses import replace

import pytest
from tiny_bank import (
    EMAIL,
    NO_TEXT,
    ORDERS,
    SIZE,
    TEXT,
    USE_CASE,
    WITHIN,
    reading,
    signal,
    template,
    tiny_bank,
)

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import Scope, Slot
from translator.core.prompts import assume
from translator.core.reading.model import Kind
from translator.core.requirements.draft import draft, slug
from translator.core.requirements.model import Origin, SourceKind
from translator.core.text import Span

BANK = tiny_bank()


def drafted(text, *answers, bank=BANK):
    sheet = assume(bank, text, AnswerSheet(answers))
    return {d.key: d for d in draft(bank, Scope.USE_CASE, USE_CASE, text, sheet)}


def stated(name, *values, **over):
    return Answer(question=name, state=AnswerState.STATED, values=values, **over)


def test_each_channel_that_the_text_names_gets_its_own_line():
    lines = drafted(reading())
    assert lines["send:email"].sentence == "The system shall deliver the message through the e-mail channel."


def test_what_the_text_rules_out_never_becomes_a_line():
    lines = drafted(reading(NO_TEXT))
    assert lines == {}


def test_words_of_the_text_are_quoted_with_their_place():
    (source,) = drafted(reading())["send:email"].trace
    assert (source.kind, source.text, source.span) == (SourceKind.WORDS, "email", EMAIL.span)
    assert source.span.of(TEXT) == "email"


def test_a_line_with_the_marketers_words_is_stated():
    assert drafted(reading())["send:email"].origin is Origin.STATED
    assert drafted(reading())["hold:order-history"].origin is Origin.STATED


def test_a_line_from_an_answer_is_derived_and_shows_question_and_answer():
    line = drafted(None, stated("channels", "sms"))["send:sms"]
    assert line.origin is Origin.DERIVED
    assert [(s.kind, s.ref, s.text) for s in line.trace] == [
        (SourceKind.ANSWER, "channels", "What about channels?: Text message")
    ]


def test_a_line_that_every_specification_needs_is_standard_and_shows_its_rule():
    (line,) = draft(BANK, Scope.PROJECT, None, None, AnswerSheet())
    assert (line.key, line.use_case, line.origin) == ("roles", None, Origin.STANDARD)
    assert [(s.kind, s.text) for s in line.trace] == [(SourceKind.RULE, "For a reason.")]


def test_a_confirmed_answer_is_still_traced_to_the_words():
    confirmed = Answer(question="channels", state=AnswerState.CONFIRMED, values=("email",), quote="email")
    assert [s.kind for s in drafted(reading(), confirmed)["send:email"].trace] == [SourceKind.WORDS]


def test_a_persons_own_answer_counts_against_the_text():
    lines = drafted(reading(), stated("channels", "sms"))
    assert [key for key in lines if key.startswith("send")] == ["send:sms"]
    assert lines["send:sms"].origin is Origin.DERIVED


def test_numbers_of_answers_stand_in_the_measure():
    line = drafted(reading())["speed"]
    assert line.sentence == "The system shall serve 5,000 people."
    assert line.fit == "A test shows 2 hours at most."
    assert [s.text for s in line.trace] == ["within 2 hours", "5,000 customers"]


def test_a_number_that_nobody_gave_is_said_to_be_open():
    line = drafted(reading(SIZE))["speed"]
    assert line.fit == "The longest wait is to be agreed."


def test_a_value_that_nobody_gave_is_worded_and_not_invented():
    assert drafted(reading(WITHIN))["speed"].sentence == "The system shall serve the agreed number of people."


def test_dont_know_fills_nothing():
    unknown = Answer(question="people", state=AnswerState.UNKNOWN, owner="Ann")
    assert drafted(reading(WITHIN), unknown)["speed"].sentence == "The system shall serve the agreed number of people."


def test_an_answer_of_a_branch_that_was_left_writes_nothing():
    cap = stated("cap", number=2, unit="messages a week")
    assert "limit" in drafted(None, stated("channels", "email"), cap)
    assert "limit" not in drafted(None, cap)


def test_a_place_of_the_sentence_that_nothing_fills_keeps_the_line_away():
    bank = tiny_bank(
        templates=(
            template(
                "a",
                {"answered": "channels"},
                "The system shall send {cap}.",
                slots={"cap": Slot(answer="cap")},
            ),
        )
    )
    assert drafted(reading(), bank=bank) == {}


def test_words_that_the_lexicon_does_not_know_stand_in_quotation_marks():
    own = signal(Kind.DATA, "their order history", "their order history")
    assert drafted(reading(own))["hold:their-order-history"].sentence == (
        "The system shall hold the data described as “their order history”."
    )


def test_the_same_thing_said_twice_is_one_line_with_both_quotes():
    again = replace(ORDERS, span=Span(0, 4), evidence=TEXT[:4])
    lines = drafted(reading(again, ORDERS))
    assert [s.text for s in lines["hold:order-history"].trace] == ["Send", "order history"]


def test_keys_stay_when_the_text_changes_elsewhere():
    longer = "Please hurry. " + TEXT
    moved = [signal(s.kind, s.value, s.evidence, longer, concept=s.concept) for s in (EMAIL, ORDERS)]
    before = drafted(reading(EMAIL, ORDERS))
    after = drafted(reading(*moved, text=longer))
    assert list(before) == list(after)
    assert [d.sentence for d in before.values()] == [d.sentence for d in after.values()]


def test_a_signal_behind_an_answer_is_passed_over_where_the_template_says_so():
    each = template(
        "size",
        {"signal": {"kind": "volume"}},
        "The system shall work at {each}.",
        each="volume",
        besides=("people",),
    )
    bank = tiny_bank(templates=(each,))
    other = signal(Kind.VOLUME, "by email", "by email")
    assert list(drafted(reading(SIZE, other), bank=bank)) == ["size:by-email"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Order history!", "order-history"),
        ("a  b/c", "a-b-c"),
        ("Größe", "grösse"),
        ("تاريخ", "تاريخ"),
        ("!?", "21-3f"),
    ],
)
def test_a_slug_reads_and_is_never_empty(words, expected):
    assert slug(words) == expected
