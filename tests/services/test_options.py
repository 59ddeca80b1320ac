"""Options: several ways to meet a use case, each with a price in three points, side by side."""

import pytest
from room import open_room

from translator.core.errors import InputError
from translator.core.estimates import ThreePoint
from translator.core.options import Meets
from translator.services.decide import choose_option
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.option_doubts import said_back
from translator.services.option_merge import OptionConflict
from translator.services.options import (
    add_option,
    delete_option,
    letter_after,
    options_view,
    recommend_option,
    restore_option,
    save_option,
)

FORM = {
    "name": "Rules in the shop", "how": "With **what** is there.", "risk": "low", "risk_note": "", "gives_up": "Speed.",
    "one_off_optimistic": "30.000 €", "one_off_likely": "40k", "one_off_pessimistic": "60 000",
    "yearly_optimistic": "5,000", "yearly_likely": "6,000.50", "yearly_pessimistic": "9,000",
    "weeks_optimistic": "6", "weeks_likely": "8", "weeks_pessimistic": "14 weeks",
}  # fmt: skip


@pytest.fixture
def room(db):
    return open_room(db)


def view(room):
    return options_view(room.desk, room.iris, room.pid, 1)


def add(room, who=None, **fields):
    return add_option(room.desk, who or room.iris, room.pid, 1, FORM | fields)


def refused_fields(room, **fields):
    with pytest.raises(InputErrors) as refused:
        add(room, **fields)
    return {error.field: error.message for error in refused.value.errors}


def test_an_option_is_priced_in_three_points_of_money_and_weeks(room):
    assert add(room) == "A"
    option = view(room).columns[0].option
    assert option.one_off == ThreePoint(30_000_00, 40_000_00, 60_000_00)
    assert option.yearly == ThreePoint(5_000_00, 6_000_50, 9_000_00)
    assert option.weeks == ThreePoint(6, 8, 14)
    assert option.priced


def test_three_years_cost_the_building_and_three_times_the_running(room):
    add(room, yearly_likely="6,000")
    cost = view(room).columns[0].over_years
    assert cost.low < cost.expected < cost.high
    assert cost.expected == round((45_000_00 + 4 * 58_000_00 + 87_000_00) / 6)


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"one_off_pessimistic": "35,000"}, "one_off_pessimistic", "below the likely"),
        ({"yearly_likely": "4000"}, "yearly_likely", "below the optimistic"),
        ({"weeks_pessimistic": ""}, "weeks_pessimistic", "leave all three empty"),
        ({"weeks_likely": "soon"}, "weeks_likely", "figures"),
        ({"weeks_likely": "7 people"}, "weeks_likely", "days, weeks, months or years"),
        ({"weeks_pessimistic": "3650 days"}, "weeks_pessimistic", "ten years"),
        ({"one_off_likely": "40000 USD"}, "one_off_likely", "EUR"),
        ({"name": " "}, "name", "name"),
        ({"risk": "huge"}, "risk", "low, medium or high"),
    ],
)
def test_what_cannot_be_used_is_named_at_its_field(room, fields, field, words):
    found = refused_fields(room, **fields)
    assert list(found) == [field]
    assert words in found[field]
    assert view(room).columns == ()


def test_several_faults_are_named_together(room):
    assert set(refused_fields(room, name="", weeks_likely="", one_off_pessimistic="1")) == {
        "name", "weeks_likely", "one_off_pessimistic",
    }  # fmt: skip


def test_an_option_without_figures_may_be_kept_and_counts_as_unpriced(room):
    blank = {name: "" for name in FORM if name.endswith(("optimistic", "likely", "pessimistic"))}
    add(room, **blank)
    column = view(room).columns[0]
    assert (column.option.priced, column.over_years) == (False, None)


@pytest.mark.parametrize(
    ("typed", "weeks"),
    [("2 months", 9), ("3 months", 13), ("1 year", 52), ("15 days", 3), ("1.5 weeks", 2), ("4", 4), ("6 wks", 6)],
)
def test_time_is_read_with_its_unit_and_rounded_up_to_weeks(room, typed, weeks):
    add(room, **dict.fromkeys(("weeks_optimistic", "weeks_likely", "weeks_pessimistic"), typed))
    assert view(room).columns[0].option.weeks == ThreePoint(weeks, weeks, weeks)


def test_what_was_not_typed_in_whole_weeks_is_said_back():
    typed = {"weeks_optimistic": "8 weeks", "weeks_likely": "2 months", "weeks_pessimistic": "nonsense"}
    assert said_back(typed) == ("“2 months” is kept as 9\N{NO-BREAK SPACE}weeks.",)


def test_unusual_estimates_are_kept_with_a_calm_note(room):
    same = dict.fromkeys(("yearly_optimistic", "yearly_likely", "yearly_pessimistic"), "5,000")
    add(room, **same, one_off_pessimistic="400,000")
    assert view(room).columns[0].doubts == (
        "The pessimistic one-off cost is more than 10 times the optimistic one. Check the zeros.",
        "The yearly cost has one value three times: nothing could go better or worse.",
    )
    assert view(room).columns[0].option.priced


def test_each_option_says_which_requirements_it_meets(room):
    rows = {row.requirement.key: row.row_id for row in view(room).requirements}
    add(room, **{f"meets-{rows['send']}": "fully", f"meets-{rows['count']}": "not"})
    column = view(room).columns[0]
    assert (column.fully, column.partly, column.not_met, column.not_said) == (1, 0, 1, 2)
    assert dict(column.option.meets) == {"send": Meets.FULLY, "count": Meets.NOT}


def test_the_form_comes_back_as_it_would_be_typed(room):
    add(room)
    fields = view(room).columns[0].fields
    assert (fields["one_off_likely"], fields["yearly_likely"], fields["weeks_pessimistic"]) == (
        "40,000", "6,000.50", "14",
    )  # fmt: skip
    save_option(room.desk, room.iris, room.pid, 1, "A", version=1, fields=fields)
    assert view(room).columns[0].option.one_off == ThreePoint(30_000_00, 40_000_00, 60_000_00)


def test_what_is_said_about_a_line_that_left_the_document_is_kept_for_its_return(room):
    rows = {row.requirement.key: row.row_id for row in view(room).requirements}
    add(room, **{f"meets-{rows['send']}": "partly"})
    room.tell("Something else.")
    save_option(room.desk, room.iris, room.pid, 1, "A", version=1, fields=FORM)
    room.tell("Send an e-mail.")
    assert view(room).columns[0].partly == 1


def test_two_people_pricing_one_option_both_keep_their_figures(room):
    add(room)
    save_option(room.desk, room.iris, room.pid, 1, "A", version=1, fields=FORM | {"one_off_likely": "50,000"})
    with pytest.raises(Conflict) as clash:
        save_option(room.desk, room.iris, room.pid, 1, "A", version=1, fields=FORM | {"one_off_likely": "45,000"})
    assert (clash.value.mine["one_off_likely"], clash.value.theirs["one_off_likely"]) == ("45,000", "50,000")


def save(room, seen, who=None, version=1, **fields):
    sent = {**seen, **fields}
    return save_option(room.desk, who or room.iris, room.pid, 1, "A", version=version, fields=sent, seen=seen)


def as_shown(room):
    column = view(room).columns[0]
    said = {row.requirement.key: f"meets-{row.row_id}" for row in view(room).requirements}
    return {**column.fields, **{name: column.option.meets.get(key, "") for key, name in said.items()}}


def test_what_only_one_of_two_people_changed_is_kept_without_a_question(room):
    add(room)
    seen = as_shown(room)
    meets = next(name for name in seen if name.startswith("meets-"))
    save(room, seen, one_off_likely="50,000", risk="high", **{meets: "not"})
    saved = save(room, seen, yearly_likely="7k", how="Otherwise.")
    option = view(room).columns[0].option
    assert option.one_off == ThreePoint(30_000_00, 50_000_00, 60_000_00)
    assert (option.yearly.likely, option.how, option.risk) == (7_000_00, "Otherwise.", "high")
    assert list(option.meets.values()) == [Meets.NOT]
    assert saved.beside == "Iris"


def test_only_what_both_changed_is_asked_and_an_estimate_is_one_thing(room):
    add(room)
    seen = as_shown(room)
    save(room, seen, one_off_likely="50,000", risk="high")
    with pytest.raises(OptionConflict) as clash:
        save(room, seen, one_off_pessimistic="90,000", how="Otherwise.")
    assert clash.value.merged.asked == ("one_off",)
    assert clash.value.merged.taken == ("risk",)
    assert clash.value.merged.fields["how"] == "Otherwise."
    assert (clash.value.merged.fields["risk"], clash.value.by) == ("high", "Iris")
    assert view(room).columns[0].option.one_off.likely == 50_000_00


def test_it_recommends_one_option_at_most(room):
    add(room)
    add(room)
    recommend_option(room.desk, room.iris, room.pid, 1, "A")
    recommend_option(room.desk, room.iris, room.pid, 1, "B")
    assert [c.option.recommended for c in view(room).columns] == [False, True]
    recommend_option(room.desk, room.iris, room.pid, 1, None)
    assert view(room).recommended is None


def test_a_deleted_option_comes_back_and_its_letter_is_never_given_again(room):
    add(room)
    delete_option(room.desk, room.iris, room.pid, 1, "A", version=1)
    assert (view(room).columns, [c.option.letter for c in view(room).deleted]) == ((), ["A"])
    assert add(room) == "B"
    restore_option(room.desk, room.iris, room.pid, 1, "A", version=view(room).deleted[0].version)
    assert [c.option.letter for c in view(room).columns] == ["A", "B"]


def test_what_marketing_chose_is_not_deleted_under_its_hands(room):
    add(room)
    choose_option(room.desk, room.mara, room.pid, 1, "A", reason="Cheap.")
    with pytest.raises(InputError, match="Ask marketing"):
        delete_option(room.desk, room.iris, room.pid, 1, "A", version=2)


def test_only_it_prices(room):
    for who in (room.mara, room.rolf):
        with pytest.raises(NotAllowed):
            add(room, who=who)
    with pytest.raises(NotFound):
        add(room, who=room.stranger)


def test_letters_go_on_after_z():
    assert [letter_after(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]
