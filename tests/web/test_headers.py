"""Every answer carries the same protection, word for word."""

import pytest
from visitor import Visitor

PROTECTION = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@pytest.mark.parametrize("path", ["/login", "/setup", "/projects", "/nowhere", "/healthz", "/help"])
def test_every_page_carries_exactly_these_headers_and_no_cache_keeps_it(stranger, path):
    headers = dict(stranger.get(path).headers)
    for varying in ("Content-Length", "Content-Type", "Set-Cookie", "Vary", "Location"):
        headers.pop(varying, None)
    assert headers == {**PROTECTION, "Cache-Control": "no-store"}


def test_a_hashed_asset_may_be_kept_for_a_year(stranger):
    link = stranger.page("/login").xpath("//link[contains(@href, 'tokens.css')]")[0]
    headers = stranger.get(link.get("href")).headers
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["Content-Security-Policy"] == PROTECTION["Content-Security-Policy"]


def test_an_asset_without_its_hash_is_asked_for_again(stranger):
    assert stranger.get("/static/css/tokens.css").headers["Cache-Control"] == "no-cache"


def test_the_hash_in_the_address_is_the_hash_of_the_content(stranger):
    for element in stranger.page("/login").xpath("//link[@integrity] | //script[@integrity]"):
        assert element.get("integrity").startswith("sha384-")
        address = element.get("href") or element.get("src")
        assert stranger.get(address).status_code == 200


def test_over_https_browsers_are_told_to_stay_there(make_app):
    secure = Visitor(make_app(public_url="https://translator.example.org"))
    headers = secure.client.get("/login", base_url="https://translator.example.org").headers
    assert headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"


def test_a_foreign_host_name_is_refused_once_our_own_is_known(make_app):
    visitor = Visitor(make_app(public_url="https://translator.example.org"))
    assert visitor.client.get("/login", base_url="https://evil.example").status_code == 400
