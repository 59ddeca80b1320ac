"""What people mark in a text counts beside what was read, and holds by its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.content.lexicon_load import load_lexicon
from translator.core.reading.added import MOST_PLACES, absent, as_meant, stands, timing_in
from translator.core.reading.model import Added, Kind, Quantity, Reading, Rejection, Signal
from translator.core.text import Span

LEXICON = load_lexicon()
TEXT = "Write to 9 in 10 members by e-mail. Not by SMS."


def read_as(kind, value, words, text=TEXT, **over):
    start = text.index(words)
    return Signal(kind=kind, value=value, span=Span(start, start + len(words)), evidence=words, **over)


def reading(*signals, text=TEXT):
    return Reading(text, tuple(sorted(signals, key=lambda s: s.span)))


def said(words, kind=Kind.ACTOR, value="", **over):
    return Added(kind=kind, value=value or words.lower(), evidence=words, person="Mara", **over)


def meant_in(read, rejections, additions):
    return as_meant(read, rejections, additions, LEXICON)


EMAIL = read_as(Kind.CHANNEL, "email", "e-mail", concept="email", priority="must")
NOT_SMS = read_as(Kind.CHANNEL, "sms", "Not by SMS", negated=True)


def test_marked_words_stand_in_the_reading_with_their_place_and_their_person():
    meant = meant_in(reading(EMAIL), (), (said("9 in 10 members", role="audience"),))
    (signal, email) = meant.signals
    assert (signal.evidence, signal.span.of(TEXT), signal.role, signal.said_by) == (
        "9 in 10 members", "9 in 10 members", "audience", "Mara",
    )  # fmt: skip
    assert email == EMAIL


@pytest.mark.parametrize("text", ["Now 9 in 10 members read it", "We ask 9 IN 10\n Members.", "9 in 10 members"])
def test_they_hold_wherever_the_words_stand_whatever_their_case_and_line_breaks(text):
    (signal,) = meant_in(reading(text=text), (), (said("9 in 10 members"),)).signals
    assert signal.evidence == signal.span.of(text)


def test_they_wait_while_the_words_are_gone_and_come_back_with_them():
    mark = said("gold members")
    assert meant_in(reading(EMAIL), (), (mark,)).signals == (EMAIL,)
    assert absent(TEXT, (mark, said("members"))) == (mark,)
    assert absent("All gold members.", (mark,)) == ()


@pytest.mark.parametrize(
    ("text", "words", "there"),
    [
        ("It may happen", "app", False),
        ("the app.", "app", True),
        ("an e-mail", "mail", True),
        ("in 2027", "20", False),
        ("cafe\u0301 guests", "cafe", False),
        ("会員にメールを送る", "メール", True),
        ("日本app会員", "app", True),
        ("🎉app🎉", "app", True),
        ("أرسل إلى العملاء", "العملاء", True),
        ("anything", " ", False),
        ("a.b", "a+b", False),
    ],
)
def test_words_are_whole_words(text, words, there):
    assert stands(text, words) is there


def test_a_correction_takes_the_place_of_what_was_read_and_both_go_together():
    was = Rejection(Kind.CHANNEL, "email", "e-mail")
    meant = meant_in(reading(EMAIL), (), (said("e-mail", Kind.DATA, instead_of=was),))
    assert [(s.kind, s.value) for s in meant.signals] == [(Kind.DATA, "e-mail")]
    assert meant_in(reading(EMAIL), (), ()).signals == (EMAIL,)


def test_what_is_said_of_words_that_were_read_takes_their_place_and_keeps_what_the_rules_know():
    volume = read_as(Kind.VOLUME, "9 in 10", "9 in 10", quantity=Quantity(number=0.9, unit="share"), priority="could")
    marks = (said("9 in 10", Kind.VOLUME), said("e-mail", Kind.CHANNEL, "email"))
    share, email = meant_in(reading(volume, EMAIL), (), marks).signals
    assert (share.quantity, share.priority, share.said_by) == (volume.quantity, "could", "Mara")
    assert (email.concept, email.priority) == ("email", "must")
    other = meant_in(reading(EMAIL), (), (said("e-mail", Kind.CHANNEL, "direct mail"),)).signals[0]
    assert (other.value, other.concept) == ("direct mail", "")


def test_what_was_said_last_of_the_same_words_and_kind_counts():
    marks = (said("members", role="audience"), said("MEMBERS", role="internal"))
    assert [s.role for s in meant_in(reading(), (), marks).signals] == ["internal"]


def test_marking_a_word_inside_what_the_text_rules_out_does_not_ask_for_it():
    mark = said("SMS", Kind.CHANNEL, "sms")
    assert [s.negated for s in meant_in(reading(NOT_SMS), (), (mark,)).signals] == [True, True]
    rejection = Rejection(Kind.CHANNEL, "sms", "Not by SMS")
    (signal,) = meant_in(reading(NOT_SMS), (rejection,), (mark,)).signals
    assert not signal.negated


def test_a_place_that_is_not_ruled_out_comes_before_one_that_is():
    text = "Not by SMS at first. Later an SMS a week."
    ruled_out = read_as(Kind.CHANNEL, "sms", "Not by SMS", text, negated=True)
    signals = meant_in(reading(ruled_out, text=text), (), (said("SMS", Kind.CHANNEL, "sms"),)).signals
    assert [(s.negated, s.span.start) for s in signals] == [(True, 0), (False, text.rindex("SMS"))]


def test_a_person_can_rule_out_what_the_text_only_names():
    (signal,) = meant_in(reading(), (), (said("members", negated=True),)).excluded
    assert signal.evidence == "members"


@pytest.mark.parametrize(
    ("words", "kind", "quantity"),
    [
        ("9 in 10 members", Kind.VOLUME, Quantity(number=0.9, unit="share")),
        ("30.000 € a month", Kind.VOLUME, Quantity(number=30_000, unit="EUR", per="month")),
        ("some 1,200 orders a week", Kind.VOLUME, Quantity(number=1200, per="week")),
        ("two working days", Kind.TIMING, Quantity(number=2, unit="day")),
        ("every 3 weeks", Kind.TIMING, Quantity(number=3, unit="week")),
        ("straight away", Kind.TIMING, None),
    ],
)
def test_the_figure_in_marked_words_is_read_like_any_other(words, kind, quantity):
    (signal,) = meant_in(reading(text=f"We say {words}, no more."), (), (said(words, kind),)).signals
    assert signal.quantity == quantity


@pytest.mark.parametrize(
    ("words", "role", "value"),
    [
        ("inside two hours", "latency", "hourly"),
        ("half an hour", "offset", "minutes"),
        ("every 3 weeks", "cadence", "scheduled"),
        ("once a month", "cadence", "monthly"),
        ("2 hours", "window", "unspecified"),
        ("soon", "latency", "unspecified"),
        ("200 people", "latency", "unspecified"),
    ],
)
def test_a_length_of_time_in_marked_words_gives_its_value(words, role, value):
    assert timing_in(words, role, LEXICON) == value


def test_a_text_of_one_word_repeated_is_no_trouble():
    text = "app " * 5_000
    assert len(meant_in(reading(text=text), (), tuple(said("app", kind) for kind in Kind)).signals) == len(Kind)
    assert MOST_PLACES < 100


@given(st.text(max_size=80), st.text(max_size=20), st.data())
def test_any_words_of_any_text_stay_inside_it(text, around, data):
    start = data.draw(st.integers(0, len(text)))
    words = text[start : start + data.draw(st.integers(0, 20))] or around
    for signal in meant_in(reading(text=text), (), (said(words),)).signals:
        assert signal.evidence == signal.span.of(text)
        assert 0 <= signal.span.start < signal.span.end <= len(text)
