"""Describe and answer in a browser: saved while typing, read while typing, two people, no network, keyboard, axe."""

import contextlib
import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

from translator.services.write import reject_signal, save_use_case, use_case_view
from translator.web.desk import desk

pytest_plugins = ("browsing",)
pytestmark = pytest.mark.browser

TEXT = "When a customer leaves the loan calculator, send an e-mail within 2 hours. Not by SMS."


# 60 words, as the page asks for.
SIXTY = (
    "When a member cancels a class less than two hours before it starts, offer the place by push message to people on "
    "the waiting list who live nearby. The first to accept gets it, within a minute. We have 18,000 members and about "
    "300 late cancellations a week. Only people who agreed, never by phone, at most twice a day."
)

TYPE_AND_WAIT = """(words) => new Promise((done) => {
    const panel = document.getElementById("reading");
    const field = document.getElementById("narrative");
    const pressed = performance.now();
    const watch = new MutationObserver(() => {
        if (!panel.textContent.includes(words)) return;
        watch.disconnect();
        done(performance.now() - pressed);
    });
    watch.observe(panel, { childList: true, subtree: true });
    field.value += ` We have ${words}.`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


@pytest.fixture
def case(house):
    return f"/projects/{house['pid']}/use-cases/1"


@pytest.fixture
def stored(app, house):
    """Give a function that returns the use case as it is stored now."""

    def look():
        with app.app_context():
            return use_case_view(desk(), house["ana"], house["pid"], 1)

    return look


@pytest.fixture
def save_as(app, house, ben):
    """Give a function that saves a text behind the page's back, as one of the two marketers."""
    assert ben

    def save(name, text):
        with app.app_context():
            found = use_case_view(desk(), house[name], house["pid"], 1)
            save_use_case(desk(), house[name], house["pid"], 1, version=found.version, narrative=text)

    return save


def drafts(page):
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('translator.draft'))")


def write(page, text):
    page.locator("#narrative").fill("")
    page.locator("#narrative").press_sequentially(text, delay=2)


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


def test_the_reading_follows_the_typing_and_moves_neither_caret_nor_undo(visit, case):
    page = visit("ana", case)
    write(page, TEXT)
    expect(page.locator("summary", has_text="within 2 hours")).to_be_visible()
    area = page.locator("#narrative")
    area.evaluate("(field) => field.setSelectionRange(5, 5)")
    with page.expect_response(f"**{case}/reading"):
        page.keyboard.insert_text("new ")
    expect(page.locator(".layers__marks")).to_contain_text("When new a customer")
    assert area.evaluate("(field) => [field.selectionStart, field.selectionEnd]") == [9, 9]
    assert page.evaluate("document.activeElement.id") == "narrative"
    page.keyboard.press("Control+z")
    assert area.input_value() == TEXT


def test_the_reading_is_there_within_a_quarter_of_a_second(visit, case):
    page = visit("ana", case)
    assert len(SIXTY.split()) in range(58, 63)
    page.locator("#narrative").fill(SIXTY)
    page.wait_for_timeout(1500)
    took = [page.evaluate(TYPE_AND_WAIT, f"{count},000 dealers") for count in range(5, 10)]
    # The fastest of five: what else the machine does meanwhile is no fault of the page.
    assert min(took) < 250, f"{took} ms"


def test_the_reading_keeps_up_while_one_goes_on_typing(visit, case):
    page = visit("ana", case)
    page.locator("#narrative").fill("")
    page.locator("#narrative").press_sequentially("Write by e-mail. ")
    seen = page.evaluate_handle("""() => {
        const seen = [], panel = document.getElementById("reading");
        const watch = new MutationObserver(() => seen.push(panel.querySelectorAll(".signal").length));
        watch.observe(panel, { childList: true });
        return seen;
    }""")
    page.locator("#narrative").press_sequentially("We have 40,000 members and 300 dealers in Ireland. ", delay=40)
    assert len(seen.json_value()) >= 3  # and no pause was made
    expect(page.locator("#reading")).to_contain_text("Ireland")


def test_a_chip_that_has_the_focus_is_explained_and_escape_puts_that_away(visit, case):
    page = visit("ana", case)
    write(page, TEXT)
    chip = page.locator(".signal > summary", has_text="within 2 hours")
    expect(chip).to_be_visible()
    page.locator(".signal > summary").first.focus()
    while not chip.evaluate("(one) => one === document.activeElement"):
        page.keyboard.press("Tab")
    tip = page.locator(".signal__tip:visible")
    said = "We read this as how fast it has to be: within 2 hours."
    expect(tip).to_contain_text("within 2 hours")
    expect(tip).to_contain_text(said)
    expect(chip).to_have_accessible_description(re.compile(f"From the words: “?within 2 hours”? {said}"))
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    page.keyboard.press("Tab")
    expect(tip).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(tip).to_have_count(0)  # it stands in the open chip now
    expect(page.locator(".signal[open] .signal__more")).to_contain_text(said)


def test_who_stands_on_a_chip_when_the_reading_arrives_stays_on_it(visit, case):
    page = visit("ana", case)
    write(page, TEXT)
    chip = page.locator(".signal > summary", has_text="within 2 hours")
    expect(chip).to_be_visible()
    page.route("**/reading", lambda route: (page.wait_for_timeout(300), route.continue_()))
    with page.expect_response("**/reading"):
        page.locator("#narrative").press_sequentially(" Only in Ireland.")
        chip.focus()
    expect(page.locator("#reading")).to_contain_text("Ireland")
    expect(chip).to_be_focused()


def test_the_list_is_one_link_away_from_the_text_and_back(visit, case):
    page = visit("ana", case, width=390)
    write(page, TEXT)
    link = page.get_by_role("link", name="What we read: 5 things")
    expect(link).to_be_visible()
    link.press("Enter")
    expect(page.locator("#read")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator(".signal > summary").first).to_be_focused()
    page.get_by_role("link", name="Back to the text").press("Enter")
    expect(page.locator("#narrative")).to_be_focused()


def test_what_kind_of_use_case_it_is_and_what_it_needs_is_said_or_left_open(visit, case):
    page = visit("ana", case)
    said = page.locator(".looks-like")
    page.locator("#narrative").fill(TEXT)
    expect(said).to_contain_text("This looks like: a message after an event. It needs before it: data about people")
    page.locator("#narrative").fill("Our members live in Ireland.")
    expect(said).to_have_text("This looks like: not stated.")
    page.locator("#narrative").fill("")
    expect(said).to_have_count(0)


def test_pointing_at_a_chip_marks_its_words_exactly_under_them(visit, case):
    page = visit("ana", case)
    write(page, f"🎉 {TEXT}")
    chip = page.locator("summary", has_text="within 2 hours")
    expect(chip).to_be_visible()
    expect(page.locator("mark.is-pointed")).to_have_count(0)
    chip.hover()
    expect(page.locator("mark.is-pointed")).to_have_text("within 2 hours")
    page.mouse.move(0, 0)
    expect(page.locator("mark.is-pointed")).to_have_count(0)
    chip.focus()
    expect(page.locator("mark.is-pointed")).to_have_text("within 2 hours")
    assert page.evaluate("""() => {
        const [layer, area] = document.querySelectorAll(".layers > *");
        const names = ["fontFamily", "fontSize", "lineHeight", "letterSpacing", "paddingTop", "paddingLeft",
            "borderTopWidth", "width", "whiteSpace", "textIndent", "wordSpacing"];
        const type = (one) => names.map((name) => getComputedStyle(one)[name]);
        return JSON.stringify(type(layer)) === JSON.stringify(type(area));
    }""")


def test_a_signal_is_rejected_and_taken_back_by_keyboard_alone_while_the_text_is_unsaved(visit, case, stored):
    page = visit("ana", case)
    write(page, TEXT)
    page.locator("summary", has_text="within 2 hours").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#reading .notice")).to_contain_text("“within 2 hours” is left out.")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert stored().narrative == TEXT
    assert [rejected.evidence for rejected in stored().rejections] == ["within 2 hours"]
    page.keyboard.press("Enter")
    expect(page.locator("summary", has_text="within 2 hours")).to_be_visible()
    assert stored().rejections == ()


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
