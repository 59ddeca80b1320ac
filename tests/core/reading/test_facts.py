"""Facts, outcomes and numbers of things as narratives tell them: in clauses, by place in the sentence, in passing."""

import pytest

from translator.core.reading.model import Kind
from translator.core.reading.read import Reader


def told(reader: Reader, kind: Kind, text: str) -> list[str]:
    return [s.evidence for s in reader.read(text).of(kind)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Write to customers who never set a password.", "never set a password"),
        ("Ring tenants with a broken boiler.", "with a broken boiler"),
        ("Tell members if their locker key has expired.", "their locker key has expired"),
        ("The clerk should know who has paid.", "who has paid"),
        ("We keep a list of who plays which instrument.", "who plays which instrument"),
        ("Call drivers once the tank holds 40 litres.", "the tank holds 40 litres"),
        ("Show the buyer which sizes are left.", "which sizes are left"),
    ],
)
def test_a_clause_about_people_or_things_tells_a_fact(reader: Reader, text: str, fact: str) -> None:
    assert fact in told(reader, Kind.DATA, text)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Pick the offer by hair length and by how often she visits.", ["hair length", "how often she visits"]),
        ("Guess the gift from the first parcels.", ["first parcels"]),
        ("Tickets sit in Zendesk.", ["Tickets"]),
        ("Use the soil type to pick a leaflet.", ["soil type"]),
        ("We need tyre wear and mileage.", ["tyre wear", "mileage"]),
    ],
)
def test_what_is_used_or_kept_is_a_fact(reader: Reader, text: str, facts: list[str]) -> None:
    assert told(reader, Kind.DATA, text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Tell customers what to do next.",
        "The chef decides what goes on the plate.",
        "If they would like a printed copy, send one.",
        "Somebody at the weather stations wants a coffee.",
        "Once they have agreed, we can start.",
        "Take them out if they have not bought for 12 months.",
    ],
)
def test_advice_wishes_and_silences_are_no_facts(reader: Reader, text: str) -> None:
    assert told(reader, Kind.DATA, text) == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Quote to booking is 22%.", "Quote to booking is 22%"),
        ("Half of first time donors never give again.", "half of first time donors never give again"),
        ("Spend per guest is stuck at £31.", "Spend per guest is stuck at £31"),
        ("Goal: 15% of bookings direct.", "15% of bookings direct"),
        ("We lose about a third of them.", "lose about a third of them"),
        ("Measure how many came back.", "how many came back"),
    ],
)
def test_a_complaint_or_a_goal_names_an_outcome(reader: Reader, text: str, outcome: str) -> None:
    assert outcome.lower() in [s.lower() for s in told(reader, Kind.KPI, text)]


@pytest.mark.parametrize("text", ["If their satisfaction is below 8, ring them.", "One gift per customer is enough."])
def test_a_condition_or_a_count_is_no_outcome(reader: Reader, text: str) -> None:
    assert told(reader, Kind.KPI, text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("We are two shops and a van.", "two shops"),
        ("My 62 franchisees hate it.", "62 franchisees"),
        ("Last winter we wrote to all 88,000.", "88,000"),
        ("We have a database of half a million.", "half a million"),
        ("Peak is 9,000 orders an hour.", "9,000 orders an hour"),
    ],
)
def test_what_the_house_has_is_counted_however_few(reader: Reader, text: str, number: str) -> None:
    assert told(reader, Kind.VOLUME, text) == [number]


@pytest.mark.parametrize(
    "text",
    ["We pay 9,600 pounds a year.", "Skip firms over 1,000 staff.", "Send a one minute video.", "It was in 1998."],
)
def test_a_price_a_threshold_a_length_or_a_year_counts_nothing(reader: Reader, text: str) -> None:
    assert told(reader, Kind.VOLUME, text) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Warn the caretaker about unread messages by text.", "unread messages"),
        ("Greet them in the language on file.", "the language on file"),
        ("Check that the lift still runs before the agent rings.", "the lift still runs before the agent rings"),
        ("Offer the slots they've ticked first.", "the slots they've ticked"),
    ],
)
def test_what_is_left_undone_kept_on_file_or_picked_is_a_fact(reader: Reader, text: str, fact: str) -> None:
    assert fact in [s.evidence for s in reader.read(text).signals if s.kind == Kind.DATA]


@pytest.mark.parametrize(
    "text",
    [
        "Skippers should set up a standing order by letter.",
        "Anyone in arrears is left out.",
        "We don't know if the skippers read the magazine.",
    ],
)
def test_what_is_to_be_done_left_out_or_unknown_is_no_fact(reader: Reader, text: str) -> None:
    assert [s.evidence for s in reader.read(text).signals if s.kind == Kind.DATA and not s.negated] == []
