"""Shared needs and conflicts in a browser: read by everybody, asked without a mouse, on narrow screens too."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from translator.services.answer import save_answer
from translator.services.decide import settle_decision
from translator.services.level_prices import price_level
from translator.services.shared import decide_conflict, open_conflicts
from translator.web.desk import desk

pytest_plugins = ("browsing",)
DECISIONS = (1, 2)
POINTS = ("optimistic", "likely", "pessimistic")


@pytest.fixture
def place(app, house, sharing):
    with app.app_context():
        ana, pid = house["ana"], house["pid"]
        for case in (1, 2):
            save_answer(desk(), ana, pid, case, "freshness", version=0, number=str(case), unit="hour")
        save_answer(desk(), ana, pid, 0, "keep", version=0, number="3", unit="year")
        for level, likely in (("realtime", "100k"), ("hourly", "30k")):
            fields = {f"one_off_{point}": likely for point in POINTS} | {"note": "Two people for a quarter."}
            price_level(desk(), house["ivo"], pid, "speed", level, version=0, fields=fields)
        row = decide_conflict(desk(), ana, pid, open_conflicts(desk(), ana, pid)[0].conflict.key)
        for case, value in ((1, "general"), (2, "existing")):
            save_answer(desk(), ana, pid, case, "permission", version=0, values=[value])
        about = next(c for c in open_conflicts(desk(), ana, pid) if c.conflict.clash.id == "permission")
        assert row == decide_conflict(desk(), ana, pid, about.conflict.key) - 1
        settle_decision(desk(), ana, pid, row + 1, 1, outcome="They said yes to marketing in general.", reason="Law.")
        assert (row, row + 1) == DECISIONS
    return sharing


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "/requirements",
        "/needs/speed?use_case=1&value=weekly&price=hourly",
        "/needs/freshness",
        "/use-cases/2/requirements",
        "/decisions/1",
        "/decisions/2",
        "/use-cases/1/trace?show=suspect",
    ],
)
@pytest.mark.parametrize("name", ["ana", "ivo"])
def test_the_pages_of_needs_have_no_barrier_and_fit_a_telephone(visit, place, path, width, name):
    page = visit(name, f"{place}{path}", width=width)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    if folder := os.environ.get("SHOTS"):
        page.screenshot(
            path=f"{folder}/{name}-{width}-{''.join(c if c.isalnum() else '_' for c in path)[:22]}.png", full_page=True
        )


def test_a_what_if_is_asked_with_the_keyboard_alone(visit, place):
    page = visit("ana", f"{place}/needs/speed")
    page.locator("#value").focus()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**use_case=1&value=weekly**")
    assert "Saves" in page.locator("#what-if").inner_text()


def test_what_was_decided_is_taken_over_and_back_with_the_keyboard_alone(visit, place):
    page = visit("ana", f"{place}/decisions/{DECISIONS[1]}")
    page.locator("form[action$='/take-over'] button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#follows")
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#page-messages")).to_contain_text("as they were before")
