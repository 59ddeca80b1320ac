"""Who and what is meant: people by how their names are built, offices that act, software that no list has."""

import pytest

from translator.core.reading.model import Kind
from translator.core.reading.read import Reader


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Sommeliers remember us in spring.", "Sommeliers"),
        ("We want our agronomists to correct it.", "our agronomists"),
        ("Somebody waiting at home should hear first.", "Somebody waiting"),
        ("The over-60s want a letter.", "The over-60s"),
        ("Have the cashier hand over a voucher.", "cashier"),
        ("Let the office decide.", "the office"),
        ("We hear from finance far too late.", "finance"),
        ("Talk to mum about it.", "mum"),
        ("The boutique manager writes it.", "boutique manager"),
        ("Lapsed ones can go back in.", "Lapsed ones"),
    ],
)
def test_people_are_known_by_how_they_are_named(reader: Reader, sentence: str, people: str) -> None:
    assert people in [s.evidence for s in reader.read(sentence).of(Kind.ACTOR)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Orders and reminders go out at noon.",
        "Use the numbers on the folders.",
        "A score for firms with more than 500 employees.",
    ],
)
def test_things_and_sizes_of_firms_are_no_people(reader: Reader, sentence: str) -> None:
    assert reader.read(sentence).of(Kind.ACTOR) == ()


def test_anybody_brings_in_nobody_new_behind_people_who_are_named(reader: Reader) -> None:
    read = reader.read("Tell golfers the news. If customers ask, say yes.").of(Kind.ACTOR)
    assert [s.evidence for s in read] == ["golfers"]


@pytest.mark.parametrize(
    ("sentence", "software"),
    [
        ("Bookings come through Fitzomat.", ["Fitzomat"]),
        ("The records live in the QZX.", ["QZX"]),
        ("The list is pulled out of FarmAction and Zorbix.", ["FarmAction", "Zorbix"]),
        ("We run a SaaS trial.", []),
    ],
)
def test_software_is_known_by_how_and_where_it_is_named(reader: Reader, sentence: str, software: list[str]) -> None:
    assert [s.evidence for s in reader.read(sentence).of(Kind.SYSTEM)] == software


@pytest.mark.parametrize(
    ("sentence", "channels"),
    [
        ("Half of them gave an email.", []),
        ("Match the orders by email.", []),
        ("We have 12 showrooms.", []),
        ("Branch reps need the list.", []),
        ("He buys one ring in his life.", []),
        ("Ring a week later.", ["phone"]),
        ("Give them a bell.", ["phone"]),
        ("Pop it on the doormat.", ["direct mail"]),
        ("Tell them in the browser.", ["website"]),
        ("Show it on the till.", ["point of sale"]),
    ],
)
def test_a_channel_reaches_somebody_however_it_is_said(reader: Reader, sentence: str, channels: list[str]) -> None:
    assert [s.value for s in reader.read(sentence).of(Kind.CHANNEL)] == channels
