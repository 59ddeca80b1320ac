"""What somebody typed is never lost, and no other site can make anybody change anything."""

import re

import pytest
from lxml import html
from visitor import Visitor, words

from translator.services.projects import list_projects, project_view
from translator.web.desk import desk

LONG = "We want to win back customers who stopped buying, with an e-mail that fits what they bought before."


def resend(visitor, response, **more):
    """Send the form of a page again, as the button on it does."""
    button = "normalize-space()='Send it again' or starts-with(normalize-space(), 'Save ')"
    form = html.fromstring(response.text).xpath(f"//form[.//button[{button}]]")[0]
    fields = {name: value.removeprefix("\n") for name, value in form.form_values()}  # as browsers read a textarea
    return visitor.client.post(form.get("action"), data={**fields, **more})


def unsafe_addresses(app):
    for rule in app.url_map.iter_rules():
        if {"POST", "PUT", "PATCH", "DELETE"} & rule.methods and rule.endpoint != "security.verify":
            yield re.sub(r"<[^>]+>", "1", re.sub(r"<any\('?([\w-]+)[^>]*>", r"\1", rule.rule))


def test_no_address_takes_a_change_without_the_token(app, ana):
    addresses = list(unsafe_addresses(app))
    assert len(addresses) > 15
    for address in addresses:
        assert ana.client.post(address, data={"name": "changed"}).status_code == 400, address


def test_no_address_takes_a_change_from_another_site(app, ana):
    token = ana.token()
    for address in unsafe_addresses(app):
        headers = {"Sec-Fetch-Site": "cross-site"}
        refused = ana.client.post(address, data={"csrf_token": token}, headers=headers)
        assert refused.status_code == 400, address


def test_the_token_of_somebody_else_is_worth_nothing(app, house, ana, olga):
    response = ana.client.post("/projects", data={"name": "Planted", "csrf_token": olga.token()})
    assert response.status_code == 400
    with app.app_context():
        assert [card.name for card in list_projects(desk(), house["ana"])] == ["Offers that fit"]


def test_a_form_from_an_old_page_is_offered_again_and_then_saved(app, house, ana):
    address = f"/projects/{house['pid']}/facts"
    stale = ana.client.post(address, data={"csrf_token": "old", "version": "2", "objective": LONG})
    assert stale.status_code == 400
    assert LONG in words(stale)
    assert resend(ana, stale).status_code == 302
    with app.app_context():
        assert project_view(desk(), house["ana"], house["pid"]).objective == LONG


def test_text_typed_after_the_session_ended_survives_the_sign_in(house, ana):
    token = ana.token()
    ana.post("/logout")
    address = f"/projects/{house['pid']}/facts"
    refused = ana.client.post(address, data={"csrf_token": token, "version": "2", "objective": LONG})
    assert refused.status_code == 400
    assert "You were signed out before this was saved" in words(refused)
    assert LONG in words(refused)
    ana.sign_in("ana@example.org")
    again = resend(ana, refused)
    assert again.status_code == 400
    assert LONG in words(again)
    assert resend(ana, again).status_code == 302


def test_a_save_without_a_page_load_brings_a_fresh_token_back(house, ana):
    address = f"/projects/{house['pid']}/facts"
    headers = {"HX-Request": "true", "X-CSRFToken": "old"}
    stale = ana.client.post(address, data={"version": "2", "objective": LONG}, headers=headers)
    assert stale.status_code == 400
    headers["X-CSRFToken"] = stale.headers["X-CSRFToken"]
    assert ana.client.post(address, data={"version": "2", "objective": LONG}, headers=headers).status_code == 302


def test_a_request_without_a_page_load_is_told_that_the_session_ended(app, house):
    response = Visitor(app).get(f"/projects/{house['pid']}", **{"HX-Request": "true"})
    assert response.status_code == 401


def test_passwords_are_never_shown_again(stranger):
    response = stranger.client.post("/setup", data={"name": "Ana", "password": "my own secret one"})
    assert response.status_code == 400
    assert "my own secret one" not in response.text


def test_a_request_that_is_too_large_says_so(ana):
    response = ana.client.post("/projects", data={"csrf_token": ana.token(), "name": "x" * 3_000_000})
    assert response.status_code == 413
    assert "too much at once" in words(response)


@pytest.mark.parametrize("address", ["/nowhere", "/projects/0000000000000000", "/projects/x/people/1"])
def test_what_is_not_there_is_one_page_with_a_way_on(ana, address):
    response = ana.get(address)
    assert response.status_code == 404
    assert "There is nothing here" in words(response)


def test_a_failure_of_ours_shows_nothing_of_the_inside(make_app):
    app = make_app()
    app.testing = False

    @app.get("/broken")
    def broken():
        raise ZeroDivisionError("inside information")

    broken.open_to_strangers = True
    response = Visitor(app).get("/broken")
    assert response.status_code == 500
    assert "Something went wrong here" in words(response)
    assert "inside information" not in response.text


def test_a_number_that_no_row_can_have_is_simply_not_found(ana, house):
    for number in (2**31, 10**30):
        assert ana.get(f"/projects/{house['pid']}/use-cases/{number}").status_code == 404
