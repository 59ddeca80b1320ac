"""Sentences that a keyword spotter gets wrong."""

import pytest

from translator.core.reading.model import Kind, Reading, Signal
from translator.core.reading.read import Reader


def timing(reading: Reading) -> list[tuple[str, str, str]]:
    return [(s.role, s.value, s.evidence) for s in reading.of(Kind.TIMING)]


def ruled_out(reading: Reading) -> list[tuple[str, str]]:
    return [(s.kind.value, s.value) for s in reading.excluded]


def first(reading: Reading, kind: Kind) -> Signal:
    return reading.of(kind)[0]


def test_after_a_week_is_a_wait_and_no_weekly_rhythm(reader: Reader) -> None:
    found = timing(reader.read("Send a second email after a week."))
    assert ("offset", "scheduled", "after a week") in found
    assert "weekly" not in [value for _, value, _ in found]


def test_every_week_is_a_rhythm(reader: Reader) -> None:
    assert ("cadence", "weekly", "every week") in timing(reader.read("Send the list every week."))


def test_45_minutes_later_is_a_wait(reader: Reader) -> None:
    assert timing(reader.read("Text the guest 45 minutes later.")) == [("offset", "minutes", "45 minutes later")]


@pytest.mark.parametrize(
    ("sentence", "role", "value"),
    [
        ("Answer the lead within two hours.", "latency", "hourly"),
        ("Show the offer in real time.", "latency", "realtime"),
        ("Call the member the next day.", "offset", "daily"),
        ("Remind owners 30 days before the test.", "offset", "scheduled"),
        ("Refresh the segment every two weeks.", "cadence", "fortnightly"),
        ("Refresh the segment every three months.", "cadence", "quarterly"),
        ("Mail the donors in October.", "calendar", "scheduled"),
        ("Send it between 3 and 5 in the afternoon.", "window", "scheduled"),
        ("When a parcel is late, text the buyer.", "trigger", "event"),
    ],
)
def test_timing_tells_what_starts_it_from_how_fast_how_long_and_how_often(
    reader: Reader, sentence: str, role: str, value: str
) -> None:
    assert (role, value) in [(r, v) for r, v, _ in timing(reader.read(sentence))]


def test_a_condition_about_people_is_a_filter_and_no_exclusion(reader: Reader) -> None:
    reading = reader.read("Write to every member who hasn't bought since March.")
    assert reading.excluded == ()


def test_not_by_sms_and_no_app_for_now_rules_out_both_and_nothing_else(reader: Reader) -> None:
    reading = reader.read("Tell guests by email, not by SMS, and no app for now.")
    assert ruled_out(reading) == [("channel", "sms"), ("channel", "app")]
    assert [s.value for s in reading.of(Kind.CHANNEL)] == ["email"]


def test_do_not_email_those_who_booked_rules_out_people_and_keeps_the_channel(reader: Reader) -> None:
    reading = reader.read("Please don't email anyone who has already booked.")
    assert [kind for kind, _ in ruled_out(reading)] == ["actor"]
    assert [s.value for s in reading.of(Kind.CHANNEL)] == ["email"]


def test_we_do_not_need_real_time_is_an_exclusion(reader: Reader) -> None:
    reading = reader.read("We don't need real time, overnight is fine.")
    assert ("timing", "realtime") in ruled_out(reading)
    assert [s.value for s in reading.of(Kind.TIMING)] == ["daily"]


def test_rather_not_is_an_exclusion(reader: Reader) -> None:
    assert reader.read("We would rather not use WhatsApp.").excluded[0].value == "whatsapp"


def test_people_spoken_of_in_the_passive_are_ruled_out(reader: Reader) -> None:
    excluded = reader.read("Existing customers should not be contacted.").excluded
    assert [(s.kind, s.value) for s in excluded] == [(Kind.ACTOR, "existing customers")]


def test_the_evidence_of_an_exclusion_begins_with_its_cue(reader: Reader) -> None:
    assert reader.read("By post, not by SMS.").excluded[0].evidence == "not by SMS"


def test_having_no_idea_rules_nothing_out(reader: Reader) -> None:
    assert reader.read("We have no idea who opens the bulletin.").excluded == ()


def test_a_phone_number_is_no_phone_call(reader: Reader) -> None:
    assert reader.read("Ask for the phone number.").of(Kind.CHANNEL) == ()


@pytest.mark.parametrize(
    ("written", "number", "unit"),
    [
        ("Our budget is 30.000 €.", 30000, "EUR"),
        ("Our budget is €30,000.", 30000, "EUR"),
        ("Our budget is 30 000 euros.", 30000, "EUR"),
        ("Our budget is £1.2m.", 1_200_000, "GBP"),
        ("Our budget is 1,5 million €.", 1_500_000, "EUR"),
        ("Our budget is 25k dollars.", 25000, "USD"),
    ],
)
def test_money_is_read_in_british_american_and_continental_writing(
    reader: Reader, written: str, number: float, unit: str
) -> None:
    quantity = first(reader.read(written), Kind.CONSTRAINT).quantity
    assert quantity is not None
    assert (quantity.number, quantity.unit) == (number, unit)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("We have 10k contacts.", 10_000),
        ("We have 1.2 million members.", 1_200_000),
        ("We have 1,400 stores.", 1400),
        ("We have 12.500 donors.", 12_500),
        ("We have two hundred branches.", 200),
    ],
)
def test_volumes_are_read_with_their_scale(reader: Reader, written: str, number: float) -> None:
    quantity = first(reader.read(written), Kind.VOLUME).quantity
    assert quantity is not None
    assert quantity.number == number


def test_a_share_is_a_volume(reader: Reader) -> None:
    quantity = first(reader.read("A third of our members live abroad."), Kind.VOLUME).quantity
    assert quantity is not None
    assert (round(quantity.number, 2), quantity.unit) == (0.33, "share")


def test_a_volume_knows_its_period(reader: Reader) -> None:
    quantity = first(reader.read("The shop gets 1,400 visitors a week."), Kind.VOLUME).quantity
    assert quantity is not None
    assert quantity.per == "week"


def test_a_cap_is_a_limit_and_no_rhythm(reader: Reader) -> None:
    reading = reader.read("Nobody gets more than two emails a month.")
    assert [s.value for s in reading.of(Kind.CONSTRAINT)] == ["frequency cap"]
    assert reading.of(Kind.TIMING) == ()
    assert reading.excluded == ()


def test_towns_that_are_ordinary_words_need_a_place_before_them(reader: Reader) -> None:
    assert [s.value for s in reader.read("Shops in Reading and Bath close early.").of(Kind.GEOGRAPHY)] == [
        "reading",
        "bath",
    ]
    assert reader.read("Reading habits differ. A Nice offer on Mobile.").of(Kind.GEOGRAPHY) == ()


def test_us_is_a_country_only_in_capitals(reader: Reader) -> None:
    assert [s.value for s in reader.read("Only in the US.").of(Kind.GEOGRAPHY)] == ["united states"]
    assert reader.read("They tell us.").of(Kind.GEOGRAPHY) == ()


@pytest.mark.parametrize("written", ["personalization engine", "personalisation engine", "personalisaton engine"])
def test_spelling_and_slips_of_one_letter_change_nothing(reader: Reader, written: str) -> None:
    assert [s.value for s in reader.read(f"Feed the {written}.").of(Kind.SYSTEM)] == ["personalisation engine"]


def test_nothing_is_understood_from_nothing(reader: Reader) -> None:
    assert reader.read("").signals == ()
    assert reader.read("Hello there.").signals == ()


@pytest.mark.parametrize(
    ("sentence", "pattern", "rung"),
    [
        ("When a member abandons a basket, send an email reminder.", "event-triggered message", "campaigns"),
        ("Predict churn and score every subscriber.", "score", "prediction"),
        ("Merge duplicates into one record, a single customer view.", "single view", "data assembly"),
        ("Personalise the homepage in real time.", "offer decision", "real time"),
    ],
)
def test_the_pattern_and_the_rung_of_a_use_case_are_named(
    reader: Reader, sentence: str, pattern: str, rung: str
) -> None:
    reading = reader.read(sentence)
    assert (reading.pattern, reading.rung) == (pattern, rung)


def test_a_hedge_and_an_obligation_set_the_priority_of_their_clause(reader: Reader) -> None:
    reading = reader.read("It must work on WhatsApp. Ideally also by SMS.")
    assert {s.value: s.priority for s in reading.of(Kind.CHANNEL)} == {"whatsapp": "must", "sms": "could"}


def test_what_is_ruled_out_keeps_its_own_name(reader: Reader) -> None:
    excluded = reader.read("Agents must not see payment data.").excluded
    assert [(s.kind, s.value) for s in excluded] == [(Kind.DATA, "payment data")]


def test_members_of_a_list_with_known_data_are_data(reader: Reader) -> None:
    reading = reader.read("Pick the ten to visit by purchase history, roof angle and cellar depth.")
    assert [s.evidence for s in reading.of(Kind.DATA)] == ["purchase history", "roof angle", "cellar depth"]


def test_a_sentence_that_says_how_a_figure_stands_is_a_measure(reader: Reader) -> None:
    assert [s.evidence for s in reader.read("Net retention is 94% today.").of(Kind.KPI)] == ["Net retention is 94%"]


def test_only_if_they_opted_in_is_consent(reader: Reader) -> None:
    assert [s.kind for s in reader.read("Text guests, only if they opted in.").of(Kind.CONSENT)] == [Kind.CONSENT]


def test_a_no_reaches_over_a_list_that_an_or_closes(reader: Reader) -> None:
    reading = reader.read("Not by SMS, WhatsApp or fax.")
    assert [value for _, value in ruled_out(reading)] == ["sms", "whatsapp", "fax"]
    assert reading.of(Kind.CHANNEL) == ()


def test_a_no_does_not_reach_the_next_part_of_the_sentence(reader: Reader) -> None:
    reading = reader.read("Write by post, not by SMS, email is fine.")
    assert [value for _, value in ruled_out(reading)] == ["sms"]
    assert [s.value for s in reading.of(Kind.CHANNEL)] == ["direct mail", "email"]


def test_a_channel_that_the_passive_speaks_of_is_ruled_out(reader: Reader) -> None:
    reading = reader.read("TikTok is not approved by legal.")
    assert ruled_out(reading) == [("channel", "tiktok")]
    assert reading.of(Kind.CHANNEL) == ()
