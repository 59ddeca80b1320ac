"""Wording: signals and answers read well inside a sentence."""

import pytest
from tiny_bank import CHANNELS, PEOPLE, QUIET, WAIT, signal

from translator.core.answers import Answer, AnswerState
from translator.core.reading.model import Kind
from translator.core.requirements.wording import (
    amount,
    is_named_in,
    item_of,
    listed,
    name_of,
    noun_of,
    nouns_of,
    phrase_of,
    quotable,
    said_of,
)


def said(question, *values, **over):
    return Answer(question=question.id, state=AnswerState.STATED, values=values, **over)


def actor(value, text, concept="actor"):
    return signal(Kind.ACTOR, value, text, text, concept=concept)


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (200_000, "people", "200,000 people"),
        (1, "people", "1 person"),
        (1, "messages a week", "1 message a week"),
        (2, "messages a week", "2 messages a week"),
        (1, "hour", "1 hour"),
        (48, "hour", "48 hours"),
        (1.5, "day", "1.5 days"),
        (1, "companies", "1 company"),
        (3, "companies", "3 companies"),
        (1_200_000, "page views a month", "1,200,000 page views a month"),
        (10, "percent", "10 percent"),
        (10, "", "10"),
    ],
)
def test_amounts_are_written_with_the_right_number(number, unit, expected):
    assert amount(number, unit) == expected


def test_answers_read_as_part_of_a_sentence():
    assert phrase_of(CHANNELS, said(CHANNELS, "email", "sms")) == "the e-mail channel and the text message channel"
    assert phrase_of(PEOPLE, said(PEOPLE, number=5000, unit="people")) == "5,000 people"
    assert phrase_of(QUIET, said(QUIET, "no texts after 8pm."), "the quiet time") == (
        "the quiet time “no texts after 8pm”"
    )
    assert phrase_of(WAIT, said(WAIT)) == ""


def test_a_trace_shows_labels_and_not_ids():
    assert said_of(CHANNELS, said(CHANNELS, "sms")) == "What about channels?: Text message"


def test_an_enumeration_ends_with_and():
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
    assert listed([]) == ""


def test_a_general_word_goes_when_a_closer_one_is_there():
    both = nouns_of([actor("customers", "customers"), actor("new customers", "new customers")])
    assert both == "new customers"


def test_names_keep_their_capitals():
    assert noun_of(actor("crm team", "CRM team")) == "CRM team"
    assert noun_of(actor("customers", "Customers")) == "customers"


def test_a_clause_is_quoted_as_the_marketers_own():
    own = actor("someone who starts a quote", "Someone who starts a quote")
    assert noun_of(own, "the audience") == "the audience “Someone who starts a quote”"


def test_an_event_is_quoted_without_its_conjunction():
    event = signal(Kind.TIMING, "event", "When a card fails", "When a card fails", role="trigger")
    assert name_of(event) == "a card fails"


def test_what_starts_it_is_quoted_without_what_is_to_happen_then():
    text = "If someone changes their mind at checkout it has to stick everywhere"
    event = signal(Kind.TIMING, text, text, text, role="trigger")
    assert name_of(event) == "someone changes their mind at checkout"


def test_a_start_before_something_is_a_time_and_no_event():
    start = signal(Kind.TIMING, "event", "before the frost sets in", "before the frost sets in", role="trigger")
    assert noun_of(start, "the event") == "the agreed moment before “the frost sets in”"


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("guests", "our tourists", "tourists"),
        ("customer service", "Client advisors", "Client advisors"),
        ("suppliers", "Brands on", "Brands"),
        ("customers", "someone", "customers"),
    ],
)
def test_people_are_named_by_the_texts_own_noun(value, text, expected):
    assert name_of(actor(value, text)) == expected


def test_an_answer_names_a_fact_in_other_words_around_it():
    fact = signal(Kind.DATA, "hourly usage", "hourly usage", "hourly usage")
    assert is_named_in(fact, "The hourly usage of the meter")
    assert not is_named_in(fact, "The usage of the day")


def test_quoted_words_never_end_the_quotation_early():
    assert quotable(' say "yes" to\n“all”. ') == "say 'yes' to 'all'"


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("preferences", "their sizes", "sizes (preferences)"),
        ("identifiers", "loyalty ID", "loyalty ID (identifiers)"),
        ("contact details", "contact details", "contact details"),
        ("location", "where they are", "location"),
        ("purchase history", "past orders", "purchase history"),
        ("their favourite club", "their favourite club", "favourite club"),
    ],
)
def test_a_fact_known_by_a_label_for_many_sorts_keeps_the_words_of_the_text(value, text, expected):
    assert item_of(signal(Kind.DATA, value, text, text, concept="data")) == expected
