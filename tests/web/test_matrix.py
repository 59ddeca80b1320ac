"""Nobody gets further than their role: every route, for every role, on one's own, a foreign and no project.

The routes come from the application's own map. Each stands in EXPECTED with who may and what is sent; a route that is
not there fails the first test.
"""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from two_houses import OPTION, TOMORROW, WORDS, furnish, people_of
from visitor import PASSWORD, Visitor

from translator import create_app
from translator.content.load import load_bank
from translator.web.accounts import hashed
from translator.web.desk import desk

LEAD, MARKETING, IT, READER, STRANGER, NOBODY = ROLES = ("ana", "mia", "ivo", "rita", "olga", "")
MEMBERS = {LEAD, MARKETING, IT, READER}
WRITERS = {LEAD, MARKETING}
SIDES = {LEAD, MARKETING, IT}
ABSENT = "0" * 16
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CASE, PROJECT = "/projects/<pid>/use-cases/<int:number>", "/projects/<pid>"


@dataclass(frozen=True)
class Expected:
    """Hold who may, what is sent, and what the variables of the address are (`things` by name, else as they stand).

    `refused` is what members without the right are told. `kept`: even for those who may, nothing is stored.
    """

    may: set = field(default_factory=lambda: MEMBERS)
    sent: dict = field(default_factory=dict)
    parts: dict = field(default_factory=dict)
    refused: int = 403
    kept: bool = False


def row(name):
    return {"row_id": name}


def asked(scope):
    return {"scope": scope, "question_id": "channels"}


V1, V2, V3 = ({"version": str(number)} for number in (1, 2, 3))
NEED = {"need": "freshness"}
LATEST = "the latest"
SEEN = {"version": LATEST}
JUDGED = {"version": "0", "verdict": "yes", "note": ""}
ADDED = {**WORDS, "category": "functional"}
PICKED = {"letter": "A", "version-A": "1", "reason": "It is quick."}
REJECTED = {"signal": "signal"}
MARKED = {"mark-words": "savings", "mark-means": "actor:audience"}
UNKNOWN = {"how": "skip", "version": "0"}
QUESTION, OF_PROJECT = {"question_id": "audience"}, {"question_id": "hosting"}
TERM, LATENCY = {"term": "Uplift here", "definition": "What is more."}, {"key": "latency"}
RECOVER = {"key": "standard.recover/time"}
FIRST, LINE = {"of": 1}, {"of": "drafted"}
CONFIRMED = {"confirm": "channels", "version-channels": "1"}

EXPECTED = {
    f"GET {PROJECT}": Expected(),
    f"GET {PROJECT}/facts": Expected(),
    f"POST {PROJECT}/facts": Expected({LEAD}, {**V1, "objective": "Sell more."}),
    f"POST {PROJECT}/delete": Expected({LEAD}),
    f"POST {PROJECT}/restore": Expected({LEAD}, parts={"pid": "deleted_pid"}),
    f"POST {PROJECT}/copy": Expected(SIDES),
    f"POST {PROJECT}/use-cases": Expected(WRITERS),
    f"POST {CASE}/delete": Expected(WRITERS),
    f"POST {CASE}/restore": Expected(WRITERS, parts={"number": 2}),
    f"GET {PROJECT}/people": Expected(),
    f"POST {PROJECT}/people/invite": Expected({LEAD}, {"label": "Una", "side": "reader"}),
    f"POST {PROJECT}/people/invitations/<int:invitation>/revoke": Expected({LEAD}),
    f"GET {PROJECT}/people/<int:user>": Expected({LEAD}, refused=404),
    f"POST {PROJECT}/people/<int:user>": Expected({LEAD}, {**V1, "side": "both"}),
    f"POST {PROJECT}/people/<int:user>/remove": Expected({LEAD, MARKETING}),  # Mia, who is that user, may leave
    f"GET {CASE}": Expected(),
    f"POST {CASE}": Expected(WRITERS, {**V3, "narrative": "Send a letter."}),
    f"POST {CASE}/reading": Expected(sent={"narrative": "Send a letter."}, kept=True),
    f"POST {CASE}/reject": Expected(WRITERS, REJECTED),
    f"POST {CASE}/take-back": Expected(WRITERS, {"signal": "rejected"}),
    f"POST {CASE}/mark": Expected(WRITERS, MARKED),
    f"POST {CASE}/mark/take-back": Expected(WRITERS, {"signal": "marked"}),
    f"GET {CASE}/history": Expected(),
    f"POST {CASE}/kept": Expected(sent={"narrative": "Send a letter."}, kept=True),
    f"POST {CASE}/history": Expected(WRITERS, {**V3, "entry": "entry"}),
    f"GET {CASE}/answer": Expected(),
    f"POST {CASE}/answer": Expected(WRITERS, {"confirm": "trigger", "version-trigger": "0"}),
    f"GET {CASE}/answer/check": Expected(),
    f"GET {CASE}/answer/<question_id>": Expected(parts=QUESTION),
    f"POST {CASE}/answer/<question_id>": Expected(WRITERS, UNKNOWN, QUESTION),
    f"GET {PROJECT}/answer": Expected(),
    f"POST {PROJECT}/answer": Expected(WRITERS, {"confirm": "hosting", "version-hosting": "0"}, kept=True),
    f"GET {PROJECT}/answer/check": Expected(),
    f"GET {PROJECT}/answer/<question_id>": Expected(parts=OF_PROJECT),
    f"POST {PROJECT}/answer/<question_id>": Expected(WRITERS, UNKNOWN, OF_PROJECT),
    f"GET {CASE}/requirements": Expected(),
    f"GET {PROJECT}/requirements": Expected(),
    f"POST {CASE}/requirements/accept-all": Expected(SIDES, {"seen-drafted": LATEST, "seen-infrastructure": LATEST}),
    f"POST {PROJECT}/requirements/accept-all": Expected(SIDES, {"seen-shared": LATEST}),
    f"GET {CASE}/requirements/add": Expected(),
    f"GET {PROJECT}/requirements/add": Expected(),
    f"POST {CASE}/requirements/add": Expected(WRITERS, ADDED),
    f"POST {PROJECT}/requirements/add": Expected(WRITERS, ADDED),
    f"POST {CASE}/ask-it": Expected(WRITERS, {"note": "Please look."}),
    f"GET {PROJECT}/check": Expected(),
    f"POST {PROJECT}/requirements/remarks": Expected(sent={"sentence": "The system should sing."}, kept=True),
    f"POST {PROJECT}/requirements/<int:row_id>/reword": Expected(WRITERS, {**SEEN, **WORDS}, row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/reword/undo": Expected(
        WRITERS, {**SEEN, "earlier": "The system shall sing."}, row("drafted")
    ),
    f"GET {PROJECT}/requirements/<int:row_id>/edit": Expected(parts=row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/edit": Expected(WRITERS, {**SEEN, **WORDS}, row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/accept": Expected(WRITERS, SEEN, row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/drop": Expected(WRITERS, SEEN, row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/restore": Expected(WRITERS, SEEN, row("dropped")),
    f"POST {PROJECT}/requirements/<int:row_id>/keep-mine": Expected(WRITERS, SEEN, row("edited")),
    f"POST {PROJECT}/requirements/<int:row_id>/take-draft": Expected(WRITERS, SEEN, row("edited")),
    f"GET {PROJECT}/needs/<need>": Expected(parts=NEED),
    f"POST {PROJECT}/needs/<need>/price": Expected({IT}, {"version": "0", "level": "1 hour"}, NEED),
    f"POST {PROJECT}/needs/<need>/take-over": Expected(
        WRITERS, {**V1, "use_case": "1", "number": "2", "unit": "day"}, NEED
    ),
    f"POST {PROJECT}/conflicts/decide": Expected(SIDES, {"key": "conflict"}),
    f"POST {PROJECT}/requirements/<int:row_id>/still-right": Expected(WRITERS, SEEN, row("suspect")),
    f"POST {PROJECT}/requirements/still-right": Expected(WRITERS, {"seen-suspect": LATEST, "use_case": "0"}),
    f"POST {PROJECT}/requirements/still-right/take-back": Expected(WRITERS, {"entry": "cleared", "use_case": "0"}),
    f"GET {CASE}/trace": Expected(),
    f"GET {PROJECT}/trace": Expected(),
    f"GET {CASE}/options": Expected(),
    f"POST {CASE}/options": Expected(WRITERS, PICKED),
    f"POST {CASE}/options/recommend": Expected({IT}, {"letter": "A"}),
    f"GET {CASE}/options/add": Expected(),
    f"POST {CASE}/options/add": Expected({IT}, OPTION),
    f"GET {CASE}/options/<letter>": Expected(parts={"letter": "A"}),
    f"POST {CASE}/options/<letter>": Expected({IT}, {**V1, **OPTION, "how": "Bought."}, {"letter": "A"}),
    f"POST {CASE}/options/<letter>/delete": Expected({IT}, V1, {"letter": "B"}),
    f"POST {CASE}/options/<letter>/restore": Expected({IT}, V2, {"letter": "C"}),
    f"GET {CASE}/review": Expected(),
    f"GET {PROJECT}/review": Expected(),
    f"POST {CASE}/review/<int:row_id>": Expected({IT}, JUDGED, row("drafted")),
    f"POST {PROJECT}/review/<int:row_id>": Expected({IT}, JUDGED, row("shared")),
    f"POST {CASE}/review/rest": Expected({IT}, {"rows": "drafted"}),
    f"POST {PROJECT}/review/rest": Expected({IT}, {"rows": "shared"}),
    f"POST {CASE}/review/rest/undo": Expected({IT}, {"rows": "judged"}),
    f"POST {PROJECT}/review/rest/undo": Expected({IT}, {"rows": "judged_shared"}),
    f"GET {PROJECT}/questions": Expected(),
    f"GET {PROJECT}/questions/ask": Expected(),
    f"POST {PROJECT}/questions/ask": Expected(SIDES, {"text": "How many?", "scope": "1", "due": TOMORROW}),
    f"GET {PROJECT}/questions/<int:scope>/<question_id>": Expected(parts=asked(1)),
    f"POST {PROJECT}/questions/<int:scope>/<question_id>": Expected(SIDES, {**V1, "values": "email"}, asked(1)),
    f"GET {PROJECT}/questions/asked/<int:row_id>": Expected(parts=row("asked")),
    f"POST {PROJECT}/questions/asked/<int:row_id>": Expected(SIDES, {**V1, "answer": "Two."}, row("asked")),
    f"GET {PROJECT}/decisions": Expected(),
    f"POST {PROJECT}/decisions": Expected(SIDES, {"what": "Who pays?"}),
    f"GET {PROJECT}/decisions/<int:row_id>": Expected(parts=row("decision")),
    f"POST {PROJECT}/decisions/<int:row_id>/take-over": Expected(
        WRITERS, {"about": "conflict", "way": "30 day"}, row("decision"), kept=True
    ),
    f"POST {PROJECT}/decisions/<int:row_id>/take-back": Expected(WRITERS, parts=row("decision"), kept=True),
    f"POST {PROJECT}/decisions/<int:row_id>": Expected(
        SIDES, {**V1, "outcome": "Ana", "reason": "Hers."}, row("decision")
    ),
    f"GET {PROJECT}/glossary": Expected(),
    f"GET {PROJECT}/propose-term": Expected(),
    f"POST {PROJECT}/propose-term": Expected(SIDES, TERM),
    f"GET {PROJECT}/glossary/<key>": Expected(parts=LATENCY),
    f"POST {PROJECT}/glossary/<key>": Expected(SIDES, {"version": "0", "definition": "Delay."}, LATENCY),
    f"POST {PROJECT}/glossary/<key>/agree": Expected(SIDES, {"version": "0"}, LATENCY),
    f"POST {PROJECT}/glossary/<key>/withdraw": Expected(SIDES, V1, {"key": "warm visitor"}),
    f"GET {PROJECT}/standards": Expected(),
    f"GET {PROJECT}/standards/<path:key>": Expected(parts=RECOVER),
    f"POST {PROJECT}/standards/<path:key>": Expected({IT}, {"version": "0", "value": "4 hours"}, RECOVER),
    f"GET {PROJECT}/topics": Expected(),
    f"GET {PROJECT}/topics/<topic>": Expected(parts={"topic": "recovery"}),
    f"POST {PROJECT}/topics/<topic>": Expected(SIDES, {"version": "0", "reason": "Ours does."}, {"topic": "recovery"}),
    f"GET {PROJECT}/keep/use-case/<int:of>": Expected(parts=FIRST),
    f"GET {PROJECT}/keep/answers/<int:of>": Expected(parts=FIRST),
    f"GET {PROJECT}/keep/requirement/<int:of>": Expected(parts=LINE),
    f"POST {PROJECT}/keep/use-case/<int:of>": Expected(SIDES, {"title": "Kept"}, FIRST),
    f"POST {PROJECT}/keep/answers/<int:of>": Expected(SIDES, {"title": "Kept"}, FIRST),
    f"POST {PROJECT}/keep/requirement/<int:of>": Expected(SIDES, {"title": "Kept"}, LINE),
    f"GET {PROJECT}/bank": Expected(),
    f"POST {PROJECT}/bank": Expected({LEAD}, {"seen": "0"}),
    f"GET {PROJECT}/document": Expected(),
    **{f"GET {PROJECT}/document.{ending}": Expected() for ending in ("docx", "html", "md", "json")},
}
# A part of an address that takes one of a few words stands here with all of them.
WRITTEN_OUT = {
    "<any('use-case', 'answers', 'requirement'):what>": ("use-case", "answers", "requirement"),
    "<any('accept', 'drop', 'restore', 'keep-mine', 'take-draft', 'still-right'):action>": (
        "accept", "drop", "restore", "keep-mine", "take-draft", "still-right"
    ),
    "<ending>": ("docx", "html", "md", "json"),
}  # fmt: skip
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
