"""The frame of every page in a real browser: colours, keys, narrow screens, focus, and no barrier for anybody."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from visitor import PASSWORD

pytest_plugins = ("browsing",)
pytestmark = pytest.mark.browser

PAGES = (
    "/projects",
    "/projects/{pid}",
    "/projects/{pid}/facts",
    "/projects/{pid}/people",
    "/help",
    "/account/password",
)


def barriers(page):
    found = Axe().run(page).response["violations"]
    return [(rule["id"], node["html"][:120]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_the_frame_has_a_barrier(house, visit, scheme):
    page = visit("ana", "/projects", scheme=scheme)
    for path in PAGES:
        page.goto(path.format(**house))
        assert barriers(page) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_refusal_has_a_barrier(house, visit, scheme):
    page = visit("ana", f"/projects/{house['pid']}/facts", scheme=scheme)
    page.fill("#budget", "a lot")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert barriers(page) == []
    page.goto("/projects/0000000000000000")
    assert barriers(page) == []


def test_the_summary_of_errors_has_the_focus_and_leads_to_the_field(visit, house):
    page = visit("ana", f"/projects/{house['pid']}/facts")
    page.fill("#budget", "a lot")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    page.locator(".error-summary a").click()
    expect(page.locator("#budget")).to_be_focused()
    expect(page.locator("#budget")).to_have_attribute("aria-describedby", "budget-hint budget-error")


def test_pages_fit_a_screen_of_320_pixels(house, visit):
    page = visit("ana", "/projects", width=320)
    for path in PAGES:
        page.goto(path.format(**house))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_everything_one_can_press_is_at_least_24_pixels_high(house, visit):
    page = visit("ana", "/projects")
    small = """() => [...document.querySelectorAll('button, summary, input:not([type=hidden]), select, nav a, .bar a')]
        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 90))"""
    for path in PAGES:
        page.goto(path.format(**house))
        assert page.evaluate(small) == [], path


def test_the_first_tab_leads_past_the_frame(visit, house):
    page = visit("ana", f"/projects/{house['pid']}")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_keys_lead_to_places_but_are_letters_inside_a_field(visit, house):
    page = visit("ana", f"/projects/{house['pid']}")
    page.keyboard.press("g")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("/projects$"))
    page.focus("#name")
    page.keyboard.type("gp?")
    expect(page.locator("#name")).to_have_value("gp?")
    expect(page.locator("#page-keys")).to_be_hidden()


def test_single_keys_can_be_switched_off_and_stay_off(visit):
    page = visit("ana", "/projects")
    page.keyboard.press("?")
    expect(page.locator("#page-keys")).to_be_visible()
    page.get_by_label("Single keys work").uncheck()
    page.get_by_role("button", name="Close").click()
    page.goto("/help")
    page.keyboard.press("?")
    expect(page.locator("#page-keys")).to_be_hidden()
    page.get_by_role("button", name="Keyboard shortcuts").click()
    expect(page.locator("#page-keys")).to_be_visible()


def test_the_account_menu_opens_without_scripts(chromium, site):
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/login")
    page.fill("input[name=email]", "ana@example.org")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button")
    page.locator(".menu summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    context.close()


def test_the_invitation_link_is_copied_with_one_press(visit, house):
    page = visit("ana", f"/projects/{house['pid']}/people")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.fill("#label", "Ines")
    page.get_by_role("button", name="Make a link").click()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#link").input_value()


def test_two_tabs_on_one_fact_meet_on_a_page_without_barriers(visit, house):
    path = f"/projects/{house['pid']}/facts"
    first, second = visit("ana", path), visit("ana", path)
    first.fill("#objective", "The first text")
    first.get_by_role("button", name="Save").click()
    second.fill("#objective", "The second text")
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_role("heading", name="Another version of yours was saved first")).to_be_visible()
    assert barriers(second) == []
    second.get_by_role("button", name="Save this text").click()
    expect(second.get_by_text("The second text")).to_be_visible()


def test_moments_are_shown_in_the_readers_own_time(chromium, site):
    context = chromium.new_context(base_url=site, timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.goto("/login")
    page.fill("input[name=email]", "ana@example.org")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button")
    moment = page.locator("time[data-local]").first
    expect(moment).not_to_contain_text("UTC")
    hour = page.evaluate("t => new Date(t).getHours()", moment.get_attribute("datetime"))
    expect(moment).to_contain_text(f"{hour:02}:")
    context.close()
