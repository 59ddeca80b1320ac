"""Who may come to the pages that belong to no project; a route that does not stand here fails the first test."""

import pytest

ANYBODY, SIGNED_IN, ADMINISTRATOR, NOBODY = "anybody", "whoever is signed in", "an administrator", "nobody"
ENTRY = "/bank/<any('question', 'template', 'term'):kind>/<path:entry>"
EXPECTED = {
    "GET /": ANYBODY,
    "GET /healthz": ANYBODY,
    "GET /help": ANYBODY,
    "GET /setup": ANYBODY,
    "POST /setup": ANYBODY,
    "GET /login": ANYBODY,
    "POST /login": ANYBODY,
    "GET /invite/<token>": ANYBODY,
    "POST /invite/<token>": ANYBODY,
    "GET /new-password/<token>": ANYBODY,
    "POST /new-password/<token>": ANYBODY,
    "GET /static/<path:filename>": ANYBODY,
    "POST /logout": SIGNED_IN,
    "GET /account/password": SIGNED_IN,
    "POST /account/password": SIGNED_IN,
    "GET /projects": SIGNED_IN,
    "POST /projects": SIGNED_IN,
    "POST /projects/sample": SIGNED_IN,
    "GET /queue": SIGNED_IN,
    "GET /library": SIGNED_IN,
    "GET /library/<item_id>": SIGNED_IN,
    "POST /library/<item_id>": SIGNED_IN,
    "POST /library/<item_id>/delete": SIGNED_IN,
    "POST /library/<item_id>/restore": SIGNED_IN,
    "POST /library/<item_id>/use": SIGNED_IN,
    "GET /bank": ADMINISTRATOR,
    f"GET {ENTRY}": ADMINISTRATOR,
    f"POST {ENTRY}": ADMINISTRATOR,
    "GET /bank/publish": ADMINISTRATOR,
    "POST /bank/publish": ADMINISTRATOR,
    "GET /accounts/new-password": ADMINISTRATOR,
    "POST /accounts/new-password": ADMINISTRATOR,
    "GET /verify": NOBODY,
    "POST /verify": NOBODY,
    "GET /fs-static/<path:filename>": NOBODY,
}
PARTS = {"<any('question', 'template', 'term'):kind>": "question", "<path:entry>": "people", "<item_id>": "x"}


def sent(visitor, name):
    method, _, address = name.partition(" ")
    for part, word in PARTS.items():
        address = address.replace(part, word)
    return visitor.get(address) if method == "GET" else visitor.post(address, email="ana@example.org", version="0")


def names(*who):
    return [name for name, may in EXPECTED.items() if may in who]


def test_every_route_outside_the_projects_says_who_may(app):
    rules = [rule for rule in app.url_map.iter_rules() if "<pid>" not in rule.rule]
    assert {f"{m} {r.rule}" for r in rules for m in r.methods - {"HEAD", "OPTIONS"}} == set(EXPECTED)


@pytest.mark.usefixtures("house")
def test_a_stranger_is_led_to_the_sign_in_and_changes_nothing(stranger):
    for name in names(SIGNED_IN, ADMINISTRATOR):
        answer = sent(stranger, name)
        led = answer.status_code == 302 and answer.location.startswith("/login")
        assert led if name.startswith("GET") else (answer.status_code == 401 or led), name


@pytest.mark.parametrize("who", ["ana", "ivo", "rita"])
def test_what_is_for_administrators_is_not_there_for_others(request, who):
    visitor = request.getfixturevalue(who)
    assert {name: sent(visitor, name).status_code for name in names(ADMINISTRATOR)} == dict.fromkeys(
        names(ADMINISTRATOR), 404
    )


def test_an_administrator_finds_the_pages_for_administrators(ada):
    pages = [name for name in names(ADMINISTRATOR) if name.startswith("GET")]
    assert {name: sent(ada, name).status_code for name in pages} == dict.fromkeys(pages, 200)


def test_pages_that_nobody_needs_are_not_there(ada, stranger):
    for name in names(NOBODY):
        assert sent(ada, name).status_code in (400, 404), name
        assert sent(stranger, name).status_code in (400, 404), name
