"""Nobody gets further than their role: every route, for every role, on one's own, a foreign and no project.

The routes come from the application's own map. Each stands in who_may.py with who may and what is sent; a route
that is not there fails the first test.
"""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from two_houses import furnish, people_of
from visitor import PASSWORD, Visitor
from who_may import (
    ABSENT,
    CASE,
    EXPECTED,
    IT,
    LATEST,
    LEAD,
    MARKETING,
    NOBODY,
    PROJECT,
    READER,
    ROLES,
    STRANGER,
    WRITTEN_OUT,
)

from translator import create_app
from translator.content.load import load_bank
from translator.web.accounts import hashed
from translator.web.desk import desk

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SAFE = [name for name in EXPECTED if name.startswith("GET")]
UNSAFE = [name for name in EXPECTED if name.startswith("POST")]
# Parts of an address that name a row; a row of another project must be as absent as none at all.
ROWS = ("row_id", "invitation", "user")


def routes_of(app):
    """Yield every route and method that reaches into a project."""
    for rule in app.url_map.iter_rules():
        if "<pid>" not in rule.rule:
            continue
        written = [rule.rule]
        for part, words in WRITTEN_OUT.items():
            written = [one.replace(part, word) for one in written for word in (words if part in one else ("",))]
        yield from (f"{method} {one}" for method in rule.methods - {"HEAD", "OPTIONS"} for one in written)


@dataclass
class World:
    """Hold the application over its database, its people's browsers, and how to put everything back."""

    app: object
    path: object
    untouched: object
    own: object
    foreign: object
    visitors: dict

    def put_back(self):
        with closing(sqlite3.connect(self.untouched)) as kept, closing(sqlite3.connect(self.path)) as now:
            kept.backup(now)

    def rows(self):
        """Return every row of every table but the browsers' own sessions."""
        with closing(sqlite3.connect(self.path)) as now:
            tables = [name for (name,) in now.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: now.execute(f"SELECT * FROM '{name}'").fetchall() for name in tables if name != "web_session"}

    def changed(self, before):
        """Return the names of the tables in which something is not as it was."""
        now = self.rows()
        return {name for name in now if now[name] != before[name]}

    def address(self, name, things, **parts):
        """Return the address of a route in a project; `parts` stand in place of what it would name there."""
        expected = EXPECTED[name]
        named = {"number": 1, "pid": "pid", "invitation": "invitation", "user": "user", **expected.parts}
        values = {part: getattr(things, str(value), value) for part, value in named.items()} | parts
        return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values[found[1]]), name.partition(" ")[2])

    def sent(self, name):
        """Return what a form of a route sends; things go by their names, and LATEST is the version of their row."""
        parts, fields = EXPECTED[name].parts, {}
        for key, value in EXPECTED[name].sent.items():
            thing = getattr(self.own, key.removeprefix("seen-") if value is LATEST else value, value)
            if key.startswith("seen-"):
                fields[f"seen-{thing}"] = self.version(thing)
            else:
                fields[key] = self.version(getattr(self.own, parts["row_id"])) if value is LATEST else thing
        return fields

    def version(self, row_id):
        with closing(sqlite3.connect(self.path)) as now:
            return now.execute("SELECT version FROM requirement WHERE id = ?", (row_id,)).fetchone()[0]

    def send(self, role, name, address):
        visitor = self.visitors[role]
        if name.startswith("GET"):
            return visitor.get(address)
        fields = {"csrf_token": visitor.known_token, **self.sent(name)}
        return visitor.client.post(address, data=fields)


@pytest.fixture(scope="module")
def world(sqlite_template, tmp_path_factory):
    folder = tmp_path_factory.mktemp("matrix")
    path, untouched = folder / "now.db", folder / "untouched.db"
    path.write_bytes(sqlite_template.read_bytes())
    settings = {"database_url": f"sqlite:///{path}", "sign_in_limit": "1000 per minute"}
    app = create_app(bank=load_bank(), now=lambda: NOON, instance=folder / "instance", **settings)
    with app.app_context():
        people = people_of(hashed(PASSWORD), "ana", "mia", "ivo", "rita", "olga")
        own = furnish(people, "ana", mia="marketing", ivo="it", rita="reader", ana="marketing")
        foreign = furnish(people, "olga")
    visitors = {}
    for role in ROLES:
        visitors[role] = visitor = Visitor(app)
        assert not role or visitor.sign_in(f"{role}@example.org").status_code == 302
        visitor.known_token = visitor.token()
    with closing(sqlite3.connect(path)) as now, closing(sqlite3.connect(untouched)) as kept:
        now.backup(kept)
    yield World(app, path, untouched, own, foreign, visitors)
    with app.app_context():
        desk().db.close()


def same(one, other):
    """Tell whether two answers are the same for whoever gets them, but for the tokens against forgery."""
    blank = [re.sub(r'(name="csrf[-_]token" (?:content|value)=")[^"]+', r"\1", a.text) for a in (one, other)]
    return one.status_code == other.status_code and blank[0] == blank[1]


def test_every_route_of_a_project_says_who_may(world):
    assert set(routes_of(world.app)) == set(EXPECTED)
    assert len(EXPECTED) * len(ROLES) * 3 > 1300


@pytest.mark.parametrize("name", EXPECTED)
def test_who_may_not_is_refused_and_nothing_is_changed(world, name):
    expected = EXPECTED[name]
    before = world.rows()
    for role in (READER, IT, MARKETING, LEAD):
        if role not in expected.may:
            answer = world.send(role, name, world.address(name, world.own))
            assert answer.status_code == expected.refused, f"{role}: {answer.status_code}"
    out = world.send(NOBODY, name, world.address(name, world.own))
    assert (out.status_code, out.headers.get("Location", "/login")[:6]) == (302 if name in SAFE else 401, "/login")
    assert world.changed(before) == set()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_foreign_project_is_as_absent_as_none_and_nothing_is_changed(world, name):
    before = world.rows()
    for role in ROLES:
        of_others = world.own if role == STRANGER else world.foreign
        foreign = world.send(role, name, world.address(name, of_others))
        absent = world.send(role, name, world.address(name, of_others, pid=ABSENT))
        if role:
            assert foreign.status_code == 404
            assert same(foreign, absent), role
        else:
            assert foreign.status_code == absent.status_code == (302 if name in SAFE else 401)
    assert world.changed(before) == set()


@pytest.mark.parametrize("name", [name for name in EXPECTED if any(f":{part}>" in name for part in ROWS)])
def test_a_row_of_another_project_is_as_absent_as_none_under_ones_own(world, name):
    before = world.rows()
    (part,) = [part for part in ROWS if f":{part}>" in name]
    theirs = getattr(world.foreign, str(EXPECTED[name].parts.get(part, part)))
    for role in EXPECTED[name].may:
        foreign = world.send(role, name, world.address(name, world.own, **{part: theirs}))
        absent = world.send(role, name, world.address(name, world.own, **{part: 99_999}))
        assert foreign.status_code in (403, 404)
        assert same(foreign, absent), role
    assert world.changed(before) == set()


@pytest.mark.parametrize("name", SAFE)
def test_who_may_read_gets_the_page_and_changes_nothing_by_it(world, name):
    before = world.rows()
    for role in EXPECTED[name].may:
        answer = world.send(role, name, world.address(name, world.own))
        assert answer.status_code in (200, 302), f"{role}: {answer.status_code}"
    assert world.changed(before) == set()


@pytest.mark.parametrize("name", UNSAFE)
def test_who_may_write_is_let_through(world, name):
    for role in sorted(EXPECTED[name].may):
        world.put_back()
        before = world.rows()
        answer = world.send(role, name, world.address(name, world.own))
        assert answer.status_code in (200, 302, 303), f"{role}: {answer.status_code}"
        assert bool(world.changed(before)) is not EXPECTED[name].kept, role
    world.put_back()


CHANCE = "[0-9a-f]{16,}"  # ids of new projects, hashes of new links
EXTRA = {
    "id": "1", "pid": ABSENT, "project_id": ABSENT, "sample": "yes", "side": "both", "lead": "yes", "chosen": "yes",
    "recommended": "yes", "letter": "Z", "person": "Somebody else", "said_by": "Somebody else", "state": "confirmed",
    "status": "accepted", "category": "infrastructure", "verdict": "yes", "one_off": "[1, 2, 3]", "deleted_at": "1",
    "outcome": "Olga", "narrative": "Not mine to write.", "objective": "Not mine to write.", "measure": "Not mine.",
}  # fmt: skip


# Fields that these forms do have, beside those that EXPECTED sends.
OWN = {
    f"POST {PROJECT}/people/invite": {"lead"},
    f"POST {PROJECT}/people/<int:user>": {"lead"},
    f"POST {CASE}": {"measure"},
    f"POST {CASE}/reject": {"narrative", "measure"},
    f"POST {CASE}/take-back": {"narrative", "measure"},
    f"POST {CASE}/mark": {"narrative", "measure"},
    f"POST {CASE}/mark/take-back": {"narrative", "measure"},
}


@pytest.mark.parametrize("name", UNSAFE)
def test_fields_of_other_forms_are_passed_over(world, name):
    """A form stores what it has fields for: with all others sent along, exactly the same is stored."""
    role = min(EXPECTED[name].may)
    own = {**world.sent(name), "csrf_token": world.visitors[role].known_token}
    foreign = {key: value for key, value in EXTRA.items() if key not in {*own, *OWN.get(name, ())}}
    stored = []
    for more in ({}, foreign):
        world.put_back()
        world.visitors[role].client.post(world.address(name, world.own), data={**more, **own})
        stored.append(re.sub(CHANCE, "*", str(world.rows())))
    world.put_back()
    assert stored[0] == stored[1]
