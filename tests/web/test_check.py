"""The check on the pages: what is missing first, at most three sentences, a better wording with one click."""

import pytest
from visitor import words

from translator.services.requirements import requirements_view
from translator.web.desk import desk

TWO = "The system shall send a letter and shall store the letter."
FIELDS = {"category": "functional", "fit": "A test shows 5 of 5 letters.", "priority": "should", "once": ""}


@pytest.fixture
def root(house):
    return f"/projects/{house['pid']}"


@pytest.fixture
def place(root):
    return f"{root}/use-cases/1/requirements"


def rows(app, house):
    with app.app_context():
        return requirements_view(desk(), house["ana"], house["pid"], None).rows


def row(app, house, sentence):
    return next(r for r in rows(app, house) if r.requirement.sentence == sentence)


def fields(form):
    return {i.get("name"): i.get("value", "") for i in form.xpath(".//input") if i.get("name") != "csrf_token"}


def offers(page, where="//article"):
    return page.xpath(f"{where}//form[contains(@class, 'offer')]")


def test_what_is_missing_stands_before_sentences_and_leads_to_where_it_can_be_settled(ana, root, place):
    ana.post(f"{place}/add", sentence="The system should send a letter.", **FIELDS)
    page = ana.page(f"{root}/check")
    heads = [words(h).rstrip(" 0123456789") for h in page.xpath("//main//h2")]
    assert heads[:2] == ["What is missing", "Sentences that could be clearer"]
    answers = page.xpath("//li[contains(@class, 'check__fault')]//a[contains(@href, '/answer/')]/@href")
    assert answers
    for address in answers:
        assert ana.get(address).status_code == 200


def test_the_check_of_a_use_case_stands_above_its_lines(ana, root, place):
    page = ana.page(place)
    panel = page.xpath("//div[@id='check']")[0]
    assert "Check" in words(panel.xpath(".//summary//h2")[0])
    assert panel.xpath(f".//a[@href='{root}/check']")
    assert "Project" not in [words(ref) for ref in panel.xpath(".//span[@class='ref']")]


def test_the_check_is_linked_from_the_overview_and_the_requirements_of_the_project(ana, root):
    for address in (root, f"{root}/requirements"):
        assert ana.page(address).xpath(f"//main//a[@href='{root}/check']")


def test_at_most_three_faults_of_sentences_are_shown_and_the_rest_counted(ana, root, place):
    for word in ("quickly", "soon"):
        sentence = f"The system shall {word} send some letters, if possible, to many guests."
        ana.post(f"{place}/add", sentence=sentence, **FIELDS)
    section = ana.page(f"{root}/check").xpath("//section[@aria-labelledby='sentences-title']")[0]
    assert len(section.xpath(".//li[contains(@class, 'check__fault')]")) == 3
    assert "more" in words(section)


def test_one_click_takes_the_better_wording_and_another_takes_it_back(ana, app, house, place):
    ana.post(f"{place}/add", sentence="The system should send a letter.", **FIELDS)
    form = offers(ana.page(place))[0]
    response = ana.post(form.get("action"), **fields(form))
    line = row(app, house, "The system shall send a letter.")
    assert response.location.endswith(f"{place}#r{line.row_id}")
    undo = ana.page(place).xpath("//div[@id='page-messages']//form")[0]
    ana.post(undo.get("action"), **fields(undo))
    assert row(app, house, "The system should send a letter.").requirement.fit == FIELDS["fit"]


def test_two_duties_become_two_lines_and_go_back_to_one(ana, app, house, root, place):
    ana.post(f"{place}/add", sentence=TWO, **FIELDS)
    form = offers(ana.page(f"{root}/check"), "//main")[0]
    response = ana.post(form.get("action"), **fields(form))
    assert response.location.endswith(f"{root}/check")
    said = [r.requirement.sentence for r in rows(app, house)]
    assert "The system shall send a letter." in said
    assert "The system shall store the letter." in said
    undo = ana.page(f"{root}/check").xpath("//div[@id='page-messages']//form")[0]
    ana.post(undo.get("action"), **fields(undo))
    said = [r.requirement.sentence for r in rows(app, house)]
    assert TWO in said
    assert "The system shall store the letter." not in said


def test_a_wording_for_a_line_that_changed_meanwhile_shows_both_texts(ana, app, house, place):
    ana.post(f"{place}/add", sentence="The system should send a letter.", **FIELDS)
    form = offers(ana.page(place))[0]
    line = row(app, house, "The system should send a letter.")
    said = {**FIELDS, "sentence": "The system shall call.", "plain": "", "version": line.version}
    ana.post(f"/projects/{house['pid']}/requirements/{line.row_id}/edit", **said)
    response = ana.post(form.get("action"), **fields(form))
    assert response.status_code == 409
    assert "The system shall call." in response.text
    assert "The system shall send a letter." in response.text


def test_a_poor_line_is_saved_all_the_same_and_the_page_says_so(ana, app, house, place):
    ana.post(f"{place}/add", sentence="Letters should be nice", **FIELDS)
    assert row(app, house, "Letters should be nice")
    assert "The check has" in words(ana.page(place).xpath("//div[@id='page-messages']")[0])


def test_who_may_not_change_a_line_sees_what_is_wrong_and_no_button(ana, ivo, rita, root, place):
    ana.post(f"{place}/add", sentence="The system should send a letter.", **FIELDS)
    for visitor in (ivo, rita):
        for address in (place, f"{root}/check"):
            page = visitor.page(address)
            assert "“should”" in words(page.xpath("//main")[0])
            assert not page.xpath("//main//form[contains(@class, 'offer')]")


def test_while_somebody_writes_the_check_answers_and_stores_nothing(ana, app, house, root, place):
    before = len(rows(app, house))
    answer = ana.post(f"{root}/requirements/remarks", sentence="The system should send a letter.", fit="5 letters")
    assert answer.status_code == 200
    assert "“should”" in answer.text
    assert "The system shall send a letter." in answer.text
    assert ana.post(f"{root}/requirements/remarks", sentence="", fit="").text.strip() == ""
    assert len(rows(app, house)) == before
    form = ana.page(f"{place}/add").xpath("//div[@hx-post]")[0]
    assert form.get("hx-post") == f"{root}/requirements/remarks"
    assert form.xpath(".//textarea[@name='sentence']")


def test_each_fault_names_its_rule(ana, root, place):
    ana.post(f"{place}/add", sentence="The system shall send letters as needed.", **FIELDS)
    section = ana.page(f"{root}/check").xpath("//section[@aria-labelledby='sentences-title']")[0]
    assert "INCOSE R8, verifiable" in words(section)
