"""From the text to the questions in a browser: with and without a script, by keyboard, on a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from typed import TEXT, write

from translator.services.write import reject_signal, save_use_case
from translator.web.desk import desk

pytest_plugins = ("browsing", "writing")
pytestmark = pytest.mark.browser


def test_continue_saves_what_was_typed_a_moment_ago_and_goes_to_the_questions(visit, case, stored):
    page = visit("ana", case)
    write(page, TEXT)
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", name="We read these from your text")).to_be_visible()
    assert stored().narrative == TEXT


def test_everything_works_without_a_script(visit, case, chromium, site, stored):
    page = visit("ana", case)
    plain = chromium.new_context(java_script_enabled=False, base_url=site, storage_state=page.context.storage_state())
    still = plain.new_page()
    still.goto(case)
    still.locator("#narrative").fill(TEXT)
    still.get_by_role("button", name="Save and continue").click()
    expect(still.get_by_role("heading", level=1)).to_have_text("We read these from your text")
    still.get_by_role("button", name="are right, continue").click()
    first = still.get_by_role("heading", level=1).inner_text()
    still.get_by_role("button", name="Skip for now").click()
    assert still.get_by_role("heading", level=1).inner_text() != first
    still.goto(case)
    expect(still.locator("mark", has_text="e-mail")).to_be_visible()
    assert stored().narrative == TEXT
    plain.close()


def test_a_question_is_answered_by_keyboard_alone(visit, case):
    page = visit("ana", f"{case}/answer/channels?from=check")
    page.locator("#values").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    assert page.url.endswith("/answer/check#channels")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_free_of_barriers_and_fits_a_telephone(app, house, visit, case, scheme):
    with app.app_context():
        save_use_case(desk(), house["ana"], house["pid"], 1, version=2, narrative=TEXT)
        reject_signal(desk(), house["ana"], house["pid"], 1, "timing", "hourly", "within 2 hours")
    page = visit("ana", "/projects", scheme=scheme)
    faults = []
    for path in ("", "/history", "/answer", "/answer/check", "/answer/people", "/answer/channels", "/answer/audience"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(case + path)
        page.evaluate("for (const closed of document.querySelectorAll('main details')) closed.open = true")
        found = Axe().run(page).response["violations"]
        faults += [f"{path}: {fault['id']}: {fault['nodes'][0]['html']}" for fault in found]
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            faults += [f"{path}: {wide} pixels wide on {width}"] if wide > width else []
    assert faults == []
