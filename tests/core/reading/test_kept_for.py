"""Lengths of time that are neither a wait nor a limit on contacts: how long data is kept, how long a screen takes."""

import pytest

from translator.content.load import load_bank
from translator.core.reading.model import Kind
from translator.core.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "We keep customer data for 18 months after the last purchase.",
        "The tool stores contact details for two years.",
        "The hotel holds booking data for a year after the stay.",
    ],
)
def test_the_time_that_data_is_kept_starts_nothing(text):
    found = read(text, load_bank().lexicon)
    assert [signal.value for signal in found.of(Kind.CONSENT)] == ["retention"]
    assert found.of(Kind.TIMING) == ()


def test_a_date_that_somebody_wants_to_see_starts_nothing():
    found = read("A colleague types in the name and sees when the last eye test was.", load_bank().lexicon)
    assert found.of(Kind.TIMING) == ()
    assert "types" not in " ".join(signal.evidence for signal in found.signals)


def test_the_longest_time_a_step_may_take_is_no_limit_on_contacts():
    found = read("It must take no more than two seconds. At most two e-mails a week.", load_bank().lexicon)
    assert [signal.evidence for signal in found.of(Kind.CONSTRAINT)] == ["At most two e-mails a week"]
    assert [signal.role for signal in found.of(Kind.TIMING)] == ["latency"]
