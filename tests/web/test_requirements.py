"""The pages of requirements: what they show, and what people do with a line without any script."""

import re

import pytest
from visitor import words

from translator.services.requirements import accept_all, requirements_view
from translator.services.write import save_use_case, use_case_view
from translator.web.desk import desk


@pytest.fixture
def place(house):
    return f"/projects/{house['pid']}/use-cases/1/requirements"


def lines(app, house, scope=1):
    with app.app_context():
        return requirements_view(desk(), house["ana"], house["pid"], scope)


def first(app, house):
    return lines(app, house).rows[0]


def act(visitor, house, line, action, **fields):
    where = f"/projects/{house['pid']}/requirements/{line.row_id}/{action}"
    return visitor.post(where, version=line.version, **fields)


def test_the_list_shows_functional_then_data_then_infrastructure_with_ids(ana, app, house, place):
    page = ana.page(place)
    heads = [re.sub(r"\W*\d*$", "", words(h)) for h in page.xpath("//section[contains(@class, 'req-group')]//h2")]
    assert heads[:3] == ["Functional", "Data", "Infrastructure"]
    ids = page.xpath("//article[contains(@class, 'req')]//h3/text()")
    assert ids == [line.requirement.id for line in lines(app, house).rows]


def test_quoted_words_lead_to_their_place_in_the_narrative(ana, place):
    page = ana.page(place)
    targets = page.xpath("//ul[@class='req__sources']//a[starts-with(@href, '#words-')]/@href")
    assert targets
    assert all(page.xpath(f"//mark[@id='{target[1:]}']") for target in targets)


def test_the_narrative_stands_there_word_for_word(ana, place):
    narrative = ana.page(place).xpath("//div[contains(@class, 'req-source__text')]")[0]
    assert narrative.text_content() == (
        "When a known visitor leaves the savings calculator, show an offer on the next page within 2 seconds."
    )


def test_accepting_a_line_leads_back_to_it(ana, app, house, place):
    line = first(app, house)
    response = act(ana, house, line, "accept")
    assert response.status_code == 302
    assert response.location.endswith(f"{place}#r{line.row_id}")
    assert first(app, house).requirement.status == "accepted"


def test_a_dropped_line_is_listed_apart_and_can_be_undone(ana, app, house, place):
    line = first(app, house)
    act(ana, house, line, "drop")
    page = ana.page(place)
    assert page.xpath("//section[@aria-labelledby='dropped']//h3/text()") == [line.requirement.id]
    undo = page.xpath("//div[@id='page-messages']//form")[0]
    ana.post(undo.get("action"), version=undo.xpath("./input[@name='version']/@value")[0])
    assert first(app, house).requirement.id == line.requirement.id


def test_an_edited_line_keeps_a_persons_words(ana, app, house):
    line = first(app, house)
    said = {"sentence": "The system shall sing.", "plain": "It sings.", "fit": "1 song", "priority": "could"}
    assert act(ana, house, line, "edit", **said).status_code == 302
    edited = first(app, house).requirement
    assert (edited.sentence, edited.fit, edited.priority, edited.status) == (
        "The system shall sing.", "1 song", "could", "edited",
    )  # fmt: skip


def test_an_edit_without_a_sentence_is_refused_beside_its_field_and_loses_nothing(ana, app, house):
    line = first(app, house)
    response = act(ana, house, line, "edit", sentence=" ", plain="My plain words", fit="", priority="must")
    assert response.status_code == 422
    assert "Write what the system shall do." in response.text
    assert "My plain words" in response.text
    assert f'aria-describedby="sentence-{line.row_id}-hint sentence-{line.row_id}-error"' in response.text


def test_when_the_source_of_an_edited_line_changes_both_sentences_are_shown(ana, app, house, place):
    line = next(x for x in lines(app, house).rows if "calculator" in x.requirement.sentence)
    act(ana, house, line, "edit", sentence="The system shall sing.", plain="", fit="", priority="must")
    with app.app_context():
        view = use_case_view(desk(), house["ana"], house["pid"], 1)
        told = view.narrative.replace("the savings calculator", "the pension calculator")
        save_use_case(desk(), house["ana"], house["pid"], 1, version=view.version, title=view.title, narrative=told)
    changed = [x for x in lines(app, house).rows if x.requirement.source_changed]
    if not changed:
        pytest.fail("the draft's key moved with the words, so nobody was asked")
    shown = words(ana.page(place).xpath(f"//article[@id='r{line.row_id}']")[0])
    assert "The source changed" in shown
    assert "The system shall sing." in shown
    assert "pension calculator" in shown
    act(ana, house, changed[0], "take-draft")
    assert (
        "pension calculator" in next(x for x in lines(app, house).rows if x.row_id == line.row_id).requirement.sentence
    )


def test_a_line_added_by_hand_gets_the_next_number(ana, app, house, place):
    numbers = [int(x.requirement.id[-2:]) for x in lines(app, house).lines if x.requirement.category == "data"]
    response = ana.post(
        f"{place}/add", category="data", sentence="The system shall know birthdays.", plain="", fit="",
        priority="should", rationale="They like it.",
    )  # fmt: skip
    assert response.status_code == 302
    added = next(x.requirement for x in lines(app, house).rows if "birthdays" in x.requirement.sentence)
    assert added.id == f"UC1-D-{max(numbers) + 1:02d}"


def test_accept_all_accepts_what_was_on_the_page(ana, app, house, place):
    form = ana.page(place).xpath("//form[contains(@action, 'accept-all')]")[0]
    seen = {i.get("name"): i.get("value") for i in form.xpath(".//input[starts-with(@name, 'seen-')]")}
    ana.post(form.get("action"), **seen)
    assert lines(app, house).to_look_at == 0


def test_after_a_change_the_summary_and_the_filter_count_the_same_lines(ana, app, house, place):
    seen = {row.row_id: row.version for row in lines(app, house).rows}
    with app.app_context():
        accept_all(desk(), house["ana"], house["pid"], 1, seen)
        view = use_case_view(desk(), house["ana"], house["pid"], 1)
        told = view.narrative.replace("2 seconds", "9 seconds")
        save_use_case(desk(), house["ana"], house["pid"], 1, version=view.version, title=view.title, narrative=told)
    page = ana.page(place)
    summary = words(page.xpath("//*[@id='summary']//p[@class='lede']")[0])
    (shown,) = page.xpath("//*[@id='sift-show-look']//*[@class='sift__many']/text()")
    assert int(shown) > 0
    assert f"{shown.strip()} of them still to look at" in summary


def test_asking_it_with_a_note_puts_the_use_case_into_their_queue(ana, ivo, house):
    ana.post(f"/projects/{house['pid']}/use-cases/1/ask-it", note="The **website** first.")
    queue = ivo.page("/queue")
    assert "Offer after the calculator" in words(queue)
    assert queue.xpath("//strong[text()='website']")


def test_it_may_change_infrastructure_lines_only(ivo, app, house, place):
    page = ivo.page(place)
    for group in page.xpath("//section[contains(@class, 'req-group')]")[:3]:
        buttons = group.xpath(".//a[@data-edit]")
        infrastructure = "Infrastructure" in words(group.xpath(".//h2")[0])
        assert bool(buttons) is infrastructure
    line = next(x for x in lines(app, house).rows if x.requirement.category == "functional")
    assert act(ivo, house, line, "drop").status_code == 403


def test_a_reader_finds_no_way_to_change_anything_and_learns_who_can(rita, place):
    page = rita.page(place)
    assert not page.xpath("//main//form[@method='post']")
    assert "You read this project." in words(page)


def test_a_stranger_of_another_project_finds_nothing(olga, app, house, place):
    line = first(app, house)
    assert olga.get(place).status_code == 404
    assert olga.get(f"/projects/{house['pid']}/requirements/{line.row_id}/edit").status_code == 404
    assert act(olga, house, line, "accept").status_code == 404


def test_two_people_editing_one_line_see_both_texts(ana, app, house):
    line = first(app, house)
    said = {"plain": "", "fit": "", "priority": "must"}
    act(ana, house, line, "edit", sentence="The system shall sing.", **said)
    response = act(ana, house, line, "edit", sentence="The system shall dance.", **said)
    assert response.status_code == 409
    assert "The system shall sing." in response.text
    assert "The system shall dance." in response.text


def test_the_standard_requirements_of_the_whole_project_have_their_own_page(ana, house):
    ids = ana.page(f"/projects/{house['pid']}/requirements").xpath("//article//h3/text()")
    assert ids
    assert all(i.startswith("S-") for i in ids)


def test_the_ways_into_the_project_as_a_whole_are_folded_there_and_open_on_the_overview(ana, house):
    root = f"/projects/{house['pid']}"
    folded = ana.page(f"{root}/requirements").xpath("//*[@id='summary']//details")[0]
    opened = ana.page(root).xpath("//section[@aria-labelledby='more-title']")[0]
    for way in ("check", "trace", "standards", "topics", "bank"):
        assert folded.xpath(f".//a[@href='{root}/{way}']")
        assert opened.xpath(f".//a[@href='{root}/{way}']")


def test_accepting_everything_is_quiet_stands_after_the_list_and_says_what_it_does(ana, place):
    page = ana.page(place)
    button = page.xpath("//form[contains(@action, 'accept-all')]//button")[0]
    assert "btn-primary" not in button.get("class")
    assert button.xpath("count(./following::article[@data-line])") == 0
    assert "Accepting says that marketing means every line above" in words(button.getparent())


def test_each_origin_is_explained_in_a_legend_and_at_the_line(ana, place):
    page = ana.page(place)
    assert "Stated: from words of the text." in words(page.xpath("//*[@id='summary']")[0])
    for origin in page.xpath("//article[@data-line]//details[contains(@class, 'req__origin')]"):
        assert words(origin.xpath("./p")[0]) == origin.xpath("./summary/@title")[0]


def test_a_line_that_could_be_clearer_says_so_calmly_and_at_most_three_times(ana, place):
    sentence = "The system shall be fast and user-friendly and easy and flexible, etc."
    ana.post(f"{place}/add", category="functional", sentence=sentence, priority="should", once="")
    line = ana.page(place).xpath(f"//article[@data-line][.//p[contains(., '{sentence}')]]")[0]
    remarks = line.xpath(".//ul[contains(@class, 'req__remarks')]/li")
    assert 1 <= len(remarks) <= 3
    assert line.xpath(".//*[@role='alert']") == []
