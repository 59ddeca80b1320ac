"""Verdicts and option forms in a browser: nothing is assumed, nothing typed is lost, nothing the policy stops."""

import re

import pytest
from playwright.sync_api import expect

from translator.services.options import add_option, options_view, save_option
from translator.services.requirements import edit
from translator.services.review import review_view, set_feasibility
from translator.web.desk import desk

pytest_plugins = ("browsing",)
pytestmark = pytest.mark.browser


def rows(app, house):
    with app.app_context():
        return review_view(desk(), house["ivo"], house["pid"], 1).rows


def test_a_note_without_a_verdict_asks_which_one_it_is(app, house, visit, case):
    page = visit("ivo", f"{case}/review")
    line = page.locator("[data-judge]").nth(0)
    line.locator("textarea").fill("Only with the new connector.")
    page.keyboard.press("Control+Enter")
    expect(line.locator("[data-ask]")).to_contain_text("Which verdict?")
    expect(line.get_by_role("button", name="Yes", exact=True)).to_be_focused()
    assert rows(app, house)[0].requirement.feasibility is None
    page.keyboard.press("i")
    expect(line.locator(".judge__said")).to_contain_text("Yes, if")
    expect(line).to_be_focused()
    said = rows(app, house)[0].requirement.feasibility
    assert (said.verdict, said.note) == ("yes if", "Only with the new connector.")


def test_a_verdict_about_something_else_is_not_said_again_by_accident(app, house, visit, case):
    row = rows(app, house)[0]
    with app.app_context():
        set_feasibility(desk(), house["ivo"], house["pid"], row.row_id, 0, verdict="yes", note="")
        words = {"sentence": row.requirement.sentence, "plain": "", "priority": "must"}
        edit(desk(), house["ana"], house["pid"], row.row_id, row.version, fit="Within 30 days.", **words)
    page = visit("ivo", f"{case}/review")
    line = page.locator("[data-judge]").nth(0)
    expect(line.locator(".judge__before")).to_contain_text(row.requirement.fit)
    line.locator("textarea").fill("Hm.")
    page.keyboard.press("Control+Enter")
    expect(line.locator("[data-ask]")).to_contain_text("Which verdict?")
    assert rows(app, house)[0].requirement.review_stale


def test_after_a_note_is_saved_the_keys_go_on(visit, case):
    page = visit("ivo", f"{case}/review")
    lines = page.locator("[data-judge]")
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.type("Never.")
    page.keyboard.press("Control+Enter")
    expect(lines.nth(0).locator(".judge__said")).to_contain_text("No")
    expect(lines.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(lines.nth(1).locator(".judge__said")).to_contain_text("Yes")
    expect(page.locator("#judged")).to_contain_text("Esc leaves the note")


def test_verdicts_offend_no_policy(visit, case):
    page = visit("ivo", f"{case}/review")
    page.evaluate(
        "() => { window.stopped = 0; addEventListener('securitypolicyviolation', () => { window.stopped += 1; }); }"
    )
    line = page.locator("[data-judge]").nth(0)
    # A note that somebody pulled larger carries its height as a style.
    line.locator("textarea").evaluate("note => { note.style.height = '120px'; }")
    line.get_by_role("button", name="No", exact=True).click()
    expect(line.locator("[role=alert]")).to_be_visible()
    line.get_by_role("button", name="Yes", exact=True).click()
    expect(line.locator(".judge__said")).to_contain_text("Yes")
    expect(page.locator(".htmx-request, .htmx-settling, .htmx-added")).to_have_count(0)
    assert page.evaluate("window.stopped") == 0


def test_the_rest_is_marked_after_a_second_look_and_leaves_typed_notes_where_they_are(app, house, visit, case):
    page = visit("ivo", f"{case}/review")
    lines = page.locator("[data-judge]")
    name = lines.nth(2).locator("h3").inner_text()
    lines.nth(2).locator("textarea").fill("half a thought")
    rest = page.locator("[data-rest]")
    rest.locator("summary").click()
    expect(rest).to_contain_text(f"Left out, because a note stands there that is not saved: {name}.")
    total = lines.count()
    rest.get_by_role("button", name=f"Mark {total - 1} as yes").click()
    expect(page.locator("#page-messages")).to_contain_text(f"{total - 1} judged yes.")
    assert [row.requirement.id for row in rows(app, house) if row.waits] == [name]
    expect(lines.nth(2).locator("textarea")).to_have_value("half a thought")
    page.locator("#page-messages").get_by_role("button", name="Undo").click()
    expect(page.locator("#judged")).to_contain_text(f"0 of {total} judged")
    expect(lines.nth(2).locator("textarea")).to_have_value("half a thought")


def test_a_note_that_was_not_saved_is_offered_back(visit, case):
    page = visit("ivo", f"{case}/review")
    lines = page.locator("[data-judge]")
    lines.nth(1).locator("textarea").fill("half a thought")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/queue")
    assert asked == ["beforeunload"]
    page.goto(f"{case}/review")
    expect(page.locator("#kept")).to_contain_text("half a thought")
    page.get_by_role("button", name="Put it back").click()
    expect(lines.nth(1).locator("textarea")).to_have_value("half a thought")
    page.keyboard.press("Escape")
    page.keyboard.press("y")
    expect(lines.nth(1).locator(".judge__said")).to_contain_text("Yes")
    page.goto("/queue")
    page.goto(f"{case}/review")
    expect(page.locator("#kept")).to_be_hidden()
    assert asked == ["beforeunload"]


def test_a_half_filled_option_is_offered_back_until_it_is_saved(app, house, visit, case):
    page = visit("ivo", f"{case}/options/add")
    page.get_by_label("Name", exact=True).fill("Rent a service")
    page.get_by_label("High").check()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/queue")
    page.goto(f"{case}/options/add")
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Rent a service")
    expect(page.get_by_label("High")).to_be_checked()
    page.get_by_role("button", name="Mark all as fully met").click()
    page.get_by_role("button", name="Add the option").click()
    page.wait_for_url(re.compile(r"/options$"))
    page.goto(f"{case}/options/add")
    expect(page.locator("#kept")).to_be_hidden()
    assert asked == ["beforeunload"]
    with app.app_context():
        (column,) = options_view(desk(), house["ivo"], house["pid"], 1).columns
    assert (column.option.name, column.option.risk, column.not_said) == ("Rent a service", "high", 0)


def test_a_contradiction_between_verdict_and_option_shows_while_it_stands(app, house, visit, case):
    row = rows(app, house)[0]
    with app.app_context():
        set_feasibility(desk(), house["ivo"], house["pid"], row.row_id, 0, verdict="no", note="Never.")
        add_option(desk(), house["ivo"], house["pid"], 1, {"name": "Rules", "risk": "low"})
    page = visit("ivo", f"{case}/options/A")
    hint = page.get_by_text("Judged “No”, but fully met here.")
    expect(hint).to_be_hidden()
    page.get_by_label("All the others fully").check()
    expect(hint).to_be_visible()
    page.get_by_label(f"{row.requirement.id} not").check()
    expect(hint).to_be_hidden()


def test_a_kept_option_brings_back_only_what_was_changed_in_it(app, house, visit, case):
    with app.app_context():
        add_option(desk(), house["ivo"], house["pid"], 1, {"name": "Rules", "risk": "low", "how": "With care."})
    page = visit("ivo", f"{case}/options/A")
    page.get_by_label("Name", exact=True).fill("Rules in the shop")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/queue")
    with app.app_context():
        fields = {"name": "Rules", "risk": "high", "how": "With more care."}
        save_option(desk(), house["ivo"], house["pid"], 1, "A", version=1, fields=fields)
    page.goto(f"{case}/options/A")
    expect(page.locator("[data-kept-text]")).to_have_text("Rules in the shop")
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Rules in the shop")
    expect(page.get_by_label("High")).to_be_checked()
    expect(page.get_by_label("How")).to_have_value("With more care.")
