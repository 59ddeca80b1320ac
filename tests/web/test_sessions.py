"""A session is worth something only while it should be."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from visitor import PASSWORD, Visitor

from translator.storage.tables import WebSession
from translator.web.desk import desk


def rows(app):
    with app.app_context(), desk().db.reading() as session:
        return session.scalars(select(WebSession)).all()


def is_in(visitor):
    return visitor.get("/projects").status_code == 200


def test_a_cookie_copied_before_sign_out_opens_nothing_after_it(ana):
    stolen = ana.cookie
    assert is_in(ana.with_cookie(stolen))
    assert ana.post("/logout").status_code == 302
    assert not is_in(ana)
    assert not is_in(ana.with_cookie(stolen))


@pytest.mark.usefixtures("house")
def test_signing_in_gives_a_new_cookie_so_a_planted_one_is_worth_nothing(app):
    visitor = Visitor(app)
    visitor.get("/login")
    planted = visitor.cookie
    visitor.sign_in("ana@example.org")
    assert is_in(visitor)
    assert visitor.cookie != planted
    assert not is_in(visitor.with_cookie(planted))


@pytest.mark.usefixtures("house")
def test_changing_the_password_signs_every_other_browser_out(app, ana):
    elsewhere = Visitor(app)
    elsewhere.sign_in("ana@example.org")
    copied = ana.cookie
    fresh = "snow on a slate roof"
    changed = ana.post("/account/password", password=PASSWORD, new_password=fresh, new_password_confirm=fresh)
    assert changed.status_code == 302
    assert is_in(ana)
    assert not is_in(elsewhere)
    assert not is_in(ana.with_cookie(copied))
    assert Visitor(app).sign_in("ana@example.org").status_code == 422
    assert Visitor(app).sign_in("ana@example.org", fresh).status_code == 302


def test_the_database_holds_no_cookie_only_its_hash(app, ana):
    held = [row.id for row in rows(app)]
    assert held
    assert ana.cookie not in held
    assert all(ana.cookie not in row.data for row in rows(app))


def test_a_session_that_nobody_uses_for_a_week_is_over(ana, clock):
    clock.ahead = timedelta(days=6)
    assert is_in(ana)
    clock.ahead = timedelta(days=12)
    assert is_in(ana)
    clock.ahead = timedelta(days=20)
    assert not is_in(ana)


def test_a_session_is_over_after_a_month_however_much_it_is_used(ana, clock):
    for day in range(5, 30, 5):
        clock.ahead = timedelta(days=day)
        assert is_in(ana)
    clock.ahead = timedelta(days=31)
    assert not is_in(ana)


@pytest.mark.usefixtures("ana")
def test_sessions_that_are_over_are_swept_out(app, clock):
    ana_rows = len(rows(app))
    clock.ahead = timedelta(days=40)
    Visitor(app).get("/login")
    assert ana_rows >= 1
    assert len(rows(app)) == 1


@pytest.mark.usefixtures("house")
def test_the_cookie_is_closed_to_scripts_and_to_other_sites(app):
    visitor = Visitor(app)
    set_cookie = visitor.sign_in("ana@example.org").headers["Set-Cookie"]
    assert set_cookie.startswith("session=")
    for flag in ("HttpOnly", "SameSite=Lax", "Path=/"):
        assert flag in set_cookie
    assert "Secure" not in set_cookie


def test_over_https_the_cookie_is_bound_to_this_host(make_app):
    client = make_app(public_url="https://translator.example.org").test_client()
    cookie = client.get("/login", base_url="https://translator.example.org").headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    for flag in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert flag in cookie
    assert "Domain" not in cookie


def test_a_page_that_needs_no_session_makes_none(app):
    visitor = Visitor(app)
    visitor.get("/help")
    visitor.get("/healthz")
    assert visitor.cookie is None
    assert rows(app) == []
