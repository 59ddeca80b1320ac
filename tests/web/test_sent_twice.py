"""The same form sent twice, as by a double click or after a lost answer, makes one thing and leads to one place."""

import pytest
from lxml import html
from two_houses import OPTION, WORDS

from translator.services.options import options_view
from translator.services.projects import list_projects, project_view
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


@pytest.fixture
def addresses(house):
    return lambda path: path.format(pid=f"/projects/{house['pid']}")


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
