"""IT's pages when several people act: options merged, choices that changed, verdicts for the rest and taken back."""

import pytest
from lxml import html
from stands import comparison, rows
from typed import POINTS, judge_the_rest, option_fields
from visitor import PASSWORD, Visitor, words

from translator.services.invitations import accept_invitation, invite
from translator.services.people import create_account
from translator.web.accounts import hashed
from translator.web.desk import desk


def form_of(page):
    """Return what a form would send as it stands: hidden fields, texts and what is ticked."""
    form = page.xpath("//main//form[@method='post'][.//button[contains(., 'option') or contains(., 'Save')]]")[0]
    fields = {
        box.get("name"): box.get("value") or ""
        for box in form.xpath(".//input")
        if box.get("name") != "csrf_token"
        and (box.get("type") not in ("radio", "checkbox") or box.get("checked") is not None)
    }
    return fields | {area.get("name"): (area.text or "").strip() for area in form.xpath(".//textarea")}


@pytest.fixture
def ida(app, house):
    """Give a second person of IT."""
    with app.app_context():
        person = create_account(desk(), "Ida Example", "ida@example.org", hashed(PASSWORD))
        accept_invitation(desk(), person, invite(desk(), house["ana"], house["pid"], "Ida", "it"))
    visitor = Visitor(app)
    visitor.sign_in("ida@example.org")
    return visitor


def test_two_people_changing_different_parts_of_an_option_are_not_asked_anything(ivo, ida, app, house, case):
    ivo.post(f"{case}/options/add", **option_fields())
    form = form_of(ivo.page(f"{case}/options/A"))
    ida.post(f"{case}/options/A", **{**form, "yearly_likely": "2,500", "risk": "high"})
    response = ivo.post(f"{case}/options/A", **{**form, "name": "Rent it"})
    assert response.status_code == 302
    option = comparison(app, house).columns[0].option
    assert (option.name, option.yearly.likely, option.risk) == ("Rent it", 2_500_00, "high")
    assert "Ida Example had changed other parts of it meanwhile." in words(ivo.page(f"{case}/options"))


def test_two_people_changing_the_same_part_are_asked_about_it_in_the_forms_own_fields(ivo, ida, app, house, case):
    ivo.post(f"{case}/options/add", **option_fields())
    form = form_of(ivo.page(f"{case}/options/A"))
    ida.post(f"{case}/options/A", **{**form, "risk": "high", "how": "With care."})
    response = ivo.post(f"{case}/options/A", **{**form, "risk": "medium", "name": "Rent it"})
    page = html.document_fromstring(response.text)
    assert response.status_code == 409
    assert "Ida Example changed option A of UC1 while you were writing." in words(page)
    assert page.xpath("//nav[@id='project-steps']")
    radios = page.xpath("//main//form//input[@type='radio'][@name='risk']")
    assert [r.get("value") for r in radios if r.get("checked") is not None] == ["medium"]
    assert not page.xpath("//main//form//textarea")
    assert ivo.post(f"{case}/options/A", **form_of(page)).status_code == 302
    option = comparison(app, house).columns[0].option
    assert (option.name, option.risk, option.how) == ("Rent it", "medium", "With care.")


def test_a_verdict_that_somebody_else_gave_first_is_asked_as_a_verdict(ivo, ida, app, house, case):
    row = rows(app, house)[0]
    ida.post(f"{case}/review/{row.row_id}", version="0", verdict="no", note="Never.")
    response = ivo.post(f"{case}/review/{row.row_id}", version="0", verdict="yes", note="")
    page = html.document_fromstring(response.text)
    assert response.status_code == 409
    assert "Ida Example saved first" in words(page)
    assert page.xpath("//nav[@id='project-steps']")
    assert page.xpath("//input[@type='radio'][@name='verdict'][@checked]/@value") == ["yes"]
    assert words(page.xpath("//p[contains(@class, 'theirs')]")[0]) == "No"


def test_a_price_that_moves_while_marketing_chooses_sends_marketing_back_to_look(ivo, ana, case):
    ivo.post(f"{case}/options/add", **option_fields())
    ivo.post(f"{case}/options/A", version=1, **option_fields(one_off=("31k", "41k", "51k")))
    response = ana.post(f"{case}/options", letter="A", reason="Soonest.", **{"version-A": 1})
    assert response.status_code == 409
    assert "Ivo Example changed option A since you opened this page." in response.text
    assert "Soonest." in response.text
    assert "€41,000" in response.text


def test_an_option_that_changed_after_it_was_chosen_shows_both_figures_until_it_is_chosen_again(ivo, ana, case, house):
    ivo.post(f"{case}/options/add", **option_fields())
    ana.post(f"{case}/options", letter="A", reason="Soonest.", **{"version-A": 1})
    ivo.post(f"{case}/options/A", **{**form_of(ivo.page(f"{case}/options/A")), "one_off_likely": "42,000"})
    for page in (ana.page(f"{case}/options"), ana.page(f"/projects/{house['pid']}")):
        moved = words(page.xpath("//dl[@class='changes']")[0])
        assert "€40,000" in moved
        assert "€42,000" in moved
    assert "Option A for UC1 changed since marketing chose it." in words(ana.page(f"/projects/{house['pid']}/document"))
    ana.post(f"{case}/options", letter="A", reason="Still.", **{"version-A": 3})
    assert not ana.page(f"{case}/options").xpath("//dl[@class='changes']")


def test_time_typed_in_months_is_said_back_in_weeks(ivo, case):
    months = dict(zip((f"weeks_{point}" for point in POINTS), ("2 months", "3 months", "4 months"), strict=True))
    ivo.post(f"{case}/options/add", **option_fields() | months)
    said = words(ivo.page(f"{case}/options"))
    assert "“2 months” is kept as 9" in said
    assert "13 weeks" in said


def test_cents_are_shown_wherever_the_amount_is(ivo, case):
    ivo.post(f"{case}/options/add", **option_fields(one_off=("6,500.50", "7,000", "8,000")))
    assert words(ivo.page(f"{case}/options")).count("€6,500.50") == 2
    assert 'value="6,500.50"' in ivo.get(f"{case}/options/A").text


def test_each_requirement_of_the_option_form_stands_beside_its_verdict(ivo, app, house, case):
    row = rows(app, house)[0]
    ivo.post(f"{case}/review/{row.row_id}", version=row.judged, verdict="no", note="Not this year.")
    ivo.post(f"{case}/options/add", **option_fields())
    page = ivo.page(f"{case}/options/add")
    line = page.xpath(f"//tr[.//input[@name='meets-{row.row_id}']]")[0]
    assert "IT: No – Not this year." in words(line)
    assert [words(th) for th in page.xpath("//th[@scope='rowgroup']")] == ["Functional", "Data", "Infrastructure"]
    assert "Judged “No”" in words(ivo.page(f"{case}/options").xpath("//table[contains(@class, 'data meets')]")[0])


def test_a_card_says_where_the_requirement_comes_from_why_and_how_it_is_measured(ivo, app, house, case):
    row = next(r for r in rows(app, house) if any(s.kind == "words" for s in r.requirement.trace))
    card = ivo.page(f"{case}/review").xpath(f"//article[@id='j{row.row_id}']")[0]
    said = words(card)
    assert row.requirement.fit in said
    assert row.requirement.rationale in said
    quoted = [source.text for source in row.requirement.trace if source.kind == "words"]
    assert [words(q) for q in card.xpath(".//q")] == quoted
    assert ivo.page(f"{case}/review").xpath("//details[contains(@class, 'judge-narrative')][@open]")


def test_the_rest_leaves_out_notes_that_are_not_saved_and_can_be_undone(ivo, app, house, case):
    first = rows(app, house)[0].row_id
    judge_the_rest(ivo, case, leave=str(first))
    assert [row.row_id for row in rows(app, house) if row.waits] == [first]
    undo = ivo.page(f"{case}/review").xpath("//div[@id='page-messages']//form")[0]
    ivo.post(undo.get("action"), rows=undo.xpath("./input[@name='rows']/@value")[0])
    assert all(row.waits for row in rows(app, house))


def test_the_queue_says_what_an_option_lacks(ivo, ana, case):
    ana.post(f"{case}/ask-it", note="")
    ivo.post(f"{case}/options/add", **option_fields(one_off=("", "", "")))
    page = words(ivo.page("/queue"))
    assert "A lacks one-off cost" in page
    assert "1 option to add" in page


def test_a_stranger_learns_nothing_from_a_form_that_is_not_whole(olga, ivo, case):
    ivo.post(f"{case}/options/add", **option_fields())
    for page in ("options/A/delete", "options/C/delete", "options/A/restore", "options/A", "options", "review/rest"):
        assert olga.post(f"{case}/{page}").status_code == 404, page
