"""Nothing that a page does, by itself or when it is used, offends its own content security policy."""

import pytest
from playwright.sync_api import expect

pytest_plugins = ("browsing",)
pytestmark = pytest.mark.browser

COUNT = """window.offences = [];
document.addEventListener("securitypolicyviolation", (event) => {
    window.offences.push(`${event.violatedDirective} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
});"""


@pytest.fixture
def watched(visit):
    """Give a function that opens a page which keeps count of what the policy stopped on it."""

    def open_page(name, path):
        page = visit(name, "/projects")
        page.add_init_script(COUNT)
        page.goto(path)
        return page

    return open_page


def offences(page):
    page.wait_for_timeout(300)  # the library settles what it has put in a moment after it has
    return page.evaluate("window.offences")


def test_describing_is_without_offence(watched, case):
    page = watched("ana", case)
    page.locator("#narrative").fill("When a member calls, send an e-mail within 2 hours. Not by SMS.")
    chip = page.locator(".signal > summary", has_text="within 2 hours")
    chip.press("Enter")
    page.locator(".signal[open] button", has_text="Not what I meant").press("Enter")
    page.get_by_role("button", name="Undo").press("Enter")
    expect(chip).to_be_visible()
    page.locator("#narrative").select_text()
    page.locator("#mark > summary").click()
    page.get_by_role("button", name="Say so").click()
    expect(page.locator("#mark-means")).to_have_attribute("aria-invalid", "true")
    assert offences(page) == []


def test_answering_is_without_offence(watched, case):
    page = watched("ana", f"{case}/answer")
    assert offences(page) == []
    page.locator("main form button").first.click()
    page.wait_for_load_state()
    assert offences(page) == []


def test_changing_a_requirement_in_place_is_without_offence(watched, case):
    page = watched("ana", f"{case}/requirements")
    page.get_by_role("link", name="Edit").first.click()
    page.locator("textarea[name=sentence]").first.fill("The system shall greet each guest by name.")
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator(".req__sentence", has_text="greet each guest").first).to_be_visible()
    page.get_by_role("button", name="Accept").first.click()
    expect(page.locator("#page-messages")).not_to_be_empty()
    assert offences(page) == []


def test_a_verdict_of_it_is_without_offence(watched, case):
    page = watched("ivo", f"{case}/review")
    lines = page.locator("[data-judge]")
    for nth, verdict in enumerate(("Yes", "Yes, if", "No")):
        line = lines.nth(nth)
        # As when somebody pulls the note larger: the browser writes that into its style.
        line.locator("textarea").evaluate("(note) => { note.style.height = '12rem'; }")
        if verdict != "Yes":
            line.locator("textarea").fill("Only with a new contract.")
        line.get_by_role("button", name=verdict, exact=True).click()
        expect(line.locator(".judge__said")).to_contain_text(verdict)
    lines.nth(3).get_by_role("button", name="No", exact=True).click()
    expect(lines.nth(3)).to_contain_text("Say why not")
    assert offences(page) == []
