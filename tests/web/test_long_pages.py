"""Long pages: what an address asks for is shown, what must be acted on never disappears, and counts say how much."""

import pytest

from translator.services.requirements import accept, requirements_view
from translator.web.desk import desk
from translator.web.sifting import sift


@pytest.fixture
def lines(app, house):
    with app.app_context():
        return requirements_view(desk(), house["ana"], house["pid"], 0).rows


@pytest.fixture
def shared(house):
    return f"/projects/{house['pid']}/requirements"


def shown(page):
    return page.xpath("//article[@data-line]")


def test_the_lines_of_one_category_are_shown_and_counted(ana, shared, lines):
    page = ana.page(f"{shared}?category=data")
    data = [row for row in lines if row.requirement.category == "data"]
    assert len(shown(page)) == len(data)
    assert page.get_element_by_id("sift-count").text.startswith(f"{len(data)} of {len(lines)} lines")
    assert page.get_element_by_id("sift-category-data").get("aria-current") == "true"


def test_lines_to_look_at_outside_a_choice_are_named_with_the_way_to_them(ana, shared, lines):
    page = ana.page(f"{shared}?category=data")
    outside = sum(row.requirement.category != "data" for row in lines)
    notice = page.xpath("//p[contains(., 'outside this choice')]")[0]
    assert f"{outside} more to look at are outside this choice." in notice.text_content()
    assert len(shown(ana.page(f"{shared}{notice.find('a').get('href')}"))) == len(lines)


def test_a_long_category_starts_closed_only_when_nothing_in_it_has_to_be_looked_at(app, ana, house, shared, lines):
    with app.app_context():
        for row in lines:
            if row.requirement.category == "functional":
                accept(desk(), house["ana"], house["pid"], row.row_id, row.version)
    assert len(lines) > 60
    folds = ana.page(shared).xpath("//details[contains(@class, 'req-group__fold')]")
    assert [fold.get("open") is None for fold in folds] == [True, False, False, False]
    assert "all looked at" in folds[0].find("summary").text_content()


def test_accepting_all_accepts_what_the_choice_shows_and_nothing_else(ana, shared, lines):
    form = ana.page(f"{shared}?category=data").xpath("//form[contains(@action, 'accept-all')]")[0]
    data = {row.row_id for row in lines if row.requirement.category == "data"}
    assert {int(name.removeprefix("seen-")) for name in form.fields if name.startswith("seen-")} == data
    assert f"Accept all {len(data)} shown" in form.text_content()


def test_after_an_action_the_list_is_sifted_as_before_and_still_shows_the_line(ana, shared, lines):
    row = lines[0]
    answer = ana.post(
        f"{shared}/{row.row_id}/accept", version=str(row.version),
        headers={"HX-Current-URL": f"http://localhost{shared}?show=look"},
    )  # fmt: skip
    assert answer.location == f"{shared}?show=look&line={row.row_id}#r{row.row_id}"
    page = ana.page(answer.location.split("#")[0])
    assert f"r{row.row_id}" in [line.get("id") for line in shown(page)]


def test_an_address_of_another_page_changes_nothing_about_where_an_action_leads(ana, shared, lines):
    row = lines[0]
    answer = ana.post(
        f"{shared}/{row.row_id}/accept", version=str(row.version),
        headers={"HX-Current-URL": "https://elsewhere.example/requirements?show=look"},
    )  # fmt: skip
    assert answer.location == f"{shared}#r{row.row_id}"


def test_terms_of_one_letter_are_shown_open(ana, house):
    page = ana.page(f"/projects/{house['pid']}/glossary?letter=L")
    terms = page.xpath("//details[@class='terms__one']")
    names = [term.find(".//h2").text for term in terms]
    assert names
    assert all(name[0].upper() == "L" for name in names)
    assert all(term.get("open") is not None for term in terms)


def test_what_the_other_side_proposed_stands_open_in_the_long_glossary(ana, ivo, house):
    ana.post(f"/projects/{house['pid']}/propose-term", term="Warm visitor", definition="Came twice in a week.")
    page = ivo.page(f"/projects/{house['pid']}/glossary")
    opened = page.xpath("//details[@class='terms__one'][@open]//h2")
    assert [name.text for name in opened] == ["Warm visitor"]


def test_questions_nobody_answered_are_shown_by_their_address(ana, house):
    page = ana.page(f"/projects/{house['pid']}/answer/check?show=none")
    many = page.get_element_by_id("sift-show-none").find("span").text
    assert len(page.xpath("//dl[@class='facts']/div")) == int(many)
    assert not page.xpath("//details[contains(@class, 'check__folded')]")


def test_the_preview_starts_with_its_first_chapter_open_and_the_rest_one_click_away(ana, house):
    place = f"/projects/{house['pid']}/document"
    folds = ana.page(place).xpath("//details[@class='doc-fold']")
    assert [fold.get("open") is not None for fold in folds[:2]] == [True, False]
    opened = ana.page(f"{place}?open=all").xpath("//details[@class='doc-fold']")
    assert all(fold.get("open") is not None for fold in opened)
    assert len(opened) == len(folds)


@pytest.mark.parametrize("query", ["show=nothing", "category=x", "q=%00", "line=x", "show=look&category=data&q=zzz"])
def test_an_address_that_means_nothing_still_gives_a_page(ana, shared, query):
    assert ana.get(f"{shared}?{query}").status_code == 200


def test_a_choice_says_how_many_rows_it_leaves_beside_the_others():
    tests = {"size": lambda row, size: len(row) == int(size), "first": str.startswith}
    chosen = sift({"size": "2", "first": "?"}, tests, first=["a", "b"])
    choices = chosen.choices("first", [("", "All"), ("a", "A"), ("b", "B")], ["aa", "ab", "b", "bb", "ccc"])
    assert [(choice.words, choice.many, choice.chosen) for choice in choices] == [
        ("All", 3, True), ("A", 2, False), ("B", 1, False),
    ]  # fmt: skip
    assert chosen.address(first="a") == "?size=2&first=a"
