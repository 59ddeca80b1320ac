"""The trace in a browser: no barrier at any width, and marks that go without moving the page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from translator.services.requirements import accept_all, requirements_view
from translator.services.write import save_use_case, use_case_view
from translator.web.desk import desk

pytest_plugins = ("browsing",)
pytestmark = pytest.mark.browser


@pytest.fixture
def case(app, house):
    """Give the address of a use case whose text changed after everything was accepted."""
    with app.app_context():
        at = (desk(), house["ana"], house["pid"], 1)
        accept_all(*at, {row.row_id: row.version for row in requirements_view(*at).rows})
        view = use_case_view(*at)
        save_use_case(*at, version=view.version, narrative=view.narrative.replace("2 seconds", "9 seconds"))
    return f"/projects/{house['pid']}/use-cases/1"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_trace_has_no_barriers_and_fits_the_screen(visit, case, house, width, scheme):
    page = visit("ana", f"{case}/trace", width=width, scheme=scheme)
    project = f"/projects/{house['pid']}/trace"
    for address in (f"{case}/trace?show=suspect", f"{case}/trace?show=holes", project, f"{project}?show=holes"):
        page.goto(address)
        violations = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in violations] == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_words_are_chosen_with_the_keyboard_and_show_their_lines(visit, case):
    page = visit("ana", f"{case}/trace")
    page.get_by_role("link", name="within 9 seconds").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#lines")).to_have_text("What “within 9 seconds” led to")
    expect(page.locator(".trace-table tbody th").first).to_be_visible()


def test_a_mark_goes_in_its_place(visit, case):
    page = visit("ana", f"{case}/requirements")
    boxes = page.locator(".req__changed")
    many = boxes.count()
    assert many > 0
    page.get_by_role("button", name="Still right").first.click()
    expect(page.locator("#page-messages")).to_contain_text("is still right, you say.")
    expect(boxes).to_have_count(many - 1)
