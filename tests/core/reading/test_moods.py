"""What a sentence is there for: how things stand, what is wished, when to stop, what a figure counts."""

import pytest

from translator.core.reading.model import Kind, Reading
from translator.core.reading.read import Reader


def values(reading: Reading, kind: Kind) -> list[str]:
    return [s.value for s in reading.of(kind)]


def excluded(reading: Reading) -> list[tuple[str, str]]:
    return [(s.kind.value, s.evidence) for s in reading.excluded]


@pytest.mark.parametrize(
    "sentence",
    [
        "Today Ines prints the forms and families wait five days.",
        "At present we fax the list and it takes the branch two days every week.",
        "Last winter we sent a letter within three weeks.",
    ],
)
def test_how_things_stand_today_asks_for_no_channel_and_no_timing(reader: Reader, sentence: str) -> None:
    reading = reader.read(sentence)
    assert values(reading, Kind.CHANNEL) == []
    assert values(reading, Kind.TIMING) == []


def test_a_wish_that_begins_with_today_is_a_wish(reader: Reader) -> None:
    assert values(reader.read("Currently we want to text guests within an hour."), Kind.CHANNEL) == ["sms"]


def test_what_is_lost_each_year_is_a_figure_and_no_rhythm(reader: Reader) -> None:
    reading = reader.read("Today we lose about 4,100 of our 60,000 readers every year.")
    assert values(reading, Kind.TIMING) == []
    assert [s.quantity.number for s in reading.of(Kind.VOLUME) if s.quantity] == [4100]


@pytest.mark.parametrize(
    ("sentence", "number", "period"),
    [
        ("About 90,000 letters a month.", 90_000, "month"),
        ("We have 250,000 readers sign in each week.", 250_000, "week"),
        ("Around 60 requests a day.", 60, "day"),
    ],
)
def test_so_many_things_a_period_is_a_volume_of_things_in_that_period(
    reader: Reader, sentence: str, number: float, period: str
) -> None:
    reading = reader.read(sentence)
    quantity = reading.of(Kind.VOLUME)[0].quantity
    assert quantity is not None
    assert (quantity.number, quantity.per) == (number, period)
    assert values(reading, Kind.TIMING) == []


def test_sending_so_many_a_week_stays_a_rhythm(reader: Reader) -> None:
    assert values(reader.read("Send 200 owners an email every week."), Kind.TIMING) == ["weekly"]


@pytest.mark.parametrize(
    "sentence",
    [
        "When somebody renews within ten days we stop writing.",
        "If they sold the boat, stop.",
        "Keep reminding them, stop when the fee is paid.",
    ],
)
def test_a_condition_that_stops_is_a_limit_and_starts_nothing(reader: Reader, sentence: str) -> None:
    reading = reader.read(sentence)
    assert values(reading, Kind.CONSTRAINT) == ["suppression rule"]
    assert values(reading, Kind.TIMING) == []


def test_the_day_on_which_a_team_wants_to_see_figures_is_a_date_and_no_rhythm(reader: Reader) -> None:
    reading = reader.read("Amira's team wants to see on Tuesday how many came back.")
    assert [(s.role, s.value) for s in reading.of(Kind.TIMING)] == [("calendar", "scheduled")]
    assert [s.role for s in reading.of(Kind.ACTOR)] == ["internal"]


def test_nobody_who_is_an_exclusion_of_people(reader: Reader) -> None:
    reading = reader.read("Everyone gets one card. Nobody who complained, and no dealers.")
    assert ("actor", "Nobody who complained") in excluded(reading)
    assert "nobody who complained" not in values(reading, Kind.ACTOR)


def test_leave_them_out_rules_out_whom_the_sentence_named(reader: Reader) -> None:
    reading = reader.read("Business guests are handled elsewhere, leave them out.")
    assert "actor" in [kind for kind, _ in excluded(reading)]


def test_quiet_hours_are_a_limit_and_leave_the_channel_alone(reader: Reader) -> None:
    reading = reader.read("Text the tenants, but no texts after 9pm.")
    assert values(reading, Kind.CHANNEL) == ["sms"]
    assert [s.evidence for s in reading.of(Kind.CONSTRAINT)] == ["no texts after 9pm"]


def test_a_price_that_must_not_be_exceeded_is_a_budget_and_no_exclusion(reader: Reader) -> None:
    reading = reader.read("It must not cost more than 18.000 € a year.")
    assert values(reading, Kind.CONSTRAINT) == ["budget"]
    assert reading.excluded == ()


def test_milliseconds_are_a_speed(reader: Reader) -> None:
    reading = reader.read("The offer must be there within 200 milliseconds.")
    assert [(s.role, s.value) for s in reading.of(Kind.TIMING)] == [("latency", "realtime")]


def test_a_month_and_an_amount_are_no_date(reader: Reader) -> None:
    reading = reader.read("We want it quiet until spring, in June 12k riders.")
    assert [s.evidence for s in reading.of(Kind.TIMING)] == ["in June"]


def test_a_title_names_the_own_trade_and_nobody_to_write_to(reader: Reader) -> None:
    assert values(reader.read("Wine importer. Mail the list to cellar owners."), Kind.ACTOR) == ["owners"]
