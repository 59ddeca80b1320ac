"""What a chip says about a signal: what was understood, from which words, and what it will lead to."""

import pytest

from translator.core.reading.added import ROLES
from translator.core.reading.explain import KIND_NAMES, explain, label_of
from translator.core.reading.model import Kind, Quantity, Signal
from translator.core.reading.read import Reader
from translator.core.text import Span


def understood(reader: Reader, text: str) -> list[str]:
    return [explain(signal).understood for signal in reader.read(text).signals]


def a_signal(kind: Kind, value: str, evidence: str, role: str = "", quantity: Quantity | None = None) -> Signal:
    span = Span(0, len(evidence))
    return Signal(kind=kind, value=value, role=role, span=span, evidence=evidence, quantity=quantity)


def test_a_chip_names_the_channel(reader: Reader) -> None:
    sentence = "We read this as a place where the message or page appears: SMS (text message)."
    assert sentence in understood(reader, "Tell donors by text message.")


def test_a_chip_says_what_starts_it_and_from_which_words(reader: Reader) -> None:
    (start,) = reader.read("When a card fails, email the account admin.").of(Kind.TIMING)
    explanation = explain(start)
    assert explanation.understood == "We read this as what starts it."
    assert explanation.words == "When a card fails"
    assert explanation.leads_to.endswith("the requirements wait for this event.")


def test_a_chip_says_what_was_ruled_out_and_that_it_is_never_asked_for(reader: Reader) -> None:
    (not_sms,) = reader.read("By post, not by SMS.").excluded
    explanation = explain(not_sms)
    assert explanation.understood == "We read this as something that you rule out."
    assert explanation.leads_to == "It is listed as an exclusion and never asked for."
    assert explain(not_sms, "Mara").understood == "Mara said that this is ruled out."


@pytest.mark.parametrize(
    ("role", "value", "quantity", "said"),
    [
        ("latency", "hourly", Quantity(number=2, unit="hour"), "how fast it has to be: within 2 hours."),
        ("latency", "realtime", None, "how fast it has to be: at once, while the person is still there."),
        ("latency", "daily", None, "how fast it has to be: within a day or two."),
        ("latency", "unspecified", None, "how fast it has to be."),
        ("offset", "scheduled", Quantity(number=1, unit="week"), "how far ahead it happens: 1 week."),
        ("cadence", "scheduled", Quantity(number=3, unit="day"), "how often it happens: every 3 days."),
        ("cadence", "weekly", Quantity(number=1, unit="week"), "how often it happens: every week."),
        ("cadence", "batch", None, "how often it happens: in batches, as files."),
        ("window", "scheduled", Quantity(number=9, unit="am"), "the time between which it may happen."),
    ],
)
def test_a_time_is_said_in_plain_words(role: str, value: str, quantity: Quantity | None, said: str) -> None:
    assert explain(a_signal(Kind.TIMING, value, "some words", role, quantity)).understood.endswith(said)


def test_words_that_stand_for_themselves_are_not_said_twice() -> None:
    rule = a_signal(Kind.CONSTRAINT, "no more than two pages", "No more  than two pages")
    assert explain(rule, "you").understood == (
        "You said that this is a rule or limit that the solution has to keep to."
    )


@pytest.mark.parametrize(("kind", "role"), [(kind, role) for kind in KIND_NAMES for role in (*ROLES.get(kind, ()), "")])
def test_every_kind_and_role_has_plain_sentences_of_its_own(kind: Kind, role: str) -> None:
    explanation = explain(a_signal(kind, "crm", "our tool", role))
    assert KIND_NAMES[kind]
    for sentence in (explanation.understood, explanation.leads_to):
        assert sentence.endswith(".")
        assert "{" not in sentence


@pytest.mark.parametrize(
    ("signal", "label"),
    [
        (a_signal(Kind.CHANNEL, "email", "mail them"), "E-mail"),
        (a_signal(Kind.DATA, "email engagement", "who clicked"), "E-mail engagement"),
        (a_signal(Kind.CONSENT, "opt-in", "opted in"), "Opted in"),
        (a_signal(Kind.TIMING, "scheduled", "between 9 am and 6 pm", "window"), "Time frame: between 9 am and 6 pm"),
        (a_signal(Kind.TIMING, "scheduled", "By Easter", "calendar"), "Date or time: by Easter"),
        (a_signal(Kind.VOLUME, "18,000 members", "about  18,000\nmembers"), "About 18,000 members"),
    ],
)
def test_a_chip_bears_a_short_name_that_begins_with_a_capital(signal: Signal, label: str) -> None:
    assert label_of(signal) == label
