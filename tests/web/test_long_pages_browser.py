"""Long pages in a browser: sifted without a page load, by keyboard, and nothing that is linked to stays closed."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytest_plugins = ("browsing",)


@pytest.fixture
def project(house):
    return f"/projects/{house['pid']}"


def test_typing_sifts_the_glossary_and_the_address_keeps_it(visit, project):
    page = visit("ana", f"{project}/glossary")
    page.keyboard.press("/")
    page.keyboard.type("latency")
    expect(page.locator("#sift-count")).to_contain_text("Show all")
    expect(page.locator("#q")).to_be_focused()
    assert page.input_value("#q") == "latency"
    expect(page.locator(".terms__one")).to_have_count(page.locator(".terms__one[open]").count())
    assert "q=latency" in page.url
    page.reload()
    assert page.input_value("#q") == "latency"


def test_a_choice_keeps_the_focus_and_the_words_looked_for(visit, project):
    page = visit("ana", f"{project}/requirements?q=data")
    before = page.locator("article[data-line]").count()
    page.locator("#sift-category-data").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sift-category-data")).to_have_attribute("aria-current", "true")
    expect(page.locator("#sift-category-data")).to_be_focused()
    assert 0 < page.locator("article[data-line]").count() < before
    assert "q=data" in page.url
    assert "category=data" in page.url
    page.locator("#q").press_sequentially(" q")
    expect(page.locator("#sift-category-all .sift__many")).to_have_text("0")
    assert "category=data" in page.url


def test_accepting_in_a_sifted_list_keeps_the_list_the_line_and_the_focus(visit, project):
    page = visit("ana", f"{project}/requirements?show=look&category=services")
    many = page.locator("article[data-line]").count()
    page.keyboard.press("j")
    page.keyboard.press("a")
    line = page.locator("article[data-line]").first
    expect(line).to_contain_text("Accepted")
    expect(line.locator("h3")).to_be_focused()
    expect(page.locator("article[data-line]")).to_have_count(many)
    expect(page.locator("#accept-all button")).to_have_text(f"Accept all {many - 1} shown")
    assert page.url.endswith("?show=look&category=services")


def test_a_link_into_a_closed_chapter_opens_it(visit, project):
    page = visit("ana", f"{project}/document")
    link = page.locator(".contents a", has_text="Functional requirements").first
    place = page.locator(link.get_attribute("href"))
    expect(place).not_to_be_visible()
    link.click()
    expect(place).to_be_visible()
    expect(place).to_be_in_viewport()


def test_a_link_to_a_term_opens_it(visit, project):
    page = visit("ana", f"{project}/glossary#term-latency")
    expect(page.locator("#term-latency")).to_be_visible()
    expect(page.locator("#term-latency")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["glossary", "requirements", "document", "answer/check?show=none", "trace"])
def test_long_pages_fit_and_can_be_used_by_everybody(visit, project, path, width):
    page = visit("ana", f"{project}/{path}", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found] == []
