"""Two people, two tabs, no network, a crash, an ended session: what was written is never lost."""

import contextlib
import json

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect
from typed import drafts, write

pytest_plugins = ("browsing", "writing")
pytestmark = pytest.mark.browser


def test_two_people_see_both_texts_and_nothing_is_lost(visit, case, stored, save_as):
    page = visit("ana", case)
    save_as("ben", "What the other one wrote.")
    write(page, "What I wrote.")
    conflict = page.locator("#conflict")
    expect(conflict).to_contain_text("What the other one wrote.")
    mine = conflict.locator("textarea[name=narrative]")
    expect(mine).to_have_value("What I wrote.")
    assert stored().narrative == "What the other one wrote."
    mine.fill("What I wrote, and what the other one wrote.")
    conflict.get_by_role("button", name="Save my text").click()
    expect(page.locator("#narrative")).to_have_value("What I wrote, and what the other one wrote.")
    assert stored().narrative == "What I wrote, and what the other one wrote."


def test_two_tabs_of_one_person_are_not_called_two_people(visit, case, save_as):
    page = visit("ana", case)
    save_as("ana", "What I wrote in another tab.")
    write(page, "What I wrote here.")
    conflict = page.locator("#conflict")
    expect(conflict).to_contain_text("You saved another version of this yourself meanwhile, perhaps in another tab.")
    expect(conflict).to_contain_text("What I wrote in another tab.")
    expect(conflict.locator("textarea[name=narrative]")).to_have_value("What I wrote here.")
    expect(conflict).not_to_contain_text("Theirs")


def test_a_text_that_arrived_after_the_page_was_left_is_not_offered_again(visit, case, save_as):
    page = visit("ana", case)
    page.route(f"**{case}", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    write(page, "What arrived without an answer.")
    expect(page.locator("#saved")).to_contain_text("Not saved")
    page.unroute(f"**{case}")
    save_as("ana", "What arrived without an answer.")
    save_as("ana", "What was written later.")
    page.goto("/projects")
    page.goto(case)
    expect(page.locator("#narrative")).to_have_value("What was written later.")
    page.wait_for_function("!Object.keys(localStorage).some((key) => key.startsWith('translator.draft'))")
    expect(page.locator("#draft")).to_be_hidden()


def test_who_takes_the_other_text_still_finds_their_own_in_the_browser(visit, case, save_as):
    page = visit("ana", case)
    save_as("ben", "What the other one wrote.")
    write(page, "What I wrote.")
    page.locator("#conflict").get_by_role("link", name="theirs").click()
    expect(page.locator("#narrative")).to_have_value("What the other one wrote.")
    expect(page.locator("#draft")).to_contain_text("What I wrote.")
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("#narrative")).to_have_value("What I wrote.")
    expect(page.locator("#saved")).to_contain_text("Saved ")


def test_without_a_network_the_text_stays_says_so_and_is_offered_again(visit, case, stored):
    page = visit("ana", case)
    page.context.set_offline(True)
    write(page, "Typed in a tunnel.")
    expect(page.locator("#saved")).to_contain_text("the server cannot be reached")
    kept = page.evaluate("localStorage.getItem(Object.keys(localStorage).find((key) => key.includes('draft')))")
    assert json.loads(kept)["values"]["narrative"] == "Typed in a tunnel."
    page.context.set_offline(False)
    expect(page.locator("#saved")).to_contain_text("Saved ")
    assert stored().narrative == "Typed in a tunnel."
    assert drafts(page) == []


def test_a_text_from_a_tab_that_crashed_is_offered_back(visit, case, stored):
    page = visit("ana", case)
    page.route(f"**{case}", lambda route: route.abort())
    write(page, "Never acknowledged.")
    expect(page.locator("#saved")).to_contain_text("cannot be reached")
    again = page.context.new_page()
    with page.expect_event("crash"), contextlib.suppress(PlaywrightError):  # nobody is left to answer the last call
        page.goto("chrome://crash")
    again.goto(case)
    expect(again.locator("#draft")).to_contain_text("Never acknowledged.")
    again.get_by_role("button", name="Put it back").click()
    expect(again.locator("#saved")).to_contain_text("Saved ")
    assert stored().narrative == "Never acknowledged."


def test_a_session_that_has_ended_keeps_the_text_and_goes_on_after_signing_in_again(visit, case, stored):
    page = visit("ana", case)
    cookies = page.context.cookies()
    page.context.clear_cookies()
    write(page, "Typed after the session ended.")
    expect(page.locator("#saved")).to_contain_text("you were signed out")
    expect(page.locator("#narrative")).to_have_value("Typed after the session ended.")
    page.context.add_cookies(cookies)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#saved")).to_contain_text("Saved ")
    assert stored().narrative == "Typed after the session ended."
