"""Which mentions of a channel are a way to reach somebody, and which names are software, places or people."""

import pytest

from translator.core.reading.model import Kind, Reading
from translator.core.reading.read import Reader


def values(reading: Reading, kind: Kind) -> list[str]:
    return [s.value for s in reading.of(kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It suits what they looked at on our website or bought in the shop.",
        "Use what they ordered by phone.",
        "Nobody has called back.",
        "Choose one exhibition that suits them.",
    ],
)
def test_where_people_did_something_is_no_channel(reader: Reader, sentence: str) -> None:
    assert values(reader.read(sentence), Kind.CHANNEL) == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Send them an email.", "email"),
        ("Show it on our website.", "website"),
        ("Hand it over in the shop.", "in-store"),
        ("When somebody books on our site, thank them.", "website"),
    ],
)
def test_where_something_is_sent_or_starts_is_a_channel(reader: Reader, sentence: str, value: str) -> None:
    assert values(reader.read(sentence), Kind.CHANNEL) == [value]


def test_identifiers_in_a_list_are_data_and_no_channels(reader: Reader) -> None:
    reading = reader.read("Staff look a guest up by phone number, email or loyalty ID.")
    assert values(reading, Kind.CHANNEL) == []
    assert "phone number" in values(reading, Kind.DATA)


def test_visitor_wifi_is_no_website(reader: Reader) -> None:
    excluded = reader.read("We don't want to use the visitor Wi-Fi for this.").excluded
    assert [(s.kind, s.value) for s in excluded] == [(Kind.SYSTEM, "guest wifi")]


def test_somebody_who_leaves_a_basket_is_no_churn(reader: Reader) -> None:
    assert values(reader.read("When a customer leaves a basket, send one email."), Kind.KPI) == []


def test_a_country_is_no_slip_of_its_language(reader: Reader) -> None:
    reading = reader.read("About 1,500 orders come from Germany.")
    assert values(reading, Kind.CONSTRAINT) == []
    assert values(reading, Kind.GEOGRAPHY) == ["germany"]


def test_what_must_not_be_seen_is_quoted_to_its_end(reader: Reader) -> None:
    consent = reader.read("Advisers must not see card details or home address.").of(Kind.CONSENT)
    assert [s.evidence for s in consent] == ["must not see card details or home address"]


def test_measures_that_somebody_reports_are_named_and_nothing_else(reader: Reader) -> None:
    assert values(reader.read("Open rate and footfall are what I report."), Kind.KPI) == ["open rate", "traffic"]


def test_a_teacher_who_asks_is_no_shop_assistant_and_a_team_is_our_own(reader: Reader) -> None:
    roles = {s.evidence: s.role for s in reader.read("When a teacher asks, tell the education team.").of(Kind.ACTOR)}
    assert roles == {"teacher": "audience", "education team": "internal"}


@pytest.mark.parametrize("name", ["CleverMail", "Hemadata"])
def test_software_that_nobody_listed_is_told_by_its_name(reader: Reader, name: str) -> None:
    assert [s.evidence for s in reader.read(f"The list is kept in {name} today.").of(Kind.SYSTEM)] == [name]
