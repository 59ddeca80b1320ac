"""Which kind of use case a text describes, and what has to be there before it: said, or left open."""

import pytest

from translator.core.reading.added import as_meant
from translator.core.reading.ladder import PATTERNS, RUNGS, needed_before
from translator.core.reading.lexicon import Lexicon
from translator.core.reading.model import Added, Kind, Reading, Rejection
from translator.core.reading.read import Reader

TRIGGERED = "When a rider cancels, write to her by e-mail."


@pytest.mark.parametrize(
    "text",
    [
        "Our shop sells lamps.",
        "Put a template on the shelf.",  # one cue alone
        "Every month we count the e-mails that came in.",  # a rhythm, and nothing that says whose
        "Score every rider and predict who leaves. Match the records, one record a person.",  # as much for two
    ],
)
def test_where_the_text_does_not_say_it_the_kind_of_use_case_is_not_guessed(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert (reading.pattern, reading.rung) == ("", "")


@pytest.mark.parametrize("text", [TRIGGERED, "Three days before the course starts send a text message."])
def test_an_event_or_a_moment_before_it_and_a_channel_are_a_message_after_an_event(reader: Reader, text: str) -> None:
    assert reader.read(text).pattern == "event-triggered message"


def test_speed_and_many_channels_raise_it(reader: Reader) -> None:
    assert reader.read(TRIGGERED).rung == "campaigns"
    assert reader.read("When a rider cancels, send an e-mail in real time.").rung == "real time"
    assert reader.read("When a rider cancels, try an e-mail, then a text message, then a letter.").rung == RUNGS[-1]


def test_it_follows_what_people_reject_and_add(reader: Reader, lexicon: Lexicon) -> None:
    def standing(reading: Reading) -> tuple[str, str]:
        return reading.pattern, reading.rung

    reading = reader.read(TRIGGERED)
    (email,) = reading.of(Kind.CHANNEL)
    no_email = Rejection(email.kind, email.value, email.evidence)
    assert standing(as_meant(reading, (no_email,), (), lexicon)) == ("", "")
    dove = Added(kind=Kind.CHANNEL, value="direct mail", evidence="a dove")
    other = reader.read("When a rider cancels, send her a dove.")
    assert standing(other) == ("", "")
    assert standing(as_meant(other, (), (dove,), lexicon)) == ("event-triggered message", "campaigns")


def test_every_kind_of_use_case_that_can_be_found_has_plain_words(lexicon: Lexicon) -> None:
    cues = [concept for concept in lexicon.concepts if concept.kind == "pattern"]
    assert {cue.value for cue in cues} <= PATTERNS.keys()
    assert {cue.role for cue in cues} <= set(RUNGS)


def test_each_rung_needs_all_those_below_it() -> None:
    assert [len(needed_before(rung)) for rung in RUNGS] == [0, 1, 2, 3, 4, 5]
    assert needed_before("") == ()
    assert needed_before("prediction")[0] == "data about people in one place"
