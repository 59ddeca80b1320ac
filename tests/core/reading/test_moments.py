"""When it happens: what starts it without a "when", and what looks like a time and is none."""

import pytest

from translator.core.reading.model import Kind, Reading
from translator.core.reading.read import Reader


def timings(reading: Reading) -> list[tuple[str, str]]:
    return [(s.role, s.value) for s in reading.of(Kind.TIMING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On cancellation ask them why.",
        "At the third missed lesson the teacher should call.",
        "A tenant reports a leak and nobody answers.",
        "In a heatwave we want to tell them to water at night.",
        "After a visit suggest the next one.",
        "The moment stock is back, tell those who asked.",
        "Once the lease has ended, write to them.",
        "Tell drivers who miss a turn what to do.",
    ],
)
def test_what_happens_starts_it_though_no_when_says_so(reader: Reader, sentence: str) -> None:
    assert ("trigger", "event") in timings(reader.read(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "It must keep going when the network is down.",
        "Nobody told her when she paid.",
        "If they agreed, show them the offer.",
        "Guess what they need and show it, even if it rains.",
    ],
)
def test_what_is_told_or_only_allowed_starts_nothing(reader: Reader, sentence: str) -> None:
    assert not [role for role, _ in timings(reader.read(sentence)) if role == "trigger"]


@pytest.mark.parametrize(
    ("sentence", "role", "value"),
    [
        ("Then send one email a week after they leave.", "offset", "scheduled"),
        ("Call them 45 minutes later.", "offset", "minutes"),
        ("Send it on day three.", "offset", "scheduled"),
        ("Welcome them on day one.", "offset", "daily"),
        ("Show it in under a minute.", "latency", "realtime"),
        ("Answer within a working day.", "latency", "daily"),
        ("Tell them the afternoon before.", "offset", "daily"),
        ("Ask every so often.", "cadence", "unspecified"),
        ("A Friday email would do.", "cadence", "weekly"),
        ("Send it at 5.30 to the growers.", "calendar", "scheduled"),
        ("Send it at 7 p.m. on the dot.", "calendar", "scheduled"),
        ("Check it every quarter of an hour.", "cadence", "minutes"),
    ],
)
def test_each_way_of_saying_when_has_its_kind_and_value(reader: Reader, sentence: str, role: str, value: str) -> None:
    assert (role, value) in timings(reader.read(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "January joiners should get a plan.",
        "Joiners are gone by Easter.",
        "Write to guests who come every two years.",
        "We hope to reach half of them within two years.",
    ],
)
def test_what_only_describes_people_figures_or_goals_is_no_timing(reader: Reader, sentence: str) -> None:
    assert timings(reader.read(sentence)) == []
