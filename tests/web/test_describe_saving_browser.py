"""The describe page saves while somebody types, says so only then, and names what it saved."""

import re

import pytest
from playwright.sync_api import expect
from typed import TEXT, drafts, write

pytest_plugins = ("browsing", "writing")
pytestmark = pytest.mark.browser


def test_the_text_is_saved_while_it_is_typed_and_the_page_says_when(visit, case, stored):
    page = visit("ana", case)
    assert page.locator("#saved").inner_text() == ""
    said_before_the_answer = []

    def watch(route):
        said_before_the_answer.append(page.locator("#saved").inner_text())
        route.continue_()

    page.route(f"**{case}", watch)
    write(page, TEXT)
    expect(page.locator("#saved")).to_contain_text("Saved ")
    assert set(said_before_the_answer) == {"Saving …"}
    assert stored().narrative == TEXT
    assert drafts(page) == []


def test_ctrl_enter_saves_and_leaves_the_writer_where_they_are(visit, case):
    page = visit("ana", case)
    write(page, TEXT)
    page.locator("#narrative").press("Control+Enter")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    expect(page.locator("#narrative")).to_be_focused()
    page.keyboard.type("Later: ")
    expect(page.locator("#narrative")).to_have_value(re.compile("Later: "))


def test_one_request_is_under_way_at_a_time_and_nobody_conflicts_with_themselves(visit, case, stored):
    page = visit("ana", case)
    under_way = {"now": 0, "most": 0}

    def slowly(route):
        under_way["now"] += 1
        under_way["most"] = max(under_way.values())
        page.wait_for_timeout(400)
        under_way["now"] -= 1
        route.continue_()

    page.route(f"**{case}", slowly)
    for piece in ("One sentence. ", "Another sentence. ", "A third one."):
        page.locator("#narrative").press_sequentially(piece)
        page.keyboard.press("Control+s")
    expect(page.locator("#saved")).not_to_contain_text("Saving")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    assert stored().narrative.startswith("One sentence. Another sentence. A third one.")
    assert under_way["most"] == 1
    expect(page.locator("#conflict")).to_be_empty()


def test_an_error_goes_when_what_it_asked_for_is_saved(visit, case):
    page = visit("ana", case)
    page.locator("#narrative").fill("")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    page.get_by_role("button", name="Save and continue").click()
    expect(page).to_have_title(re.compile("^Error: "))
    page.locator("#title").fill("Another title")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    expect(page.locator(".error-summary")).to_be_visible()
    page.locator("#narrative").press_sequentially(TEXT[:40])
    expect(page.locator(".error-summary")).to_have_count(0)
    expect(page.locator(".field__error, .field--error, [aria-invalid]")).to_have_count(0)
    expect(page).not_to_have_title(re.compile("Error"))
    expect(page.locator("#narrative")).to_be_focused()


def test_the_page_warns_before_leaving_only_while_something_is_not_saved(visit, case):
    page = visit("ana", case)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    write(page, TEXT)
    expect(page.locator("#saved")).to_contain_text("Saved ")
    page.reload()
    assert asked == []
    page.route(f"**{case}", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.locator("#narrative").press_sequentially(" More")
    page.reload()
    assert asked == ["beforeunload"]


def test_words_typed_before_the_script_has_come_are_saved_too(visit, case, stored):
    page = visit("ana", "/projects")
    held = []
    page.route("**/js/autosave.js*", lambda route: held.append(route))  # noqa: PLW0108 - it marks what it is given
    page.goto(case, wait_until="commit")
    page.fill("#narrative", TEXT)
    assert stored().narrative != TEXT
    held[0].continue_()
    expect(page.locator("#saved")).to_contain_text("Saved ")
    assert stored().narrative == TEXT


def test_a_title_that_was_saved_stands_in_the_navigation_at_once(visit, case):
    page = visit("ana", case)
    here = page.locator("#project-steps p.steps__case")
    page.fill("#title", "")
    expect(here).to_have_text("UC1 Untitled")
    page.fill("#title", "Offer <b>after</b> the calculator & more")
    expect(here).to_have_text("UC1 Offer <b>after</b> the calculator & more")
    expect(page).to_have_title("Describe Offer <b>after</b> the calculator & more – Translator")
