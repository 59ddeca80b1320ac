"""A lost password: one link, for one day, once, from an administrator's hand to its owner's."""

import re
from datetime import timedelta

import pytest
from visitor import Visitor, words

NEW = "snow on a slate roof"
MAKE = "/accounts/new-password"


@pytest.fixture
def link(ada):
    """Give the path of a fresh link for Ana."""
    page = ada.post(MAKE, email="Ana@example.org")
    assert page.status_code == 200
    return re.search(r'value="http://localhost(/new-password/[^"]+)"', page.text)[1]


def test_the_link_sets_a_new_password_and_signs_out_everywhere(app, ana, link):
    stranger = Visitor(app)
    assert "ana@example.org" in stranger.get(link).text
    set_new = stranger.post(link, follow=True, password=NEW)
    assert "Your new password is set." in words(set_new)
    assert ana.get("/projects").status_code == 302
    assert Visitor(app).sign_in("ana@example.org").status_code == 422
    assert Visitor(app).sign_in("ana@example.org", NEW).status_code == 302


def test_a_link_works_once_and_every_older_link_ends_with_it(app, ada, link):
    other = re.search(r"/new-password/[^\"]+", ada.post(MAKE, email="ana@example.org").text)[0]
    stranger = Visitor(app)
    assert stranger.post(link, password=NEW).status_code == 302
    for used in (link, other):
        assert stranger.get(used).status_code == 404
        assert stranger.post(used, password="another one again").status_code == 404
    assert Visitor(app).sign_in("ana@example.org", NEW).status_code == 302


def test_making_a_link_changes_nothing_before_it_is_used(ana, link):
    assert link
    assert ana.get("/projects").status_code == 200


def test_a_link_that_is_used_too_old_changed_or_invented_gets_the_same_page(app, clock, ada, link):
    stranger = Visitor(app)
    late = re.search(r"/new-password/[^\"]+", ada.post(MAKE, email="ivo@example.org").text)[0]
    said = {stranger.get(f"/new-password/{token}").text for token in ("x", "1.2.3", "9.9999999999.a", "1.²." + "a")}
    number, until, signature = link.rsplit("/", 1)[1].split(".")
    for changed in (f"{number}.{int(until) + 1}.{signature}", f"{int(number) + 1}.{until}.{signature}"):
        said.add(stranger.get(f"/new-password/{changed}").text)
    stranger.post(link, follow=True, password=NEW)
    said.add(stranger.get(link).text)
    clock.ahead = timedelta(hours=24, seconds=1)
    answer = stranger.get(late)
    said.add(answer.text)
    assert answer.status_code == 404
    assert len(said) == 1
    assert "This link does not work" in said.pop()


def test_a_password_that_will_not_do_leaves_the_link_as_it_was(app, link):
    stranger = Visitor(app)
    refused = stranger.post(link, password="short")
    assert refused.status_code == 422
    assert "at least 10 characters" in refused.text
    assert 'short"' not in refused.text
    assert stranger.post(link, password=NEW).status_code == 302


def test_an_address_without_an_account_is_said_to_the_administrator(ada):
    refused = ada.post(MAKE, email="nobody@example.org")
    assert refused.status_code == 422
    assert "There is no account with this e-mail address." in refused.text


@pytest.mark.parametrize("name", ["ana", "ivo", "rita", "olga"])
def test_nobody_but_an_administrator_finds_the_page(request, name):
    visitor = request.getfixturevalue(name)
    assert visitor.get(MAKE).status_code == 404
    assert visitor.post(MAKE, email="ana@example.org").status_code == 404
    assert MAKE not in visitor.get("/projects").text


def test_whoever_is_signed_in_in_the_same_browser_is_signed_out(ivo, link):
    assert ivo.post(link, password=NEW).location == "/login"
    assert ivo.get("/projects").status_code == 302
