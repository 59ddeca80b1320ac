"""What is only told in passing: people counted again, channels of today, states gone by, conditions, descriptions."""

import pytest

from translator.core.reading.model import Kind, Reading
from translator.core.reading.read import Reader


def said(reading: Reading, kind: Kind) -> list[str]:
    return [s.evidence for s in reading.of(kind)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Tell subscribers the news. We lose 6% of subscribers a month.", ["subscribers"]),
        ("Passengers shop here. Retailers are tenants.", ["Passengers", "Retailers"]),
        ("Near Mother's Day invite walkers.", ["walkers"]),
        ("Golfers get it. Whoever declines is asked less.", ["Golfers"]),
        ("The offers are the same for everybody.", []),
        ("Pull the figures without asking IT for a file.", []),
        ("Over-60s want a letter. Under-18s need a yes from home.", ["Over-60s"]),
    ],
)
def test_people_who_are_counted_again_or_said_of_others_bring_in_nobody_new(
    reader: Reader, text: str, people: list[str]
) -> None:
    found = said(reader.read(text), Kind.ACTOR)
    assert [one for one in found if one not in people] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Marketing should not find out from Twitter.",
        "Half of them hear only from the newsletter.",
        "Growers have no time for brochures.",
        "The reps take notes on paper.",
        "The portal sends its feed overnight.",
    ],
)
def test_where_things_are_heard_or_noted_today_is_no_channel(reader: Reader, sentence: str) -> None:
    assert said(reader.read(sentence), Kind.CHANNEL) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Alert them within a minute if they turned that on.",
        "Text first, then a visit if no reply.",
        "Head office never learns if the driver turned up.",
        "Put them on the call list by noon.",
        "Get the comments to safety inside one working day.",
        "Many go to people who'd have come anyway.",
        "Readers who come from the news pay for other things.",
        "Members who haven't come for 14 days are about to leave.",
        "The parts are bought by whoever is on shift.",
    ],
)
def test_conditions_about_them_and_guesses_are_no_facts(reader: Reader, sentence: str) -> None:
    assert [s for s in reader.read(sentence).of(Kind.DATA) if not s.concept] == []


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Message those who bought the same kind last year.", "bought the same kind last year"),
        ("Spot buyers who come five times a season.", "come five times a season"),
        ("Nudge whoever hasn't logged in for five days.", "hasn't logged in for five days"),
    ],
)
def test_what_people_did_and_how_often_they_do_it_are_facts(reader: Reader, sentence: str, fact: str) -> None:
    assert fact in said(reader.read(sentence), Kind.DATA)


@pytest.mark.parametrize(
    "sentence",
    [
        "People who look for a flight and don't book are in a hurry.",
        "Chase the dealer if nothing is logged.",
        "If a doctor opens the page and doesn't answer, the rep calls.",
        "Drop each nudge once it is done.",
        "They get one text a week, which sells nothing much.",
        "Tell them which bin and what can't go in it.",
        "A third of new accounts never get used.",
    ],
)
def test_what_describes_people_or_waits_for_something_rules_nothing_out(reader: Reader, sentence: str) -> None:
    assert reader.read(sentence).excluded == ()


@pytest.mark.parametrize("sentence", ["Don't email them.", "They must hear nothing.", "No discounts, please."])
def test_what_is_asked_not_to_be_done_is_still_ruled_out(reader: Reader, sentence: str) -> None:
    assert len(reader.read(sentence).excluded) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Show their sizes and any abandoned basket.",
        "Offer something that they have stopped buying.",
        "Work out where each got stuck.",
        "Give the team the hourly usage.",
        "Tell them who is coming and when.",
        "Every nice idea lands after they have gone home.",
        "Plenty sign up for the trial.",
    ],
)
def test_states_gone_by_and_words_that_qualify_a_fact_are_no_moments(reader: Reader, sentence: str) -> None:
    assert said(reader.read(sentence), Kind.TIMING) == []


def test_a_month_that_opens_a_sentence_is_a_season_and_elsewhere_a_date(reader: Reader) -> None:
    opens = reader.read("In January residents can sign up for help.").of(Kind.TIMING)
    dates = reader.read("Members should be told in October.").of(Kind.TIMING)
    assert [s.value for s in (*opens, *dates)] == ["seasonal", "scheduled"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Send it inside ten minutes, push first, then text.", Kind.CONSTRAINT),
        ("A change has to show within minutes.", Kind.CONSTRAINT),
        ("Occupancy is at 57%.", Kind.DATA),
    ],
)
def test_what_is_better_told_by_another_kind_says_nothing_of_its_own(reader: Reader, sentence: str, kind: Kind) -> None:
    assert said(reader.read(sentence), kind) == []
