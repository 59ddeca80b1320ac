"""The document's page and its files."""

import json
from io import BytesIO

import pytest
from docx import Document
from visitor import words


@pytest.fixture
def place(house):
    return f"/projects/{house['pid']}/document"


def test_a_draft_says_what_is_missing_with_the_page_that_mends_it(ana, house, place):
    page = ana.page(place)
    state = page.xpath("//section[contains(@class, 'doc-state')]")[0]
    assert "DRAFT" in words(state)
    links = {words(a): a.get("href") for a in state.xpath(".//a")}
    assert links["No deadline is stated."] == f"/projects/{house['pid']}/facts"
    assert links["IT has priced no option for UC1; two are needed."].endswith("/use-cases/1/options")
    assert len(links) == len(state.xpath(".//li"))


def test_every_page_that_mends_something_is_there(ana, place):
    for href in ana.page(place).xpath("//section[contains(@class, 'doc-state')]//a/@href"):
        ana.page(href.split("#")[0])


def test_the_contents_lead_to_chapters_that_are_there(ana, place):
    page = ana.page(place)
    targets = [href[1:] for href in page.xpath("//nav[@class='contents']//a/@href")]
    assert len(targets) > 20
    ids = set(page.xpath("//@id"))
    assert [t for t in targets if t not in ids] == []


def test_both_editions_are_offered_as_word_files_the_whole_one_first(ana, place):
    first, second = ana.page(place).xpath("//section[contains(@class, 'takeaway')]//a")[:2]
    assert (words(first), words(second)) == ("Word, whole", "Word for bidders")
    for_bidders = ana.get(second.get("href"))
    assert "offers-that-fit-for-bidders-" in for_bidders.headers["Content-Disposition"]
    assert any("Offers that fit" in p.text for p in Document(BytesIO(for_bidders.data)).paragraphs)
    response = ana.get(first.get("href"))
    assert "offers-that-fit-specification-" in response.headers["Content-Disposition"]
    assert any("Offers that fit" in p.text for p in Document(BytesIO(response.data)).paragraphs)


@pytest.mark.parametrize(
    ("ending", "kind"), [("html", "text/html"), ("md", "text/markdown"), ("json", "application/json")]
)
def test_the_other_files_come_as_attachments_of_their_kind(rita, place, ending, kind):
    response = rita.get(f"{place}.{ending}")
    assert response.mimetype == kind
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert b"calculator" in response.data
    if ending == "json":
        assert json.loads(response.data)


def test_a_name_beyond_plain_letters_goes_out_in_both_writings(ana, house, place):
    version = ana.page(f"/projects/{house['pid']}/facts").xpath("//main//input[@name='version']/@value")[0]
    ana.post(f"/projects/{house['pid']}/facts", version=version, name="Frühjahr für Ärzte")
    sent = ana.get(f"{place}.docx").headers["Content-Disposition"]
    assert "filename=fruhjahr-fur-arzte-" in sent
    assert "filename*=UTF-8''fr%C3%BChjahr-f%C3%BCr-%C3%A4rzte-" in sent


def test_the_page_shows_what_bidders_get_without_money_options_and_signatures(ana, place):
    whole, outside = ana.page(place), ana.page(f"{place}?edition=bidders")
    for anchor in ("doc-money", "doc-options", "doc-decisions", "doc-signatures"):
        assert whole.xpath(f"//*[@id='{anchor}']")
        assert not outside.xpath(f"//*[@id='{anchor}']")
    assert "FOR BIDDERS" in words(outside.xpath("//section[contains(@class, 'doc-state')]")[0])
    files = outside.xpath("//a[@class='takeaway__other']/@href")
    assert files == [f"{place}.{ending}?edition=bidders" for ending in ("html", "md", "json")]
    assert "Reply, and how" in ana.get(files[0]).text
    assert ana.get(f"{place}?edition=none").status_code == 404
    assert ana.get(f"{place}.docx?edition=none").status_code == 404


def test_an_unknown_ending_and_a_foreign_project_answer_alike(ana, olga, place):
    assert ana.get(f"{place}.exe").status_code == 404
    assert olga.get(f"{place}.docx").status_code == 404
    assert olga.get(place).status_code == 404
