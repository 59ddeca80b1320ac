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
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.wait_for_url("**from=people")
    page.goto(f"{other}/answer/check")
    expect(page.locator("#people")).to_contain_text("40,000 people")


def test_what_is_typed_blind_lands_in_the_field_and_takes_no_answer_over(visit, other, app, house):
    with app.app_context():
        save_answer(desk(), house["ana"], house["pid"], 1, "measure", version=0, values=("Contracts: 40 a week.",))
    page = visit("ana", f"{other}/answer/measure")
    expect(page.get_by_role("button", name="Yes, the same as UC1")).to_be_visible()
    page.keyboard.type("Calls so far: 12 s")
    expect(page.locator("#values")).to_have_value("Calls so far: 12 s")
    assert page.url.endswith("/answer/measure")


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


def test_twelve_prompts_are_run_through_with_two_or_three_keys_each(visit, other):
    page = visit("ana", f"{other}/answer")
    page.keyboard.press("y")
    page.wait_for_url("**/answer/*")
    keys, asked = 1, 0
    for _ in range(12):
        if page.locator(".question").count() == 0:  # all that is needed is answered; n goes on with what would help
            page.keyboard.press("n")
            page.wait_for_url(lambda url: not url.endswith("/check"))
            keys += 1
        before = page.url
        if page.locator("textarea#values").count():
            page.keyboard.type("Later")
            page.keyboard.press("Control+Enter")
        elif page.locator("#number").count():
            page.keyboard.type("7")
            page.keyboard.press("Enter")
            keys += 2
        else:
            page.keyboard.press("1")
            page.keyboard.press("Enter")
            keys += 2
        asked += 1
        page.wait_for_url(lambda url, before=before: url != before)
    assert asked == 12
    assert keys <= 1 + 3 * asked
    page.goto(f"{other}/answer/check?show=answered")
    assert int(page.locator("#sift-show-answered .sift__many").inner_text()) > asked


def test_dont_know_takes_a_name_and_enter_and_never_sends_the_field_above(visit, other):
    page = visit("ana", f"{other}/answer/people")
    page.locator("#number").fill("7")
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    expect(page.locator("#owner")).to_be_focused()
    page.keyboard.type("Kim Reporting")
    page.keyboard.press("Enter")
    page.wait_for_url("**from=people")
    page.goto(f"{other}/answer/check")
    expect(page.locator("#people")).to_contain_text("Kim Reporting finds out")
    expect(page.locator("#people")).not_to_contain_text("7 people")


def test_a_question_is_skipped_without_the_mouse(visit, other):
    page = visit("ana", f"{other}/answer/places")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.wait_for_url(lambda url: "/answer/places" not in url.split("?")[0])
    page.goto(f"{other}/answer/check?show=none")
    expect(page.locator("#places")).to_contain_text("Skipped for now")
