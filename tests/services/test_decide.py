"""Decisions: who settles what, and why; choosing an option is one of them."""

from datetime import date

import pytest
from room import open_room

from translator.core.errors import InputError
from translator.services.decide import add_decision, choose_option, decisions, settle_decision
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.marketing import for_marketing
from translator.services.options import add_option, options_view, recommend_option, save_option
from translator.services.projects import list_projects

FORM = {"name": "Rules", "risk": "low"}


@pytest.fixture
def room(db):
    opened = open_room(db)
    for name in ("Rules", "Service"):
        add_option(opened.desk, opened.iris, opened.pid, 1, FORM | {"name": name})
    return opened


def rows(room):
    return decisions(room.desk, room.mara, room.pid).rows


def choose(room, letter, reason="It fits.", who=None, **said):
    return choose_option(room.desk, who or room.mara, room.pid, 1, letter, reason=reason, **said)


def test_choosing_an_option_writes_a_decision_with_its_reason(room):
    choose(room, "B", "Faster.")
    assert options_view(room.desk, room.mara, room.pid, 1).chosen.letter == "B"
    said = rows(room)[0].decision
    assert (said.use_case, said.what, said.outcome, said.reason, said.decided_by, said.decided_on) == (
        1, "Which option meets UC1?", "Option B, Service", "Faster.", "Mara", "2026-11-21",
    )  # fmt: skip


def test_choosing_again_changes_the_one_decision_and_the_history_keeps_both(room):
    choose(room, "B")
    choose(room, "A", "Cheaper.")
    assert [row.decision.outcome for row in rows(room)] == ["Option A, Rules"]
    assert [c.option.chosen for c in options_view(room.desk, room.mara, room.pid, 1).columns] == [True, False]
    assert room.history()[-2:] == [("Mara", "decided", "decision")] * 2


def test_choosing_none_is_a_decision_too(room):
    choose(room, "B")
    choose(room, None, "No money this year.")
    assert options_view(room.desk, room.mara, room.pid, 1).chosen is None
    assert rows(room)[0].decision.outcome == "None of the options for now"


def test_a_choice_needs_a_reason_and_an_option_that_is_there(room):
    with pytest.raises(InputErrors) as refused:
        choose(room, "A", " ")
    assert refused.value.errors[0].field == "reason"
    with pytest.raises(InputError) as unknown:
        choose(room, "Z")
    assert unknown.value.field == "letter"


def test_a_choice_made_on_an_old_price_is_a_conflict(room):
    save_option(room.desk, room.iris, room.pid, 1, "A", version=1, fields=FORM | {"name": "Rules, dearer"})
    with pytest.raises(Conflict):
        choose(room, "A", version=1)
    choose(room, "A", version=2)


def price(room, likely, version, **fields):
    points = {"one_off_optimistic": "30,000", "one_off_likely": likely, "one_off_pessimistic": "60,000"}
    form = FORM | {"name": "Service"} | points | fields
    return save_option(room.desk, room.iris, room.pid, 1, "B", version=version, fields=form).version


def column(room, letter="B"):
    return options_view(room.desk, room.mara, room.pid, 1).column(letter)


def test_an_option_that_changes_after_it_was_chosen_shows_what_was_chosen(room):
    version = price(room, "40,000", 1)
    choose(room, "B")
    assert (column(room).option.changed_since_chosen, column(room).stood) == (False, None)
    price(room, "42,000", version + 1)
    assert column(room).option.changed_since_chosen
    assert (column(room).stood.one_off.likely, column(room).option.one_off.likely) == (40_000_00, 42_000_00)
    (moved,) = for_marketing(room.desk, room.mara, room.pid).moved
    assert (moved.number, moved.stood.one_off.likely, moved.now.one_off.likely) == (1, 40_000_00, 42_000_00)
    (card,) = list_projects(room.desk, room.mara)
    assert card.waits_for == "marketing"


def test_choosing_again_takes_the_option_as_it_is_now(room):
    version = price(room, "40,000", 1)
    choose(room, "B")
    price(room, "42,000", version + 1)
    choose(room, "B", "Still the best.")
    assert not column(room).option.changed_since_chosen
    assert for_marketing(room.desk, room.mara, room.pid).waiting == 0


def test_a_recommendation_and_an_option_that_was_not_chosen_move_no_choice(room):
    choose(room, "B")
    price(room, "", 2, one_off_optimistic="", one_off_pessimistic="")
    recommend_option(room.desk, room.iris, room.pid, 1, "B")
    save_option(room.desk, room.iris, room.pid, 1, "A", version=1, fields=FORM | {"how": "Otherwise."})
    assert for_marketing(room.desk, room.mara, room.pid).moved == ()
    choose(room, "A")
    assert column(room).stood is None


def test_it_does_not_choose(room):
    with pytest.raises(NotAllowed):
        choose(room, "A", who=room.iris)


def test_a_decision_is_noted_and_settled_by_either_side(room):
    row_id = add_decision(
        room.desk, room.mara, room.pid, what="Which cloud?", owner="Iris", due=date(2026, 12, 1)
    )  # fmt: skip
    assert [(r.decision.what, r.open, r.due) for r in rows(room)] == [("Which cloud?", True, date(2026, 12, 1))]
    settle_decision(room.desk, room.iris, room.pid, row_id, 1, outcome="Ours.", reason="Law.")
    page = decisions(room.desk, room.mara, room.pid)
    assert (page.open, page.settled[0].decision.decided_by) == ((), "Iris")


def test_a_decision_needs_words_and_a_reason(room):
    with pytest.raises(InputErrors):
        add_decision(room.desk, room.mara, room.pid, what=" ")
    row_id = add_decision(room.desk, room.mara, room.pid, what="Which cloud?")
    with pytest.raises(InputErrors) as refused:
        settle_decision(room.desk, room.mara, room.pid, row_id, 1, outcome="", reason="")
    assert [e.field for e in refused.value.errors] == ["outcome", "reason"]


def test_two_people_settling_one_decision_both_keep_their_words(room):
    row_id = add_decision(room.desk, room.mara, room.pid, what="Which cloud?")
    settle_decision(room.desk, room.iris, room.pid, row_id, 1, outcome="Ours.", reason="Law.")
    with pytest.raises(Conflict) as clash:
        settle_decision(room.desk, room.mara, room.pid, row_id, 1, outcome="Theirs.", reason="Cost.")
    assert (clash.value.mine["outcome"], clash.value.theirs["outcome"]) == ("Theirs.", "Ours.")


def test_readers_decide_nothing_and_strangers_find_nothing(room):
    with pytest.raises(NotAllowed):
        add_decision(room.desk, room.rolf, room.pid, what="Which cloud?")
    with pytest.raises(NotFound):
        decisions(room.desk, room.stranger, room.pid)
    with pytest.raises(NotFound):
        settle_decision(room.desk, room.mara, room.pid, 99, 1, outcome="a", reason="b")
