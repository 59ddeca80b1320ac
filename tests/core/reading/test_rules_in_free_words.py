"""Permissions, limits and exclusions in people's own words, and what only looks like one."""

import pytest

from translator.core.reading.model import Kind, Reading
from translator.core.reading.read import Reader


def said(reading: Reading, kind: Kind) -> list[str]:
    return [s.evidence for s in reading.of(kind)]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Ring the farmers who said we may.", "said we may"),
        ("Write to those who agreed to hear from us.", "those who agreed to hear from us"),
        ("Keep texts for price cuts, and only where the box was ticked.", "only where the box was ticked"),
        ("If somebody opts out at the till it has to stick everywhere.", "has to stick everywhere"),
        ("Send it to everybody unless they said no.", "unless they said no"),
        ("Only tenants who opted in get it.", "Only tenants who opted in get it"),
        ("The partner may only look at it, never copy it.", "only look at it"),
    ],
)
def test_a_permission_in_free_words_is_a_matter_of_consent_with_all_of_its_words(
    reader: Reader, text: str, evidence: str
) -> None:
    reading = reader.read(text)
    assert evidence in said(reading, Kind.CONSENT)
    assert all(evidence not in limit for limit in said(reading, Kind.CONSTRAINT))


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Offers go out weekly. Not to guests.", "Not to guests"),
        ("Fans get it first. Leave the trade well alone.", "Leave the trade well alone"),
        ("Show the menu, but no data from Instagram.", "no data from Instagram"),
        ("The score isn't shown to the learner.", "The score isn't shown to the learner"),
        ("Sales must not call before day seven.", "Sales must not call before day seven"),
        ("Drop anyone with an injury.", "Drop anyone with an injury"),
        ("There's no need for live data.", "There's no need for live data"),
        ("Nothing may be stored in the cloud.", "Nothing may be stored in the cloud"),
    ],
)
def test_an_exclusion_takes_its_subject_and_all_of_its_words(reader: Reader, text: str, evidence: str) -> None:
    assert evidence in [s.evidence for s in reader.read(text).excluded]


@pytest.mark.parametrize(
    "text",
    [
        "Write to people who booked and haven't bought since.",
        "Not only members but also guests should see it.",
        "We don't know who they are and have no idea what they read.",
        "I can't wait to see the figures.",
        "Students at risk don't tell anyone.",
        "They never see the second half of the tour.",
        "The card data is not in one place.",
        "It must not sound preachy.",
        "Nobody gets this more than once a month.",
        "Nothing goes live until the pharmacist has looked at it.",
    ],
)
def test_what_describes_or_limits_rules_nothing_out(reader: Reader, text: str) -> None:
    assert reader.read(text).excluded == ()


@pytest.mark.parametrize(
    "text",
    [
        "They unsubscribe before we notice, and unsubscribes should go from 2% to 1%.",
        "We must write to 400 schools by email.",
        "Only a third of our shops have wifi.",
        "Only 8% answer.",
        "The pilots get their roster by text.",
    ],
)
def test_a_state_of_things_and_what_we_do_ourselves_are_no_limits(reader: Reader, text: str) -> None:
    assert said(reader.read(text), Kind.CONSTRAINT) == []


def test_two_limits_of_one_sort_are_two(reader: Reader) -> None:
    limits = said(
        reader.read("Legal has to sign off every text. The pictures need the curator's approval."), Kind.CONSTRAINT
    )
    assert len(limits) == 2


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Text the growers. The barn's wifi is patchy so keep it small.", "wifi is patchy"),
        ("Write to the heirs. Nothing patronising.", "Nothing patronising"),
        ("No reductions until the final week, then ten percent.", "No reductions until the final week"),
    ],
)
def test_a_poor_line_a_tone_and_a_wait_are_limits(reader: Reader, text: str, evidence: str) -> None:
    reading = reader.read(text)
    assert evidence in said(reading, Kind.CONSTRAINT)
    assert not any(s.negated for s in reading.signals)
