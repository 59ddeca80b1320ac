"""The first account, signing in and out, and everything a stranger meets on the way."""

from urllib.parse import urljoin, urlsplit

import pytest
from visitor import PASSWORD, Visitor, words

FIRST = {"name": "Ana Example", "email": "Ana@Example.org", "password": PASSWORD}


def typing_begins_at(page):
    """Return the id of what has the focus as the page opens."""
    return page.xpath("//*[@data-focus]/@id")[0]


def test_the_first_visitor_is_led_to_the_first_account_and_lands_on_projects(stranger):
    assert stranger.get("/").headers["Location"] == "/setup"
    assert typing_begins_at(stranger.page("/setup")) == "name"
    assert stranger.post("/setup", **FIRST).headers["Location"] == "/projects"
    assert typing_begins_at(stranger.page("/projects")) == "name"
    assert "Ana Example" in words(stranger.get("/projects"))


def test_the_first_account_finds_the_finished_sample(stranger):
    stranger.post("/setup", **FIRST)
    cards = stranger.page("/projects").xpath("//ul[contains(@class, 'cards')]/li")
    assert len(cards) == 1
    assert "Sample" in words(cards[0])


@pytest.mark.usefixtures("house")
def test_the_first_account_can_be_created_once_only(stranger):
    assert stranger.get("/setup").status_code == 404
    assert stranger.post("/setup", **FIRST).status_code == 404
    assert stranger.get("/").headers["Location"] == "/login"


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", " ", "Enter your name."),
        ("email", "nobody", "Enter an e-mail address, such as name@example.org."),
        ("password", "short", "Choose a password of at least 10 characters."),
    ],
)
def test_what_is_wrong_with_an_account_is_said_beside_its_field(stranger, field, value, says):
    response = stranger.post("/setup", **{**FIRST, field: value})
    assert response.status_code == 422
    page = words(response)
    assert "There is a problem" in page
    assert page.count(says) == 2
    assert PASSWORD not in response.text
    assert f'href="#{field}"' in response.text


def test_a_page_for_members_leads_to_the_sign_in_and_back(app, house):
    visitor = Visitor(app)
    address = f"/projects/{house['pid']}/people"
    led = visitor.get(address).headers["Location"]
    assert led == "/login?next=" + address.replace("/", "%2F")
    assert visitor.sign_in("ana@example.org", next=address).headers["Location"] == address


@pytest.mark.usefixtures("house")
def test_the_address_may_be_written_in_any_case(app):
    assert Visitor(app).sign_in("ANA@example.ORG ").status_code == 302


@pytest.mark.usefixtures("house")
def test_a_wrong_password_and_an_unknown_address_are_not_told_apart(app):
    wrong = Visitor(app).sign_in("ana@example.org", "something else")
    unknown = Visitor(app).sign_in("nobody@example.org", "something else")
    assert wrong.status_code == unknown.status_code == 422
    said = words(wrong)
    assert "The e-mail address and the password do not belong together." in said
    assert said == words(unknown)


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    "target",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
     "/%0d%0aSet-Cookie:x", "http:evil.example", "///evil.example", "/\t/evil.example", " //evil.example"],
)  # fmt: skip
def test_a_sign_in_leads_nowhere_but_to_our_own_pages(app, target):
    led = Visitor(app).sign_in("ana@example.org", next=target).headers["Location"]
    assert not led.startswith(("//", "/\\", "\\"))
    assert urlsplit(urljoin("http://localhost/login", led))[:2] == ("http", "localhost")


def test_guessing_is_slowed_down(make_app):
    visitor = Visitor(make_app(sign_in_limit="3 per minute"))
    codes = [visitor.sign_in("ana@example.org", "guess").status_code for _ in range(4)]
    assert codes == [422, 422, 422, 429]
    assert "Wait a minute" in words(visitor.sign_in("ana@example.org", "guess"))


def test_a_link_cannot_sign_anybody_out(ana):
    assert ana.get("/logout").status_code == 405
    assert ana.get("/projects").status_code == 200


def test_signing_out_leads_to_the_sign_in(ana):
    assert ana.post("/logout", follow=True).request.path == "/login"


def test_the_password_changes_only_with_the_old_one_and_a_good_new_one(ana):
    good = "snow on a slate roof"
    wrong = {"password": "not it at all", "new_password": good, "new_password_confirm": good}
    short = {"password": PASSWORD, "new_password": "tiny", "new_password_confirm": "tiny"}
    apart = {"password": PASSWORD, "new_password": good, "new_password_confirm": good + "!"}
    for fields in (wrong, short, apart):
        response = ana.post("/account/password", **fields)
        assert response.status_code == 422
        assert "There is a problem" in words(response)


def test_pages_that_the_sign_in_library_brings_along_are_closed(ana):
    assert ana.get("/verify").status_code == 404
    assert ana.get("/fs-static/js/base.js").status_code == 404


def test_health_answers_once_the_database_does(stranger):
    response = stranger.get("/healthz")
    assert (response.status_code, response.json) == (200, {"status": "ok"})


def test_an_empty_database_says_what_to_do_instead_of_failing(make_app, tmp_path):
    visitor = Visitor(make_app(database_url=f"sqlite:///{tmp_path / 'empty.db'}"))
    for path in ("/", "/healthz", "/login"):
        response = visitor.get(path)
        assert response.status_code == 503
        assert "flask --app translator upgrade" in response.text
