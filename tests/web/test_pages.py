"""The laws that every page keeps, for everybody: each person follows the links that their pages offer.

Of pages that differ only in what they show (one question or another) two are taken.
"""

import re
from collections import Counter

import pytest
from lxml import html
from visitor import Visitor, nesting_faults
from werkzeug.exceptions import NotFound

from translator.services.invitations import accept_invitation, invite
from translator.services.members import change_member
from translator.services.projects import project_view
from translator.services.sample import create_sample
from translator.web.desk import desk

ALIKE = 2
# Pages that no link leads to, and what they are.
APART = {
    "home.setup": "there only before the first account; tests/web/test_accounts.py",
    "home.health": "for machines",
    "resets.new_password": "its link is passed on by people; tests/web/test_resets.py",
    "invitations.invitation": "its link is passed on by people; tests/web/test_members_pages.py",
    "security.static": "closed",
    "security.verify": "closed",
    "static": "files",
}


@pytest.fixture
def sample(app, house):
    """Give the finished sample project, with Ana for marketing, Ivo for IT and Rita as reader."""
    with app.app_context():
        pid = create_sample(desk(), house["ana"])
        for name, side in (("ivo", "it"), ("rita", "reader")):
            accept_invitation(desk(), house[name], invite(desk(), house["ana"], pid, name, side))
        assert project_view(desk(), house["ana"], pid).sample
        change_member(desk(), house["ana"], pid, house["ana"].id, version=1, side="marketing", lead=True)
    return pid


def addresses_in(page):
    found = page.xpath("//a/@href | //@hx-get | //@data-load")
    return {address.split("#")[0] for address in found if address.startswith("/") and not address.startswith("//")}


def page_faults(text):
    """Name every law that a page breaks."""
    page = html.fromstring(text)
    faults = nesting_faults(text) + part_faults(page, text)
    whole = text.lstrip().lower().startswith("<!doctype html>")
    if whole:
        faults += [f"{len(page.xpath('//h1'))} h1"] if len(page.xpath("//h1")) != 1 else []
        faults += ["no language"] if page.get("lang") != "en-GB" else []
        faults += ["no title"] if not re.search(r"<title>(Error: )?\S.* \u2013 Translator</title>", text) else []
        faults += ["no main"] if len(page.xpath("//main[@id='content']")) != 1 else []
    return faults


def part_faults(page, text):
    ids = page.xpath("//@id")
    faults = [f"id {name} twice" for name in set(ids) if ids.count(name) > 1]
    named = {*ids, ""}
    for attribute in ("aria-describedby", "aria-labelledby", "aria-controls"):
        for value in page.xpath(f"//@{attribute}"):
            faults += [f"{attribute} names {one}, which is not there" for one in value.split() if one not in named]
    faults += [f"label for {name}, which is not there" for name in page.xpath("//label/@for") if name not in named]
    faults += [f"{tag} has a style attribute" for tag in {e.tag for e in page.xpath("//*[@style]")}]
    faults += [f"{name} in the page" for name in set(re.findall(r"<[^>]*\s(on[a-z]+)=", text))]
    faults += ["a script in the page"] if page.xpath("//script[not(@src)] | //style") else []
    foreign = page.xpath("//script/@src | //link/@href | //img/@src")
    faults += [
        f"{address} comes from elsewhere" for address in foreign if not address.startswith(("/static/", "data:"))
    ]
    return faults + form_faults(page) + table_faults(page)


def form_faults(page):
    token = ".//input[@name='csrf_token' and string-length(@value) > 20]"
    posting = page.xpath("//form[translate(@method, 'POST', 'post') = 'post']")
    faults = [f"no token in the form to {form.get('action')}" for form in posting if not form.xpath(token)]
    for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        labelled = field.get("aria-label") or field.get("aria-labelledby") or field.xpath("ancestor::label")
        if not labelled and not page.xpath(f"//label[@for='{field.get('id')}']"):
            faults.append(f"no label for {field.get('name') or field.get('id')}")
    silent = [button for button in page.xpath("//button[not(@aria-label)]") if not button.text_content().strip()]
    return faults + ["a button without words" for _ in silent]


def table_faults(page):
    tables = page.xpath("//table")
    return [f"a table without headings: {table.get('class')}" for table in tables if not table.xpath(".//th[@scope]")]


def endpoint_of(app, path):
    try:
        return app.url_map.bind("localhost").match(path)[0]
    except NotFound:
        return f"nothing at {path}"


def is_page(response):
    """Tell pages from files to take away, which have laws of their own."""
    return (
        response.status_code == 200
        and response.mimetype == "text/html"
        and "Content-Disposition" not in response.headers
    )


def walk(visitor, start="/projects"):
    """Follow every link from the first page on; yield each answer once."""
    waiting, seen, taken = [start, "/help", "/account/password"], set(), Counter()
    while waiting:
        address = waiting.pop(0)
        path = address.split("?")[0]
        endpoint = endpoint_of(visitor.app, path)
        if path in seen or endpoint == "static" or taken[endpoint] == ALIKE:
            continue
        seen.add(path)
        taken[endpoint] += 1
        response = visitor.get(address)
        yield address, response
        if is_page(response):
            waiting += addresses_in(html.fromstring(response.text))


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("name", ["ana", "ivo", "rita", "olga", "ada"])
def test_every_page_that_a_person_can_reach_keeps_the_laws(request, name):
    visitor = request.getfixturevalue(name)
    broken, pages = [], 0
    for address, response in walk(visitor):
        assert response.status_code in (200, 302), f"{name} follows a link to {address}: {response.status_code}"
        if is_page(response):
            pages += 1
            broken += [f"{address}: {fault}" for fault in page_faults(response.text)]
    assert broken == []
    assert pages >= (3 if name in ("olga", "ada") else 12)


@pytest.mark.usefixtures("sample")
def test_every_page_there_is_can_be_reached_by_somebody(app, request):
    reached = set()
    request.getfixturevalue("ana").post(f"/projects/{request.getfixturevalue('sample')}/keep/use-case/1")
    for name in ("ana", "ivo", "ada"):
        for address, response in walk(request.getfixturevalue(name)):
            if response.status_code in (200, 302):
                reached.add(endpoint_of(app, address.split("?")[0]))
    every = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in rule.methods}
    assert every - reached - set(APART) - {"home.index", "security.login"} == set()


@pytest.mark.parametrize("path", ["/login", "/setup", "/help", "/nowhere"])
def test_the_pages_of_strangers_keep_the_laws(stranger, path):
    assert page_faults(stranger.get(path).text) == []


def test_the_pages_of_refusals_keep_the_laws(app, house, ana, rita):
    facts = f"/projects/{house['pid']}/facts"
    answers = [
        ana.post("/projects", name=""),
        ana.post(facts, version="2", budget="a lot"),
        ana.post(facts, version="1", objective="Too late"),
        rita.post(facts, version="2", objective="Not mine to write"),
        ana.client.post(facts, data={"objective": "No token, and a text that is long enough to be an area"}),
        ana.get("/logout"),
        Visitor(app).sign_in("ana@example.org", "wrong"),
    ]
    assert [answer.status_code for answer in answers] == [422, 422, 409, 403, 400, 405, 422]
    for answer in answers:
        assert page_faults(answer.text) == []


def test_a_foreign_page_and_an_absent_one_are_the_same_for_every_page(sample, ana, olga):
    """Olga gets the same answer for every page of Ana's project as for a project that does not exist."""
    mine = {address for address, response in walk(ana) if sample in address and response.status_code == 200}
    assert len(mine) >= 8
    for address in mine:
        foreign, absent = olga.get(address), olga.get(address.replace(sample, "0" * 16))
        assert (foreign.status_code, absent.status_code) == (404, 404), address
        assert without_token(foreign.text) == without_token(absent.text), address


def without_token(text):
    return re.sub(r'(name="csrf[-_]token" (?:content|value)=")[^"]+', r"\1", text)
