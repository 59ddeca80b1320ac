"""IT's journey: from the invitation to a priced and chosen option, and the Word file both sides can sign."""

import re

import docx
import pytest
from playwright.sync_api import Page, expect
from steps import PASSWORD, answer_everything, create_first_account, describe, download, start_project

pytestmark = [pytest.mark.browser, pytest.mark.office]

OPTIONS = (
    ("Extend the mail tool", ("20.000", "30.000", "50.000"), ("5k", "6k", "9k"), ("6", "8", "12")),
    ("Buy a basket service", ("60,000", "80,000", "120,000"), ("20k", "25k", "40k"), ("10", "14", "20")),
)


def test_it_prices_what_marketing_asks_for_and_both_get_one_document(person, as_pdf, tmp_path):
    ana, ivo = person(), person()
    create_first_account(ana, "Ana Example", "ana@example.org")
    project = start_project(ana, "Baskets that come back")
    describe(ana, project)
    answer_everything(ana)
    ana.goto(f"{project}/use-cases/1/requirements")
    ana.get_by_role("button", name="Ask IT").click()
    ana.goto(f"{project}/answer")
    answer_everything(ana)

    _join(ivo, _invitation(ana, project))
    ivo.goto("/queue")
    expect(ivo.locator("main")).to_contain_text("Remind them of the basket")
    for at in ("use-cases/1/review", "review"):
        ivo.goto(f"{project}/{at}")
        ivo.locator("#judged summary").click()
        ivo.get_by_role("button", name="as yes").click()
        expect(ivo.locator("#judged summary")).to_have_count(0)
    for option in OPTIONS:
        _price(ivo, project, *option)
    expect(ivo.locator("main")).to_contain_text("€30,000")
    ivo.get_by_role("button", name="Recommend").first.click()

    ana.goto(f"{project}/use-cases/1/options")
    ana.get_by_role("radio", name="A – Extend the mail tool").check()
    ana.get_by_label("Why", exact=True).fill("It is enough for the first year.")
    ana.get_by_role("button", name="Choose").click()

    path = download(ivo, project, "Word", tmp_path)
    document = docx.Document(path)
    text = "\n".join(p.text for p in document.paragraphs)
    cells = "\n".join(c.text for table in document.tables for row in table.rows for c in row.cells)
    assert "FOR SIGNATURE" in text, text[:1500]
    assert "Extend the mail tool" in cells
    assert "It is enough for the first year." in cells + text
    printed = as_pdf(path)
    assert "Extend the mail tool" in printed
    assert "€ 30,000" in printed or "€30,000" in printed


def _invitation(page: Page, project: str) -> str:
    page.goto(f"{project}/people")
    page.get_by_label("Who is it for?").fill("Ivo")
    page.get_by_role("radio", name="IT", exact=False).first.check()
    page.get_by_role("button", name="Make a link").click()
    return page.get_by_role("textbox", name="Invitation link").input_value()


def _join(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_label("Your name").fill("Ivo Example")
    page.get_by_label("E-mail").first.fill("ivo@example.org")
    page.get_by_label("Password", exact=True).first.fill(PASSWORD)
    page.locator("main form button").first.click()
    expect(page.get_by_role("heading", level=1, name="Baskets that come back")).to_be_visible()


def _price(page: Page, project: str, name: str, one_off: tuple, yearly: tuple, weeks: tuple) -> None:
    page.goto(f"{project}/use-cases/1/options")
    page.get_by_role("link", name=re.compile("Add (an|the first) option")).first.click()
    page.get_by_label("Name", exact=True).fill(name)
    for field, points in (("one_off", one_off), ("yearly", yearly), ("weeks", weeks)):
        for point, value in zip(("optimistic", "likely", "pessimistic"), points, strict=True):
            page.locator(f"[name={field}_{point}]").fill(value)
    page.get_by_role("radio", name="Low").first.check()
    page.get_by_role("button", name="Add the option").click()
