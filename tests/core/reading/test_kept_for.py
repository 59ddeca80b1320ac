"""How long data is kept is a rule about data: no wait, no start and no rhythm."""

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
