"""The trace pages without any script: from words to lines and back, holes, and marks that a person clears."""

from urllib.parse import quote

import pytest
from visitor import words

from translator.services.options import add_option
from translator.services.requirements import accept_all, requirements_view
from translator.services.review import judge_rest, review_view
from translator.services.write import save_use_case, use_case_view
from translator.web.desk import desk

PRICES = {
    f"{name}_{point}": "1"
    for name in ("one_off", "yearly", "weeks")
    for point in ("optimistic", "likely", "pessimistic")
}


def lines(app, house):
    with app.app_context():
        return requirements_view(desk(), house["ana"], house["pid"], 1).rows


def tell(app, house, old, new):
    """Change words of the narrative."""
    with app.app_context():
        at = (desk(), house["ana"], house["pid"], 1)
        view = use_case_view(*at)
        assert old in view.narrative
        save_use_case(*at, version=view.version, narrative=view.narrative.replace(old, new))


@pytest.fixture
def looked(app, house):
    """Let marketing accept and IT judge and price everything as it stands."""
    with app.app_context():
        seen = {row.row_id: row.version for row in requirements_view(desk(), house["ana"], house["pid"], 1).rows}
        assert accept_all(desk(), house["ana"], house["pid"], 1, seen) == len(seen)
        rows = [row.row_id for row in review_view(desk(), house["ivo"], house["pid"], 1).rows]
        judge_rest(desk(), house["ivo"], house["pid"], 1, rows)
        add_option(desk(), house["ivo"], house["pid"], 1, {"name": "Bought", "risk": "low", **PRICES})


def ids(page):
    return page.xpath("//table[contains(@class, 'trace-table')]//th/a[contains(@class, 'ref')]/text()")


def test_the_narrative_stands_there_word_for_word_and_its_words_are_links(ana, case):
    text = ana.page(f"{case}/trace").xpath("//section[@aria-labelledby='trace-text']/div")[0]
    assert text.text_content() == (
        "When a known visitor leaves the savings calculator, show an offer on the next page within 2 seconds."
    )
    assert "within 2 seconds" in [words(a) for a in text.xpath("./a")]


def test_words_lead_to_every_line_that_quotes_them_and_to_no_other(ana, app, house, case):
    page = ana.page(f"{case}/trace?words={quote('within 2 seconds')}")
    quoting = [
        r.requirement.id for r in lines(app, house) if "within 2 seconds" in [s.text for s in r.requirement.trace]
    ]
    assert quoting
    assert ids(page) == quoting
    assert page.xpath("//a[@aria-current='true'][contains(@class, 'trace-words')]/text()") == ["within 2 seconds"]
    assert "It answers:" in words(page)


def test_a_line_leads_back_to_its_words(ana, app, house, case):
    line = next(r.requirement for r in lines(app, house) if "within 2 seconds" in [s.text for s in r.requirement.trace])
    page = ana.page(f"{case}/requirements")
    (to,) = page.xpath(f"//article[.//h3='{line.id}']//a[contains(@href, '/trace?line=')]/@href")
    back = ana.page(to)
    assert ids(back) == [line.id]
    assert "within 2 seconds" in back.xpath("//a[contains(@class, 'trace-words')][@aria-current]/text()")


def test_the_description_leads_from_what_was_read_to_what_came_of_it(ana, case):
    page = ana.page(case)
    addresses = page.xpath("//details[contains(@class, 'signal')]//a[contains(@href, '/trace?words=')]/@href")
    assert addresses
    assert all("What “" in words(ana.page(to)) for to in addresses)


def test_the_matrix_can_be_narrowed_by_category(ana, app, house, case):
    data = [r.requirement.id for r in lines(app, house) if r.requirement.category == "data"]
    assert data
    assert ids(ana.page(f"{case}/trace?category=data")) == data


def test_holes_are_listed_with_their_reason(ana, app, house, case):
    tell(app, house, "within 2 seconds.", "within 2 seconds. We have 40,000 happy members.")
    page = ana.page(f"{case}/trace?show=holes")
    assert words(page.xpath("//h2[@id='lines']")[0]) == "What leads nowhere"
    for row in page.xpath("//table[contains(@class, 'trace-holes')]/tbody/tr"):
        assert len(words(row.xpath("./td[@data-label='Why']")[0])) > 10


@pytest.mark.parametrize(
    "asked", ["show=nothing", "category=x", "page=999", "page=x", "place=7", "line=UC9-F-99", "words=%00"]
)
def test_an_address_that_means_nothing_is_no_fault(ana, case, house, asked):
    for base in (case, f"/projects/{house['pid']}"):
        assert ana.get(f"{base}/trace?{asked}").status_code == 200


def test_a_use_case_that_is_not_there_has_no_trace(ana, house):
    for number in (0, 9):
        assert ana.get(f"/projects/{house['pid']}/use-cases/{number}/trace").status_code == 404


@pytest.mark.usefixtures("looked")
def test_the_project_counts_lines_holes_and_changes_of_each_use_case(ana, app, house):
    tell(app, house, "2 seconds", "9 seconds")
    page = ana.page(f"/projects/{house['pid']}/trace")
    first = page.xpath("//table[contains(@class, 'trace-places')]/tbody/tr")[0]
    counted = [words(cell).removesuffix(" in UC1") for cell in first.xpath("./td")]
    live = lines(app, house)
    assert counted[:2] == [str(len(live)), str(sum(r.requirement.suspect for r in live))]
    assert int(counted[1]) > 0


@pytest.mark.usefixtures("looked")
def test_a_change_after_it_priced_is_said_to_everybody_concerned(ana, ivo, app, house, case):
    tell(app, house, "2 seconds", "9 seconds")
    changed = [r.requirement.id for r in lines(app, house) if r.requirement.suspect]
    assert changed
    listed = ana.page(f"{case}/requirements")
    assert f"{len(changed)} line" in words(listed.xpath("//div[@id='summary']")[0])
    box = words(listed.xpath(f"//article[.//h3='{changed[0]}']//section[contains(@class, 'req__changed')]")[0])
    assert "Changed since somebody looked" in box
    assert "within 2 seconds" in box
    assert "within 9 seconds" in box
    assert f"{changed[0]}" in words(ivo.page(f"{case}/options"))
    assert "changed since this was priced" in words(ivo.page(f"{case}/options"))
    assert "Changed since this was priced" in words(ivo.page(f"{case}/options/A"))
    assert "Changed since" in words(ivo.page(f"{case}/review"))
    assert "again" in words(ivo.page("/queue"))
    document = ana.page(f"/projects/{house['pid']}/document")
    assert "option A for UC1 was priced" in words(document)
    assert "within 2 seconds" in words(document)


@pytest.mark.usefixtures("looked")
def test_a_person_clears_a_mark_on_the_list_and_on_the_trace(ana, app, house, case):
    tell(app, house, "2 seconds", "9 seconds")
    first, second, *_ = [r for r in lines(app, house) if r.requirement.suspect]
    for row, back, lands in ((first, {}, f"/requirements#r{first.row_id}"), (second, {"back": "trace"}, "#lines")):
        where = f"/projects/{house['pid']}/requirements/{row.row_id}/still-right"
        answer = ana.post(where, version=row.version, **back)
        assert answer.location.endswith(lands)
        assert "is still right, you say." in words(ana.page(case + "/requirements"))
    left = [r.row_id for r in lines(app, house) if r.requirement.suspect]
    assert not {first.row_id, second.row_id} & set(left)


@pytest.mark.usefixtures("looked")
def test_one_button_clears_all_marks_of_a_list_and_another_brings_them_back(ana, app, house, case):
    tell(app, house, "2 seconds", "9 seconds")
    before = {r.row_id for r in lines(app, house) if r.requirement.suspect}
    (form,) = ana.page(f"{case}/trace?show=suspect").xpath("//form[contains(@class, 'trace-all')]")
    mine = {int(name.removeprefix("seen-")) for name, _ in form.form_values() if name.startswith("seen-")}
    assert f"All {len(mine)} of these are still right" in words(form)
    done = ana.post(form.action, **dict(form.form_values()))
    assert done.location == f"{case}/trace?show=suspect#lines"
    assert not mine & {r.row_id for r in lines(app, house) if r.requirement.suspect}
    (undo,) = ana.page(case + "/trace").xpath("//form[contains(@action, '/still-right/take-back')]")
    ana.post(undo.action, **dict(undo.form_values()))
    assert {r.row_id for r in lines(app, house) if r.requirement.suspect} == before


@pytest.mark.usefixtures("looked")
def test_who_may_not_change_a_line_sees_the_mark_and_no_button(rita, app, house, case):
    tell(app, house, "2 seconds", "9 seconds")
    page = rita.page(f"{case}/trace?show=suspect")
    assert ids(page)
    assert not page.xpath("//main//form")


def test_a_line_that_nobody_changed_cannot_be_cleared_and_nothing_breaks(ana, app, house):
    row = lines(app, house)[0]
    where = f"/projects/{house['pid']}/requirements/{row.row_id}/still-right"
    assert "Nothing behind this requirement changed" in words(ana.post(where, follow=True, version=row.version))


@pytest.mark.usefixtures("looked")
def test_an_old_page_that_clears_gets_both_texts_and_not_silence(ana, app, house):
    tell(app, house, "2 seconds", "9 seconds")
    row = next(r for r in lines(app, house) if r.requirement.suspect)
    where = f"/projects/{house['pid']}/requirements/{row.row_id}/still-right"
    assert ana.post(where, version=row.version - 1).status_code == 409


def test_a_long_matrix_comes_in_pages(ana, app, house, case, monkeypatch):
    monkeypatch.setattr("translator.web.requirements.trace_page.AT_ONCE", 5)
    every, at = [r.requirement.id for r in lines(app, house)], f"{case}/trace"
    seen = []
    while at:
        page = ana.page(at)
        assert len(ids(page)) <= 5
        seen += ids(page)
        at = next((f"{case}/trace{a}" for a in page.xpath("//nav[@aria-label='Pages']/a[.='Next']/@href")), "")
    assert seen == every
