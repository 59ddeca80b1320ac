"""The same form sent twice, as by a double click or after a lost answer, makes one thing and leads to one place."""

import pytest
from lxml import html
from two_houses import OPTION, WORDS

from translator.services.decide import add_decision
from translator.services.errand import reading
from translator.services.invitations import invitations_of, invite
from translator.services.options import add_option, options_view
from translator.services.projects import list_projects, project_view
from translator.services.questions import ask_question
from translator.services.requirements import requirements_view
from translator.web.desk import desk

CASE = "{pid}/use-cases/1"
# Who, the page with the form, where the form leads, what is typed.
FORMS = {
    "a project": ("ana", "/projects", "/projects", {"name": "Summer"}),
    "a copy": ("ana", "{pid}", "{pid}/copy", {}),
    "a use case": ("ana", "{pid}", "{pid}/use-cases", {}),
    "a requirement": ("ana", f"{CASE}/requirements/add", f"{CASE}/requirements/add", {**WORDS, "category": "data"}),
    "an option": ("ivo", f"{CASE}/options/add", f"{CASE}/options/add", OPTION),
    "a question": ("ivo", "{pid}/questions/ask", "{pid}/questions/ask", {"text": "Which offers?"}),
    "a decision": ("ana", "{pid}/decisions", "{pid}/decisions", {"what": "Who approves?"}),
    "an invitation": ("ana", "{pid}/people", "{pid}/people/invite", {"label": "Una", "side": "reader"}),
}
# What changes or takes away something: who, the page with the form, where the form leads, what is typed.
CHANGES = {
    "the facts": ("ana", "{pid}/facts", "{pid}/facts", {"objective": "Sell more.", "budget": "90k"}),
    "a text": ("ana", CASE, CASE, {"narrative": "When a guest leaves, send a letter.", "save": "yes"}),
    "a member's side": ("ana", "{pid}/people/{ivo}", "{pid}/people/{ivo}", {"side": "both"}),
    "a requirement's words": ("ana", "{pid}/requirements/{line}/edit", "{pid}/requirements/{line}/edit", WORDS),
    "a requirement's acceptance": ("ana", f"{CASE}/requirements", "{pid}/requirements/{line}/accept", {}),
    "a verdict": ("ivo", f"{CASE}/review", f"{CASE}/review/{{line}}", {"verdict": "no", "note": "Too dear."}),
    "an outcome": (
        "ana",
        "{pid}/decisions/{decision}",
        "{pid}/decisions/{decision}",
        {"outcome": "Yes.", "reason": "He signs."},
    ),
    "a reply": ("ivo", "{pid}/questions/asked/{asked}", "{pid}/questions/asked/{asked}", {"answer": "All of them."}),
    "an option's end": ("ivo", f"{CASE}/options", f"{CASE}/options/A/delete", {}),
    "a use case's end": ("ana", "{pid}", f"{CASE}/delete", {}),
    "a project's end": ("ana", "{pid}", "{pid}/delete", {}),
    "a membership's end": ("ana", "{pid}/people/{ivo}", "{pid}/people/{ivo}/remove", {}),
    "an invitation's end": ("ana", "{pid}/people", "{pid}/people/invitations/{invitation}/revoke", {}),
}
# The ends that can be undone, by the form on the page that they lead to.
RETURNS = {
    "an option": ("an option's end", f"{CASE}/options/A/restore"),
    "a use case": ("a use case's end", f"{CASE}/restore"),
    "a project": ("a project's end", "{pid}/restore"),
}


@pytest.fixture
def addresses(house):
    return lambda path: path.format(pid=f"/projects/{house['pid']}")


@pytest.fixture
def furnished(app, house):
    """Give a function that fills in an address; the project has one of everything that can be changed."""
    things = {"pid": f"/projects/{house['pid']}", "ivo": house["ivo"].id}
    with app.app_context():
        at, here = (desk(), house["ana"], house["pid"]), (desk(), house["ivo"], house["pid"])
        things["line"] = requirements_view(*at, 1).rows[0].row_id
        things["decision"] = add_decision(*at, what="Who approves the offers?")
        things["asked"] = ask_question(*here, scope=1, text="Which offers may be shown?")
        add_option(*here, 1, {**OPTION, "name": "First"})
        invite(*at, "somebody", "reader")
        with reading(*at) as errand:
            things["invitation"] = invitations_of(errand)[0].id
    return lambda path: path.format(**things)


def form_at(page, action, own_address):
    """Return the hidden fields of the form that leads to an address."""
    (form,) = [f for f in page.xpath("//form[@method='post']") if (f.get("action") or own_address) == action]
    return {field.get("name"): field.get("value") for field in form.xpath(".//input[@type='hidden']")}


def shown(answer):
    """Return where an answer leads, or, of the page with an invitation, the link on it."""
    if answer.status_code == 200:
        return html.fromstring(answer.text).get_element_by_id("link").get("value")
    assert answer.status_code == 302, answer.status_code
    return answer.headers["Location"]


def counted(app):
    with app.app_context(), desk().db.reading() as session:
        tables = session.connection().exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").all()
        count = session.connection().exec_driver_sql
        return {name: count(f"SELECT count(*) FROM '{name}'").scalar_one() for (name,) in tables}


def stored(app):
    """Return every row of the database but the sessions' own, to see what a request has changed."""
    with app.app_context(), desk().db.reading() as session:
        ask = session.connection().exec_driver_sql
        tables = [name for (name,) in ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables.remove("web_session")  # it remembers each visit
        return {name: ask(f"SELECT * FROM '{name}'").all() for name in tables}


@pytest.mark.parametrize("thing", FORMS)
def test_a_form_sent_twice_makes_one_thing_and_the_second_answer_is_the_first(request, app, addresses, thing):
    name, page, action, typed = FORMS[thing]
    visitor, page, action = request.getfixturevalue(name), addresses(page), addresses(action)
    fields = {**form_at(visitor.page(page), action, page), **typed}
    before = counted(app)
    first = visitor.client.post(action, data=fields)
    after_first = counted(app)
    second = visitor.client.post(action, data=fields)
    assert shown(second) == shown(first)
    assert counted(app) == after_first != before


@pytest.mark.parametrize("thing", ["a project", "a question", "an option", "an invitation"])
def test_the_same_page_with_other_words_is_another_form(request, app, addresses, thing):
    name, page, action, typed = FORMS[thing]
    visitor, page, action = request.getfixturevalue(name), addresses(page), addresses(action)
    fields = {**form_at(visitor.page(page), action, page), **typed}
    visitor.client.post(action, data=fields)
    before = counted(app)
    word = next(iter(typed))
    shown(visitor.client.post(action, data={**fields, word: "Something else"}))
    assert counted(app) != before


def test_a_refused_form_can_be_mended_and_sent_with_the_same_key(app, house, ivo, addresses):
    action = addresses(f"{CASE}/options/add")
    fields = form_at(ivo.page(action), action, action)
    assert ivo.client.post(action, data={**fields, "risk": "low"}).status_code == 422
    assert ivo.client.post(action, data={**fields, **OPTION}).status_code == 302
    with app.app_context():
        assert len(options_view(desk(), house["ivo"], house["pid"], 1).columns) == 1


def test_two_showings_of_a_button_add_two_use_cases(app, house, ana, addresses):
    page, action = addresses("{pid}"), addresses("{pid}/use-cases")
    for _ in range(2):
        ana.client.post(action, data=form_at(ana.page(page), action, page))
    with app.app_context():
        assert len(project_view(desk(), house["ana"], house["pid"]).use_cases) == 3
        assert len(list_projects(desk(), house["ana"])) == 1


@pytest.mark.parametrize("thing", CHANGES)
def test_a_change_sent_twice_is_made_once_and_the_second_answer_is_the_first(request, app, furnished, thing):
    name, page, action, typed = CHANGES[thing]
    visitor, page, action = request.getfixturevalue(name), furnished(page), furnished(action)
    fields = {**form_at(visitor.page(page), action, page), **typed}
    before = stored(app)
    first = visitor.client.post(action, data=fields)
    after_first = stored(app)
    second = visitor.client.post(action, data=fields)
    assert (second.status_code, second.headers["Location"]) == (first.status_code, first.headers["Location"])
    assert first.status_code in (302, 303)
    assert stored(app) == after_first != before


@pytest.mark.parametrize("thing", RETURNS)
def test_bringing_back_twice_is_as_good_as_once(request, app, furnished, thing):
    end, action = RETURNS[thing]
    name, page, ending, typed = CHANGES[end]
    visitor, page, ending, action = request.getfixturevalue(name), furnished(page), furnished(ending), furnished(action)
    shown_after = visitor.client.post(ending, data={**form_at(visitor.page(page), ending, page), **typed})
    landed = visitor.page(shown_after.headers["Location"])
    form = next(f for f in landed.xpath("//form[@method='post']") if f.get("action") == action)
    fields = {field.get("name"): field.get("value") for field in form.xpath(".//input[@type='hidden']")}
    first = visitor.client.post(action, data=fields)
    after_first = stored(app)
    second = visitor.client.post(action, data=fields)
    assert (second.status_code, second.headers["Location"]) == (first.status_code, first.headers["Location"])
    assert first.status_code in (302, 303)
    assert stored(app) == after_first


def test_other_words_from_a_page_that_is_too_old_are_still_a_conflict(ana, furnished):
    page = furnished("{pid}/facts")
    fields = form_at(ana.page(page), page, page)
    ana.client.post(page, data={**fields, "objective": "Sell more."})
    assert ana.client.post(page, data={**fields, "objective": "Sell less."}).status_code == 409


def test_an_option_saved_twice_leads_to_one_place_and_keeps_its_words(ivo, furnished):
    page = furnished(f"{CASE}/options/A")
    fields = {**form_at(ivo.page(page), page, page), **OPTION, "name": "Another name"}
    first, second = (ivo.client.post(page, data=fields) for _ in range(2))
    assert shown(second) == shown(first)
    assert "Another name" in ivo.client.get(page).text
