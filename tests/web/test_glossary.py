"""The glossary pages: words looked up, proposed, agreed to, and explained where they stand."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytest_plugins = ("browsing",)

NEW = {"term": "Warm visitor", "definition": "Somebody who came twice in a week."}


@pytest.fixture
def place(house):
    return f"/projects/{house['pid']}/glossary"


def test_a_word_is_looked_up_with_both_meanings(ana, place):
    page = ana.get(f"{place}?q=latency").text
    assert "Marketing means" in page
    assert "IT means" in page
    assert "latency" in page
    assert "anonymous visitor" not in page


def test_a_proposed_term_is_agreed_by_the_other_side(ana, ivo, house, place):
    answer = ana.post(f"/projects/{house['pid']}/propose-term", **NEW)
    assert answer.headers["Location"] == f"{place}#term-warm-visitor"
    assert "Warm visitor" in ivo.get(f"{place}?state=mine").text
    said = ivo.post(f"{place}/warm%20visitor/agree", version="1")
    assert "You agreed to “Warm visitor”." in ivo.get(said.location).text
    assert "Agreed by Ivo Example" in ana.get(f"{place}?q=warm").text
    assert "Warm visitor" not in ana.get(f"{place}?state=proposed").text


def test_a_term_without_a_meaning_comes_back_with_what_was_typed(ana, house):
    answer = ana.post(f"/projects/{house['pid']}/propose-term", term="Warm visitor", definition="")
    assert answer.status_code == 422
    assert "in one sentence" in answer.text
    assert 'value="Warm visitor"' in answer.text


def test_a_reader_reads_and_is_offered_no_change(rita, place):
    page = rita.get(place).text
    assert "Propose a term" not in page
    assert ">Change<" not in page


def test_what_somebody_else_changed_meanwhile_is_shown_beside_ones_own(ana, ivo, place):
    ivo.post(f"{place}/latency", version="0", definition="Theirs.")
    answer = ana.post(f"{place}/latency", version="0", definition="Mine.")
    assert answer.status_code == 409
    assert "Theirs." in answer.text
    assert "Mine." in answer.text


@pytest.mark.browser
def test_a_term_in_a_requirement_shows_its_meaning_on_focus_and_hides_it_on_escape(visit, house):
    page = visit("ana", f"/projects/{house['pid']}/use-cases/1/requirements")
    word = page.locator(".term__word").first
    tip = page.locator(f"#{word.get_attribute('aria-describedby')}")
    expect(tip).to_be_hidden()
    word.focus()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    word.blur()
    word.hover()
    expect(tip).to_be_visible()
    word.click()
    expect(page.locator(".terms__in:target")).to_be_visible()


@pytest.mark.browser
def test_the_glossary_has_no_barrier_and_fits_a_phone(visit, place):
    page = visit("ana", place)
    assert Axe().run(page).response["violations"] == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
