"""Answer in a browser: one key confirms what was read, one key gives the answer of another use case; axe is content."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from translator.services.answer import save_answer
from translator.services.write import add_use_case, save_use_case
from translator.web.desk import desk

pytest_plugins = ("browsing",)
pytestmark = pytest.mark.browser

TEXT = "When a customer leaves the loan calculator, send an e-mail within 2 hours. Not by SMS."


@pytest.fixture
def other(app, house):
    """Answer a question for the first use case, describe a second one, and return the second one's address."""
    with app.app_context():
        where = (desk(), house["ana"], house["pid"])
        save_answer(*where, 1, "people", version=0, number="40k", unit="people")
        number = add_use_case(*where)
        save_use_case(*where, number, version=1, title="Other", narrative=TEXT, measure="")
    return f"/projects/{house['pid']}/use-cases/{number}"


@pytest.mark.parametrize("width", [1280, 390])
def test_one_key_gives_the_answer_of_another_use_case(visit, other, width):
    page = visit("ana", f"{other}/answer/people", width=width)
    expect(page.get_by_role("button", name="Yes, the same as UC1")).to_be_visible()
    expect(page.get_by_text("Your answer decides:")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("body").press("s")
    page.wait_for_url("**from=people")
    page.goto(f"{other}/answer/check")
    expect(page.locator("#people")).to_contain_text("40,000 people")


def test_enter_in_the_field_sends_what_was_typed_there(visit, other):
    page = visit("ana", f"{other}/answer/people")
    page.locator("#number").fill("7")
    page.locator("#number").press("Enter")
    page.wait_for_url("**from=people")
    page.goto(f"{other}/answer/check")
    expect(page.locator("#people")).to_contain_text("7 people")


def test_a_key_typed_into_a_field_is_only_a_letter(visit, other):
    page = visit("ana", f"{other}/answer/people")
    page.locator("#number").press("s")
    expect(page.locator("#number")).to_have_value("s")
    assert page.url.endswith("/answer/people")


def test_one_key_confirms_all_that_was_read(visit, other):
    page = visit("ana", f"{other}/answer")
    expect(page.get_by_role("heading", name="We read these from your text")).to_be_visible()
    page.locator("body").press("y")
    expect(page.get_by_role("heading", name="We read these from your text")).to_have_count(0)
    page.goto(f"{other}/answer/check")
    expect(page.locator("#channels")).to_contain_text("Ana Example")
