"""What if one use case could live with less: what the shared requirement would become, and what it would save."""

from use_cases_together import translated

from translator.content.load import load_bank
from translator.core.estimates import ThreePoint
from translator.core.requirements.model import Given
from translator.core.requirements.shared import ladders
from translator.core.what_if import LevelPrice, levels, what_if

CASES = ({"speed": ("daily",)}, {"speed": ("realtime",)}, {"speed": ("hourly",)})
PRICES = (
    LevelPrice(need="speed", level="realtime", one_off=ThreePoint(80, 100, 150), yearly=ThreePoint(10, 10, 10)),
    LevelPrice(need="speed", level="hourly", one_off=ThreePoint(20, 30, 40), yearly=ThreePoint(4, 4, 4)),
)


def ladder(need, *cases):
    lines = [r for chapter in translated(*cases).chapters for r in chapter.requirements]
    return next(found for found in ladders(load_bank(), lines) if found.need.id == need)


def test_every_choice_is_a_level_with_the_use_cases_on_it_and_the_strictest_one_counts():
    steps = levels(ladder("speed", *CASES), PRICES)
    assert [(step.key, step.use_cases) for step in steps] == [
        ("realtime", (2,)), ("minutes", ()), ("hourly", (3,)), ("daily", (1,)), ("weekly", ()),
    ]  # fmt: skip
    assert [step.key for step in steps if step.current] == ["realtime"]
    assert [step.key for step in steps if step.price] == ["realtime", "hourly"]


def test_the_driver_living_with_less_changes_the_sentence_and_saves_the_difference():
    seen = what_if(ladder("speed", *CASES), 2, Given(question="speed", values=("daily",)), PRICES)
    ((before, after),) = seen.sentences
    assert "while the person is still present" in before
    assert "within hours of the start" in after
    assert seen.after.drivers == {3}
    assert (seen.one_off.expected, seen.yearly.expected) == (75, 6)
    assert seen.one_off.low < 75 < seen.one_off.high


def test_a_use_case_that_does_not_drive_changes_nothing():
    seen = what_if(ladder("speed", *CASES), 1, Given(question="speed", values=("weekly",)), PRICES)
    assert not seen.changes
    assert seen.one_off.expected == 0


def test_asking_for_more_costs_more_and_an_unpriced_level_is_named():
    slow = ladder("speed", {"speed": ("daily",)}, {"speed": ("hourly",)})
    dearer = what_if(slow, 1, Given(question="speed", values=("realtime",)), PRICES)
    assert dearer.one_off.expected < 0
    unpriced = what_if(slow, 2, Given(question="speed", values=("weekly",)), PRICES)
    assert unpriced.one_off is None
    assert unpriced.unpriced == ("The same day or the next",)


def test_a_sum_shrinks_by_what_one_use_case_gives_up():
    cases = ({"messages": (1000.0, "messages a month")}, {"messages": (9000.0, "messages a month")})
    given = Given(question="messages", number=2000.0, unit="messages a month")
    seen = what_if(ladder("volume", *cases), 2, given, ())
    assert (seen.before.words, seen.after.words) == ("10,000 messages a month", "3,000 messages a month")
