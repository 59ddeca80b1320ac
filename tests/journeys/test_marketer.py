"""The marketer's journey: from an empty installation and three sentences to the Word file of a draft."""

import docx
import pytest
from playwright.sync_api import expect
from steps import NARRATIVE, answer_everything, create_first_account, describe, download, start_project

pytestmark = [pytest.mark.browser, pytest.mark.office]


def test_a_marketer_gets_from_three_sentences_to_a_word_file(person, as_pdf, tmp_path):
    page = person()
    create_first_account(page, "Ana Example", "ana@example.org")
    expect(page.get_by_text("Sample", exact=True).first).to_be_visible()

    project = start_project(page, "Baskets that come back")
    describe(page, project)
    assert answer_everything(page) >= 3

    page.get_by_role("link", name="See the requirements").click()
    expect(page.locator("body")).to_contain_text("UC1-F-01")
    expect(page.locator("body")).to_contain_text("UC1-D-01")
    expect(page.locator("body")).to_contain_text("UC1-I-01")
    page.get_by_role("button", name="Accept all").click()
    page.get_by_label("A note for IT").fill("The two hours matter most.")
    page.get_by_role("button", name="Ask IT").click()

    path = download(page, project, "Word", tmp_path)
    document = docx.Document(path)
    words = "\n".join(p.text for p in document.paragraphs)
    cells = "\n".join(c.text for table in document.tables for row in table.rows for c in row.cells)
    assert "DRAFT" in words
    assert "IT has not judged" in words
    assert "UC1-F-01" in cells
    assert "will not use SMS" in cells + words
    assert "text message channel" not in cells
    printed = " ".join(as_pdf(path).split())
    assert " ".join(NARRATIVE.split()[:12]) in printed
    assert "Functional requirements" in printed
