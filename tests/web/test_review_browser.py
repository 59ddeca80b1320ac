"""Requirements, verdicts, options and the document in a browser: keys, changes in place, narrow screens, axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from typed import option_fields

from translator.services.options import add_option
from translator.services.requirements import edit, requirements_view
from translator.services.review import review_view
from translator.web.desk import desk

pytest_plugins = ("browsing",)
pytestmark = pytest.mark.browser


def verdicts(app, house):
    with app.app_context():
        rows = review_view(desk(), house["ivo"], house["pid"], 1).rows
    return [
        (r.requirement.feasibility.verdict, r.requirement.feasibility.note) for r in rows if r.requirement.feasibility
    ]


def test_it_judges_line_after_line_with_the_keyboard(app, house, visit, case):
    page = visit("ivo", f"{case}/review")
    page.keyboard.press("j")
    page.keyboard.press("y")
    lines = page.locator("[data-judge]")
    expect(lines.nth(0).locator(".judge__said")).to_contain_text("Yes")
    expect(lines.nth(1)).to_be_focused()
    page.keyboard.press("i")
    expect(lines.nth(1).locator("textarea")).to_be_focused()
    page.keyboard.type("y, n and j are letters here")
    page.keyboard.press("Control+Enter")
    expect(lines.nth(1).locator(".judge__said")).to_contain_text("Yes, if")
    expect(page.locator("#judged")).to_contain_text("2 of")
    assert verdicts(app, house) == [("yes", ""), ("yes if", "y, n and j are letters here")]


def test_a_verdict_key_before_any_line_goes_to_the_first_that_waits_and_says_so(app, house, visit, case):
    page = visit("ivo", f"{case}/review")
    first = page.locator("[data-judge]").first
    page.keyboard.press("y")
    expect(first).to_be_focused()
    expect(first.locator("[data-ask]")).to_contain_text("The keys are for this line now")
    assert verdicts(app, house) == []
    page.keyboard.press("y")
    expect(first.locator(".judge__said")).to_contain_text("Yes")


def test_i_on_a_line_with_a_note_opens_the_note_and_changes_no_verdict(app, house, visit, case):
    page = visit("ivo", f"{case}/review")
    first = page.locator("[data-judge]").first
    first.locator("textarea").fill("Not this year.")
    first.get_by_role("button", name="No", exact=True).click()
    expect(first.locator(".judge__said")).to_contain_text("No")
    first.focus()
    page.keyboard.press("i")
    expect(first.locator("textarea")).to_be_focused()
    assert verdicts(app, house) == [("no", "Not this year.")]
    page.keyboard.type(" Next year yes.")
    page.keyboard.press("Control+Enter")
    expect(first.locator(".judge__said")).to_contain_text("Yes, if")
    assert verdicts(app, house) == [("yes if", "Not this year. Next year yes.")]


def test_a_verdict_moves_neither_the_page_nor_what_was_typed_elsewhere(visit, case):
    page = visit("ivo", f"{case}/review")
    lines = page.locator("[data-judge]")
    lines.nth(5).locator("textarea").fill("half a thought")
    lines.nth(4).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    lines.nth(4).get_by_role("button", name="Yes", exact=True).click()
    expect(page.locator("#page-messages")).to_contain_text("Saved.")
    assert lines.nth(5).locator("textarea").input_value() == "half a thought"
    # The list of messages above grows by one line; nothing else may move.
    assert abs(page.evaluate("scrollY") - before) < 120


def test_a_no_without_a_reason_is_refused_in_place(visit, case):
    page = visit("ivo", f"{case}/review")
    line = page.locator("[data-judge]").nth(0)
    line.get_by_role("button", name="No", exact=True).click()
    expect(line.locator("[role=alert]")).to_contain_text("Say why not")
    expect(line.locator("textarea")).to_be_focused()


def test_a_line_is_edited_in_its_place(app, house, visit, case):
    page = visit("ana", f"{case}/requirements")
    line = page.locator("article.req").nth(1)
    anchor = line.get_attribute("id")
    line.get_by_role("link", name="Edit").click()
    place = page.locator(f"#{anchor}")
    sentence = place.get_by_label("What the system shall do")
    expect(sentence).to_be_focused()
    sentence.fill("")
    place.get_by_role("button", name="Save").click()
    expect(place.locator(".field--error")).to_contain_text("Write what the system shall do.")
    sentence.fill("The system shall sing.")
    place.get_by_role("button", name="Save").click()
    expect(place.locator(".req__sentence")).to_have_text("The system shall sing.")
    expect(place.locator("h3")).to_be_focused()
    assert page.url.endswith("/requirements")
    with app.app_context():
        rows = requirements_view(desk(), house["ana"], house["pid"], 1).rows
    assert rows[1].requirement.sentence == "The system shall sing."


def test_a_line_is_dropped_and_brought_back_in_its_place(visit, case):
    page = visit("ana", f"{case}/requirements")
    anchor = page.locator("article.req").nth(1).get_attribute("id")
    place = page.locator(f"#{anchor}")
    place.get_by_role("button", name="Drop").click()
    expect(place.locator(".req__status")).to_have_text("Dropped")
    place.get_by_role("button", name="Bring back").click()
    expect(place.get_by_role("button", name="Drop")).to_be_visible()


def test_keys_move_along_the_requirements_and_accept_them(visit, case):
    page = visit("ana", f"{case}/requirements")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("a")
    line = page.locator("article.req").nth(1)
    expect(line.locator(".req__status")).to_have_text("Accepted")
    page.keyboard.press("e")
    expect(page.get_by_label("What the system shall do")).to_be_focused()
    # The browser focuses the field a moment before the library has taken in the form around it.
    expect(page.locator(".htmx-settling, .htmx-added")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_label("What the system shall do")).to_have_count(0)


def test_somebody_who_saved_first_is_shown_beside_what_was_typed(app, house, visit, case):
    page = visit("ana", f"{case}/requirements")
    page.locator("article.req").nth(0).get_by_role("link", name="Edit").click()
    page.get_by_label("What the system shall do").fill("The system shall dance.")
    with app.app_context():
        row = requirements_view(desk(), house["ana"], house["pid"], 1).rows[0]
        words = {"sentence": "The system shall sing.", "plain": "", "fit": "", "priority": "must"}
        edit(desk(), house["ana"], house["pid"], row.row_id, row.version, **words)
    page.get_by_role("button", name="Save").click()
    conflict = page.locator("#conflict")
    expect(conflict).to_contain_text("The system shall sing.")
    expect(conflict.locator("textarea").first).to_have_value("The system shall dance.")


PAGES = (
    ("ana", "{case}/requirements"),
    ("ana", "{case}/requirements/add"),
    ("ana", "{project}/requirements"),
    ("ivo", "/queue"),
    ("ivo", "{case}/review"),
    ("ana", "{case}/options"),
    ("ivo", "{case}/options/A"),
    ("ivo", "{project}/questions/ask"),
    ("ana", "{project}/decisions"),
    ("rita", "{project}/document"),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_free_of_barriers_and_fits_a_telephone(app, house, visit, case, scheme):
    with app.app_context():
        for name in ("Buy it", "Build it"):
            add_option(desk(), house["ivo"], house["pid"], 1, option_fields(name))
    opened = {name: visit(name, "/projects", scheme=scheme) for name in ("ana", "ivo", "rita")}
    faults = []
    for name, template in PAGES:
        page = opened[name]
        path = template.format(case=case, project=f"/projects/{house['pid']}")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(path)
        faults += [f"{path}: {found['id']}: {found['nodes'][0]['html']}" for found in _violations(page)]
        page.set_viewport_size({"width": 390, "height": 844})
        width = page.evaluate("document.documentElement.scrollWidth")
        faults += [f"{path}: {width} pixels wide on a telephone"] if width > 390 else []
    assert faults == []


def _violations(page):
    return Axe().run(page).response["violations"]
