"""The check in a browser: it answers while somebody writes, a better wording comes in place, axe, narrow screens."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from translator.services.requirements import add, requirements_view
from translator.web.desk import desk

pytest_plugins = ("browsing",)
pytestmark = pytest.mark.browser
WORDS = {"category": "functional", "plain": "", "fit": "A test shows 5 of 5 letters.", "priority": "should"}
POOR = (
    "The system should send a letter, if possible.",
    "When a guest leaves, the system shall send a letter and shall store the letter.",
    "The system shall send e-mails/letters quickly to some guests within 5.",
)


@pytest.fixture
def case(house):
    return f"/projects/{house['pid']}/use-cases/1/requirements"


@pytest.fixture
def written(app, house):
    """Write poor lines by hand."""
    with app.app_context():
        for sentence in POOR:
            add(desk(), house["ana"], house["pid"], 1, sentence=sentence, **WORDS)


def sentences(app, house):
    with app.app_context():
        return [r.requirement.sentence for r in requirements_view(desk(), house["ana"], house["pid"], 1).rows]


def faults(page):
    return [(v["id"], [n["target"] for n in v["nodes"]]) for v in Axe().run(page).response["violations"]]


def test_while_somebody_writes_the_check_answers_below_and_the_focus_stays(visit, case):
    page = visit("ana", f"{case}/add")
    sentence = page.get_by_label("What the system shall do")
    sentence.press_sequentially("The system should send a letter.")
    below = page.locator("#remarks")
    expect(below).to_contain_text("“should”")
    expect(below).to_contain_text("The system shall send a letter.")
    expect(sentence).to_be_focused()
    assert faults(page) == []
    sentence.fill("The system shall send a letter.")
    page.get_by_label("Measured by").fill("A test shows 5 of 5 letters.")
    expect(below).to_have_text("")


@pytest.mark.usefixtures("written")
def test_a_better_wording_comes_in_the_place_of_the_line_and_the_check_above_follows(app, house, visit, case):
    page = visit("ana", case)
    panel = page.locator("#check")
    panel.locator("summary").click()
    expect(panel.locator("form.offer").first).to_be_visible()
    line = page.locator("article.req").filter(has_text=POOR[0])
    anchor = line.get_attribute("id")
    line.get_by_role("button", name="Use this wording").first.click()
    expect(page.locator(f"#{anchor} .req__sentence")).to_have_text("The system shall send a letter, if possible.")
    expect(panel).not_to_contain_text("“should”")
    page.locator("#page-messages").get_by_role("button", name="Undo").click()
    expect(page.locator(f"#{anchor} .req__sentence")).to_have_text(POOR[0])
    assert POOR[0] in sentences(app, house)


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "light"), (1280, "dark")])
def test_the_check_is_usable_by_everybody_and_fits_a_phone(visit, house, case, width, scheme):
    for name, path in (("check", f"/projects/{house['pid']}/check"), ("lines", case)):
        page = visit("ana", path, width=width, scheme=scheme)
        for summary in page.locator("#check summary").all():
            summary.click()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if os.environ.get("SHOTS"):
            page.screenshot(path=str(Path(os.environ["SHOTS"]) / f"{name}-{width}-{scheme}.png"), full_page=True)
