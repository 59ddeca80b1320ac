"""The projects page and the overview, as people use them."""

import re

import pytest
from lxml import html
from test_forms_that_fail import resend
from visitor import words

from translator.services.projects import project_view
from translator.web.desk import desk


def stored(app, house):
    with app.app_context():
        return project_view(desk(), house["ana"], house["pid"])


def test_a_new_project_opens_at_once(ana):
    opened = ana.post("/projects", follow=True, name="Win back customers")
    assert opened.status_code == 200
    assert "Win back customers" in words(opened)
    assert "Write the first use case" in words(opened)


def test_a_project_without_a_name_is_asked_for_one(ana):
    response = ana.post("/projects", name="  ")
    assert response.status_code == 422
    assert words(response).count("Give the project a name.") == 2
    assert response.text.count("<title>Error: ") == 1


def test_the_card_says_who_has_the_next_move(ana):
    card = words(ana.page("/projects").xpath("//ul[contains(@class, 'cards')]/li")[0])
    assert "Offers that fit" in card
    assert "Marketing has the next move" in card
    assert "1 use case" in card


def test_the_facts_are_saved_as_typed_and_read_as_money_and_dates(app, house, ana):
    fields = {"version": "2", "budget": "1.2 million", "deadline": "2027-03-31", "problem": "Nobody *calls back*."}
    saved = ana.post(f"/projects/{house['pid']}/facts", follow=True, **fields)
    page = words(saved)
    assert "Saved." in page
    assert "€1,200,000" in page
    assert "31 March 2027" in page
    assert "<em>calls back</em>" in saved.text
    assert stored(app, house).objective == "Sell more savings plans."


def test_a_budget_that_cannot_be_read_keeps_everything_typed(app, house, ana):
    response = ana.post(f"/projects/{house['pid']}/facts", version="2", budget="a lot", objective="Something new")
    assert response.status_code == 422
    assert 'value="a lot"' in response.text
    assert "Something new" in words(response)
    assert 'href="#budget"' in response.text
    assert stored(app, house).objective == "Sell more savings plans."


def test_a_fact_that_was_saved_from_two_pages_shows_both_texts(app, house, ana):
    address = f"/projects/{house['pid']}/facts"
    ana.post(address, version="2", objective="The first text")
    second = ana.post(address, version="2", objective="The second text")
    assert second.status_code == 409
    assert "The first text" in words(second)
    assert "The second text" in words(second)
    assert stored(app, house).objective == "The first text"
    assert resend(ana, second, objective="Both texts in one").status_code == 302
    assert stored(app, house).objective == "Both texts in one"


def test_a_conflict_without_a_page_load_comes_as_a_part_for_the_page(house, ana):
    address = f"/projects/{house['pid']}/facts"
    ana.post(address, version="2", objective="The first text")
    part = ana.post(address, headers={"HX-Request": "true"}, version="2", objective="The second text")
    assert part.status_code == 409
    assert part.headers["HX-Retarget"] == "#conflict"
    assert "<html" not in part.text


def test_a_deleted_project_comes_back_with_undo(house, ana):
    gone = ana.post(f"/projects/{house['pid']}/delete", follow=True)
    assert "Offers that fit is deleted." in words(gone)
    assert f'action="/projects/{house["pid"]}/restore"' in gone.text
    assert ana.get(f"/projects/{house['pid']}").status_code == 404
    assert "Offers that fit" in words(ana.page("/projects").xpath("//details[@class='more']")[0])
    back = ana.post(f"/projects/{house['pid']}/restore", follow=True)
    assert "The project is back." in words(back)


def test_a_copy_is_a_project_of_its_own(house, ivo):
    copied = ivo.post(f"/projects/{house['pid']}/copy", follow=True)
    assert "Copy of Offers that fit" in words(copied)
    assert "Offer after the calculator" in words(copied)


def test_a_deleted_use_case_comes_back_with_undo(house, ana):
    base = f"/projects/{house['pid']}/use-cases/1"
    gone = ana.post(f"{base}/delete", follow=True)
    assert "UC1 is deleted." in words(gone)
    page = html.fromstring(gone.text)
    assert f"{base}/restore" in page.xpath("//*[@id='page-messages']//form/@action")
    cases = page.xpath("//section[@aria-labelledby='cases-title']")[0]
    assert "Offer after the calculator" not in words(cases.xpath("./div")[0])
    listed = cases.xpath("./details")[0]
    assert "Deleted use cases (1)" in words(listed)
    assert "Offer after the calculator" in words(listed)
    assert listed.xpath(".//form/@action") == [f"{base}/restore"]
    assert ana.post(f"{base}/restore").status_code == 302
    assert "Offer after the calculator" in words(ana.get(f"/projects/{house['pid']}"))


@pytest.mark.parametrize("path", ["", "/use-cases/1"])
def test_a_use_case_can_be_deleted_where_it_is_seen_and_only_by_those_who_write(house, ana, ivo, rita, path):
    root = f"/projects/{house['pid']}"
    button = f"//form[@action='{root}/use-cases/1/delete']//button"
    assert len(ana.page(root + path).xpath(button)) == 1
    for other in (ivo, rita):
        assert other.page(root + path).xpath(button) == []


def test_the_overview_and_the_document_name_the_same_numbers(house, ana):
    root = f"/projects/{house['pid']}"
    line = words(ana.page(root).xpath("//ul[@class='task-list']/li")[0])
    needed, to_confirm = (int(re.search(f"(\\d+) {what}", line)[1]) for what in ("needed answers", "to confirm"))
    missing = words(ana.page(f"{root}/document").xpath("//section[contains(@class, 'doc-state')]")[0])
    assert f"{needed} needed answers are missing for UC1." in missing
    assert f"{to_confirm} answers were read from the text of UC1" in missing
    above = words(ana.page(f"{root}/use-cases/1/answer/check").xpath("//p[@class='over']")[0])
    assert f"{needed} of about" in above
    assert f"{to_confirm} to confirm" in above
    assert "Marketing has the next move" in words(ana.get(root))


def test_a_reader_reads_and_is_told_who_may_change(house, rita):
    address = f"/projects/{house['pid']}"
    assert "Sell more savings plans." in words(rita.get(address))
    refused = rita.post(f"{address}/facts", version="2", objective="Mine now")
    assert refused.status_code == 403
    assert "the leads of this project" in words(refused)
    assert 'value="Mine now"' in refused.text


def test_a_member_of_another_project_meets_what_is_not_there(house, olga):
    foreign = olga.get(f"/projects/{house['pid']}")
    absent = olga.get("/projects/0000000000000000")
    assert foreign.status_code == absent.status_code == 404
    assert words(foreign) == words(absent)
    for errand in ("delete", "restore", "copy", "use-cases", "facts", "people/invite"):
        address = f"/projects/{house['pid']}/{errand}"
        assert olga.post(address, version="1", side="it").status_code == 404, address


def test_no_project_of_others_is_on_the_list(ana, olga):
    assert "Olga's secret plan" in names_on(olga)
    assert "Offers that fit" not in names_on(olga)
    assert "Olga's secret plan" not in names_on(ana)


def names_on(visitor):
    return [words(card) for card in visitor.page("/projects").xpath("//ul[contains(@class, 'cards')]//h2")]
