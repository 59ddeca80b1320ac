"""What use cases share, in the store: it follows every write, and goes with a copy."""

from dataclasses import replace

import pytest
from room import PRICES

from translator.content.load import load_bank
from translator.services.answer import save_answer
from translator.services.level_prices import price_level
from translator.services.options import add_option, options_view
from translator.services.people import create_account
from translator.services.project_copy import copy_project
from translator.services.projects import create_project
from translator.services.requirements import edit, requirements_view
from translator.services.review import judge_rest, review_view
from translator.services.shared import need_view
from translator.services.write import add_use_case, delete_use_case, restore_use_case, save_use_case

CARD = "When a card is refused, send an e-mail to the customer."


@pytest.fixture
def house(desk):
    return replace(desk, bank=load_bank())


@pytest.fixture
def ada(house):
    return create_account(house, "Ada", "ada@example.org", "hash")


@pytest.fixture
def pid(house, ada):
    pid = create_project(house, ada, "Cards")
    for number, hours in ((1, "24"), (2, "1")):
        assert add_use_case(house, ada, pid) == number
        save_use_case(house, ada, pid, number, version=1, title=f"Case {number}", narrative=CARD)
        save_answer(house, ada, pid, number, "freshness", version=0, number=hours, unit="hour")
    return pid


def own(desk, who, pid, number):
    return next(r for r in requirements_view(desk, who, pid, number).lines if r.requirement.key == "data.fresh")


def common(desk, who, pid):
    rows = requirements_view(desk, who, pid, 0).rows
    return next((r.requirement for r in rows if r.requirement.key == "shared:data.fresh"), None)


def test_an_answer_of_one_use_case_moves_what_all_share_and_nobodys_version(house, ada, pid):
    before = own(house, ada, pid, 1)
    save_answer(house, ada, pid, 2, "freshness", version=1, number="5", unit="minute")
    assert "at the strictest 5 minutes" in common(house, ada, pid).sentence
    assert own(house, ada, pid, 1).version == before.version
    assert own(house, ada, pid, 1).requirement.covered_by == common(house, ada, pid).id


def test_it_is_asked_once_about_a_shared_line_and_not_at_its_use_cases(house, ada, pid):
    assert "data.fresh" not in {r.requirement.key for r in review_view(house, ada, pid, 1).rows}
    assert "shared:data.fresh" in {r.requirement.key for r in review_view(house, ada, pid, 0).rows}


def test_a_deleted_use_case_shares_nothing_and_a_restored_one_gets_the_same_number_again(house, ada, pid):
    number = common(house, ada, pid).id
    delete_use_case(house, ada, pid, 2)
    assert common(house, ada, pid) is None
    assert own(house, ada, pid, 1).requirement.live
    restore_use_case(house, ada, pid, 2)
    assert common(house, ada, pid).id == number


def test_a_line_worded_apart_is_its_own_again(house, ada, pid):
    line = own(house, ada, pid, 1)
    words = {
        "sentence": "The system shall use the data of the night before.",
        "plain": "",
        "fit": "A test.",
        "priority": "must",
    }
    edit(house, ada, pid, line.row_id, line.version, **words)
    assert own(house, ada, pid, 1).requirement.live
    assert common(house, ada, pid) is None


def test_prices_of_levels_go_with_a_copy(house, ada, pid):
    fields = {f"one_off_{point}": "10k" for point in ("optimistic", "likely", "pessimistic")}
    price_level(house, ada, pid, "freshness", "1 hour", version=0, fields=fields)
    copied = need_view(house, ada, copy_project(house, ada, pid), "freshness")
    assert copied.levels[0].price.one_off.likely == 1_000_000


def test_a_change_under_a_shared_line_marks_its_verdict_and_the_prices_of_every_use_case_that_needs_it(house, ada, pid):
    judge_rest(house, ada, pid, 0, [row.row_id for row in review_view(house, ada, pid, 0).rows])
    for number in (1, 2):
        add_option(house, ada, pid, number, {"name": "Buy", "risk": "low", **PRICES})
    assert not options_view(house, ada, pid, 1).columns[0].moved
    save_answer(house, ada, pid, 2, "freshness", version=1, number="5", unit="minute")
    assert common(house, ada, pid).review_stale
    assert own(house, ada, pid, 1).requirement.id in options_view(house, ada, pid, 1).columns[0].moved
    assert own(house, ada, pid, 2).requirement.id in options_view(house, ada, pid, 2).columns[0].moved


def test_a_value_that_drives_nothing_marks_the_shared_line_and_the_price_of_its_own_use_case_alone(house, ada, pid):
    judge_rest(house, ada, pid, 0, [row.row_id for row in review_view(house, ada, pid, 0).rows])
    for number in (1, 2):
        add_option(house, ada, pid, number, {"name": "Buy", "risk": "low", **PRICES})
    save_answer(house, ada, pid, 1, "freshness", version=1, number="20", unit="hour")
    assert common(house, ada, pid).suspect
    assert own(house, ada, pid, 1).requirement.id in options_view(house, ada, pid, 1).columns[0].moved
    assert not options_view(house, ada, pid, 2).columns[0].moved
