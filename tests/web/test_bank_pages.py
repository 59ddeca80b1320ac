"""The pages of the question bank: an administrator words, previews, checks and publishes; others find nothing."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

pytest_plugins = ("browsing",)

TEXT = "How many people would it reach on a usual day?"


def seen(page):
    return re.search(r'name="seen" value="(\w+)"', page)[1]


def test_a_question_is_worded_previewed_published_and_a_project_moves_up(ada, ana, house):
    assert ada.post("/bank/question/people", version="0", text=TEXT).status_code == 302
    page = ada.get("/bank/question/people").text
    assert "As a marketer sees it" in page
    assert page.count(TEXT) >= 2
    assert TEXT in ada.get("/bank/publish").text
    published = ada.post("/bank/publish", seen=seen(ada.get("/bank/publish").text), note="Clearer.")
    assert re.search(r"Version [\d.]+\+1 is published", ada.get(published.location).text)
    assert "Clearer." in ada.get("/bank/publish").text
    page = ana.get(f"/projects/{house['pid']}/bank").text
    assert TEXT in page
    ana.post(f"/projects/{house['pid']}/bank", seen="1")
    assert TEXT in ana.get(f"/projects/{house['pid']}/use-cases/1/answer/people").text


def test_what_would_not_work_is_said_beside_its_field_and_what_was_typed_stays(ada):
    answer = ada.post("/bank/template/standard.recover", version="0", sentence="It is {fast} and/or nice.")
    assert answer.status_code == 422
    assert "This does not work" in answer.text
    assert "It is {fast} and/or nice." in answer.text


def test_a_sentence_that_lost_its_place_is_told_in_plain_words_and_its_other_faults_too(ada):
    answer = ada.post("/bank/template/data.fresh", version="0", sentence="The system should be fast.")
    assert answer.status_code == 422
    assert "nothing says how this line is measured" in answer.text
    assert "write what is open, or keep {age} in the sentence" in answer.text
    assert "binding" in answer.text


def test_everybody_else_finds_no_such_pages(ada, ana):
    assert "/bank" in ada.get("/projects").text
    assert 'href="/bank"' not in ana.get("/projects").text
    for path in ("/bank", "/bank/question/people", "/bank/publish"):
        assert ana.get(path).status_code == 404
    assert ana.post("/bank/question/people", version="0", text=TEXT).status_code == 404
    assert ana.post("/bank/publish", seen="x", note="Mine.").status_code == 404


def test_an_entry_that_is_not_there_is_not_found(ada):
    assert ada.get("/bank/question/none").status_code == 404
    assert ada.post("/bank/question/none", version="0", text=TEXT).status_code == 404


@pytest.mark.browser
def test_the_version_page_of_a_project_has_no_barrier(visit, house):
    page = visit("ana", f"/projects/{house['pid']}/bank")
    assert Axe().run(page).response["violations"] == []
