"""Saying what words are in a browser: select, choose, add; correct on a chip; all of it by keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from translator.services.additions import Mark, add_signal
from translator.services.write import save_use_case
from translator.web.desk import desk

pytest_plugins = ("browsing", "writing")
pytestmark = pytest.mark.browser

TEXT = "Send a carrier dove within 2 hours to 9 in 10 readers of our club paper. Not by SMS."
DOVE = Mark(words="carrier dove", kind="channel", value="direct mail")


@pytest.fixture
def case(app, house):
    with app.app_context():
        save_use_case(desk(), house["ana"], house["pid"], 1, version=2, narrative=TEXT)
    return f"/projects/{house['pid']}/use-cases/1"


def put_caret(page, before):
    page.locator("#narrative").evaluate(
        "(area, words) => { area.focus(); const at = area.value.indexOf(words); area.setSelectionRange(at, at); }",
        before,
    )


def select_by_keyboard(page, words):
    put_caret(page, words)
    for _ in words:
        page.keyboard.press("Shift+ArrowRight")


def caret(page):
    return page.locator("#narrative").evaluate("(area) => [area.selectionStart, area.selectionEnd]")


def summary(page):
    return page.locator("#mark > summary")


def test_words_are_said_to_be_something_by_keyboard_alone_and_the_caret_stays(visit, case, stored):
    page = visit("ana", case)
    words = "readers of our club paper"
    select_by_keyboard(page, words)
    expect(summary(page)).to_have_text(f"Say what “{words}” is")
    before = caret(page)
    page.keyboard.press("Tab")
    expect(summary(page)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#mark-words")).to_have_value(words)
    page.keyboard.press("Tab")
    page.keyboard.type("People it")
    expect(page.locator("#mark-means")).to_have_value("actor:audience")
    page.keyboard.press("Tab")
    expect(page.locator("#mark-not")).to_be_focused()  # neither the place nor the moment is asked of people
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#mark-said")).to_contain_text(f"“{words}” counts as you said.")
    expect(page.locator(".signal", has_text=words)).to_contain_text("you said so")
    expect(page.locator("#narrative")).to_be_focused()
    assert caret(page) == before
    (added,) = stored().additions
    assert (added.kind.value, added.role, added.evidence, added.person) == ("actor", "audience", words, "Ana Example")


def test_the_mouse_selects_as_well_and_whole_words_are_taken(visit, case):
    page = visit("ana", case)
    box = page.locator("#narrative").bounding_box()
    page.mouse.dblclick(box["x"] + 80, box["y"] + 25)
    expect(summary(page)).to_have_text("Say what “carrier” is")
    page.locator("#narrative").evaluate("(area) => area.setSelectionRange(9, 17)")  # "rrier do"
    expect(summary(page)).to_have_text("Say what “carrier dove” is")
    page.keyboard.press("ArrowRight")
    expect(summary(page)).to_have_text("Add something we did not see")


def test_what_was_typed_a_moment_ago_is_saved_before_it_is_said_of(visit, case, stored):
    page = visit("ana", case)
    put_caret(page, "Send a carrier")
    page.keyboard.insert_text("On Easter eve. ")
    page.locator("#mark > summary").click()
    page.locator("#mark-words").fill("Easter eve")
    page.locator("#mark-means").select_option("timing:calendar")
    page.locator("#mark-when").select_option("scheduled")
    page.locator("#mark-words").press("Enter")
    expect(page.locator("#mark-said")).to_contain_text("“Easter eve” counts as you said.")
    assert stored().narrative.startswith("On Easter eve. ")
    assert [(a.value, a.role) for a in stored().additions] == [("scheduled", "calendar")]


def test_undo_takes_it_back_and_leads_back_into_the_text(visit, case, stored):
    page = visit("ana", case)
    select_by_keyboard(page, "carrier dove")
    summary(page).click()
    page.locator("#mark-means").select_option("channel")
    page.locator("#mark-channel").select_option("direct mail")
    page.get_by_role("button", name="Say so").click()
    page.locator("#mark-said").get_by_role("button", name="Undo").click()
    expect(page.locator("#mark-said")).to_be_empty()
    expect(page.locator("#narrative")).to_be_focused()
    assert stored().additions == ()


def test_a_chip_is_corrected_by_keyboard_alone(visit, case, stored):
    page = visit("ana", case)
    page.locator(".signal > summary", has_text="within 2 hours").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(summary(page)).to_have_text("Say what “within 2 hours” means instead")
    expect(page.locator("#mark-means")).to_be_focused()
    assert page.locator("#mark-means").input_value() == "timing:latency"
    assert page.locator("#mark-when").input_value() == "hourly"
    page.keyboard.type("How long")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".signal", has_text="within 2 hours")).to_contain_text("How long to wait")
    undo = page.locator("#mark-said").get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    assert stored().additions[0].instead_of.evidence == "within 2 hours"
    page.keyboard.press("Enter")
    expect(page.locator(".signal", has_text="within 2 hours")).to_contain_text("How fast")
    assert stored().additions == ()


def test_escape_leaves_a_correction_and_goes_back_to_the_chip(visit, case, stored):
    page = visit("ana", case)
    chip = page.locator(".signal", has_text="within 2 hours")
    chip.locator("summary").click()
    chip.locator("[name=correct]").click()
    page.keyboard.press("Escape")
    expect(chip.locator("summary")).to_be_focused()
    expect(summary(page)).to_have_text("Add something we did not see")
    assert page.locator("[name=mark-instead]").input_value() == ""
    assert stored().additions == ()


def test_what_cannot_be_said_is_refused_at_its_field_and_mended_there(visit, case, stored):
    page = visit("ana", case)
    summary(page).click()
    page.locator("#mark-words").fill("a pigeon")
    page.get_by_role("button", name="Say so").click()
    expect(page.locator("#mark-words-error")).to_contain_text("These words do not stand in the text.")
    expect(page.locator("#mark-means-error")).to_contain_text("Choose what these words are.")
    expect(page.locator("#mark-words")).to_be_focused()
    page.locator("#mark-words").fill("club paper")
    page.locator("#mark-means").select_option("data")
    page.get_by_role("button", name="Say so").click()
    expect(page.locator("#mark-said")).to_contain_text("“club paper” counts as you said.")
    expect(page.locator("#mark .field__error")).to_have_count(0)
    assert [a.evidence for a in stored().additions] == ["club paper"]


def test_words_that_go_and_come_back_while_typing_are_remembered(app, house, visit, case):
    with app.app_context():
        add_signal(desk(), house["ana"], house["pid"], 1, DOVE)
    page = visit("ana", case)
    mine = page.locator("#reading .signal", has_text="you said so")
    expect(mine).to_have_count(1)
    page.locator("#narrative").fill("Send a balloon within 2 hours.")
    expect(mine).to_have_count(0)
    expect(page.locator("#reading")).to_contain_text("Said of words that are no longer in the text (1)")
    page.locator("#narrative").fill("Within 2 hours send a Carrier Dove.")
    expect(mine).to_have_count(1)
    mine.locator("summary").hover()
    expect(page.locator("mark.is-pointed")).to_have_text("Carrier Dove")


def test_without_a_network_it_says_so_and_keeps_what_was_chosen(visit, case):
    page = visit("ana", case)
    select_by_keyboard(page, "carrier dove")
    summary(page).click()
    page.locator("#mark-means").select_option("data")
    page.context.set_offline(True)
    page.get_by_role("button", name="Say so").click()
    expect(page.locator("body")).to_contain_text("Not changed: the server could not be reached.")
    expect(page.locator("#mark-words")).to_have_value("carrier dove")
    page.context.set_offline(False)
    page.get_by_role("button", name="Say so").click()
    expect(page.locator("#mark-said")).to_contain_text("“carrier dove” counts as you said.")


def test_enter_in_the_title_still_saves_and_continues(visit, case, stored):
    page = visit("ana", case)
    page.locator("#title").fill("Doves")
    page.keyboard.press("Enter")
    page.wait_for_url("**/answer**")
    assert (stored().title, stored().additions) == ("Doves", ())


def test_all_of_it_works_without_a_script(visit, case, chromium, site, stored):
    page = visit("ana", case)
    plain = chromium.new_context(java_script_enabled=False, base_url=site, storage_state=page.context.storage_state())
    still = plain.new_page()
    still.goto(case)
    still.locator("#mark > summary").click()
    still.locator("#mark-words").fill("carrier dove")
    still.locator("#mark-means").select_option("channel")
    still.locator("#mark-channel").select_option("direct mail")
    still.get_by_role("button", name="Say so").click()
    expect(still.locator(".signal", has_text="you said so")).to_contain_text("Direct mail")
    chip = still.locator(".signal", has_text="within 2 hours")
    chip.locator("summary").click()
    chip.locator("[name=correct]").click()
    expect(still.locator("#mark-words")).to_have_value("within 2 hours")
    still.locator("#mark-means").select_option("timing:offset")
    still.get_by_role("button", name="Say so").click()
    expect(still.locator(".signal", has_text="How long to wait")).to_contain_text("you said so")
    still.get_by_role("button", name="Undo").click()
    expect(still.locator(".signal", has_text="within 2 hours")).to_contain_text("How fast")
    assert [a.evidence for a in stored().additions] == ["carrier dove"]
    plain.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_control_is_free_of_barriers_and_fits_a_telephone(app, house, visit, case, scheme):
    with app.app_context():
        add_signal(desk(), house["ana"], house["pid"], 1, DOVE)
        add_signal(desk(), house["ana"], house["pid"], 1, Mark(words="club paper", kind="data"))
        save_use_case(desk(), house["ana"], house["pid"], 1, version=3, narrative=TEXT.replace("paper", "letter"))
    page = visit("ana", case, scheme=scheme)
    page.evaluate("for (const closed of document.querySelectorAll('main details')) closed.open = true")
    page.locator("#mark-means").select_option("timing:latency")
    page.get_by_role("button", name="Say so").click()
    expect(page.locator("#mark-words-error")).to_be_visible()
    faults = [f"{f['id']}: {f['nodes'][0]['html']}" for f in Axe().run(page).response["violations"]]
    page.locator("#mark-words").fill("club letter")
    page.get_by_role("button", name="Say so").click()
    expect(page.locator("#mark-said .notice")).to_be_visible()
    faults += [f"{f['id']}: {f['nodes'][0]['html']}" for f in Axe().run(page).response["violations"]]
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("document.getElementById('mark').open = true")
        wide = page.evaluate("document.documentElement.scrollWidth")
        faults += [f"{wide} pixels wide on {width}"] if wide > width else []
    assert faults == []


def test_places_are_offered_by_their_proper_names_in_order(visit, case):
    page = visit("ana", case)
    names = page.locator("#mark-channel option").all_text_contents()[1:]
    assert {"SMS (text message)", "E-mail", "Web push", "LinkedIn", "TV", "QR code"} <= set(names)
    assert names == sorted(names, key=str.casefold)
    assert all(name[0].isupper() for name in names)


def test_a_figure_in_selected_words_is_understood_as_one(visit, case, stored):
    page = visit("ana", case)
    for words, means in (("within 2 hours", "timing:latency"), ("9 in 10 readers", "volume")):
        select_by_keyboard(page, words)
        summary(page).click()
        page.locator("#mark-means").select_option(means)
        page.get_by_role("button", name="Say so").click()
        expect(page.locator("#mark-said")).to_contain_text(f"“{words}” counts as you said.")
    said = {s.evidence: s for s in stored().reading.signals if s.said_by}
    assert said["within 2 hours"].value == "hourly"
    assert (said["within 2 hours"].quantity.number, said["within 2 hours"].quantity.unit) == (2, "hour")
    assert (said["9 in 10 readers"].quantity.number, said["9 in 10 readers"].quantity.unit) == (0.9, "share")
