"""A project with three people and a small question bank, for the tests of errands."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from translator.content.lexicon_load import load_lexicon
from translator.core.bank.condition import ALWAYS, Condition
from translator.core.bank.model import (
    Bank,
    Choice,
    QualityWords,
    Question,
    QuestionType,
    Scope,
    Slot,
    Suggest,
    Template,
    Term,
)
from translator.core.terms import Category, Priority
from translator.services.desk import Desk, Person
from translator.services.follow import follow_scope
from translator.storage import tables

NARRATIVE = "When a customer leaves a basket, send an e-mail within 2 hours. No text messages."
PRICES = {
    f"{name}_{point}": "1"
    for name in ("one_off", "yearly", "weeks")
    for point in ("optimistic", "likely", "pessimistic")
}


def make_question(name, kind, **over):
    base = Question(
        id=name, scope=Scope.USE_CASE, topic=name, type=kind, text=f"What about {name}?", why="It matters.", example="",
        it_wording=f"{name}?", weight=50, must=False, when=ALWAYS,
    )  # fmt: skip
    return replace(base, **over)


def make_template(name, category, sentence, **over):
    base = Template(
        id=name, scope=Scope.USE_CASE, category=category, topic=name, when=ALWAYS, sentence=sentence, plain="In short.",
        rationale="Because.", fit="Every time.", priority=Priority.MUST, slots={},
    )  # fmt: skip
    return replace(base, **over)


CHANNELS = (Choice(id="email", label="E-mail", phrase="e-mail"), Choice(id="sms", label="SMS", phrase="text message"))

GLOSSARY = (Term(term="latency", marketing="How long it takes.", it="Time to the effect.", definition="Delay."),)
QUESTIONS = (
    make_question(
        "channels", QuestionType.CHOICES, must=True, weight=90, choices=CHANNELS,
        suggest=(Suggest(kind="channel", values={"email": "email", "sms": "sms"}),),
    ),
    make_question("people", QuestionType.NUMBER, weight=80, units=("people", "contacts")),
    make_question("wait", QuestionType.DURATION, weight=70),
    make_question("share", QuestionType.PERCENT, weight=60),
    make_question("wins", QuestionType.CHOICE, weight=50, choices=CHANNELS),
    make_question("fallback", QuestionType.TEXT, weight=40, word_limit=5),
    make_question(
        "text-price", QuestionType.TEXT, weight=30, when=Condition(op="answer", question="channels", values=("sms",))
    ),
    make_question("hosting", QuestionType.TEXT, scope=Scope.PROJECT, must=True),
)  # fmt: skip

TEMPLATES = (
    make_template(
        "send", Category.FUNCTIONAL, "The system shall send a message by {how}.",
        slots={"how": Slot(answer="channels")}, when=Condition(op="answered", question="channels"),
    ),
    make_template("count", Category.FUNCTIONAL, "The system shall count every message.", priority=Priority.SHOULD),
    make_template("consent", Category.DATA, "The system shall keep the consent of each person."),
    make_template("run", Category.INFRASTRUCTURE, "The system shall answer at night."),
    make_template("log", Category.INFRASTRUCTURE, "The system shall keep a log.", scope=Scope.PROJECT, standard=True),
)  # fmt: skip


@cache
def small_bank():
    words = QualityWords(vague=(), escape=(), open_ended=(), superfluous=(), absolute=())
    return Bank(
        version="test",
        lexicon=load_lexicon(),
        questions=QUESTIONS,
        templates=TEMPLATES,
        glossary=GLOSSARY,
        quality=words,
    )


@dataclass
class Room:
    """Hold a desk, four people and one project with one described use case."""

    desk: Desk
    mara: Person
    iris: Person
    rolf: Person
    stranger: Person
    pid: str

    def tell(self, narrative, number=1, title="Left baskets"):
        """Write another narrative, or a use case's first."""
        now = self.desk.now()
        with self.desk.db.writing() as session:
            case = session.query(tables.UseCase).filter_by(project_id=self.pid, number=number).one_or_none()
            if case is None:
                case = tables.UseCase(project_id=self.pid, number=number, title=title, created_at=now)
                session.add(case)
            case.narrative, case.updated_at = narrative, now
            follow_scope(session, self.desk, session.get_one(tables.Project, self.pid), number)

    def history(self):
        """Return what the history says, oldest first."""
        with self.desk.db.reading() as session:
            rows = session.query(tables.History).filter_by(project_id=self.pid).order_by(tables.History.id)
            return [(row.person, row.action, row.subject) for row in rows]


def open_room(db, narrative=NARRATIVE):
    """Set up the project; time stands still at half past nine."""
    now = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    desk = Desk(db=db, bank=small_bank(), now=lambda: now)
    with db.writing() as session:
        users = {name: _user(session, name, now) for name in ("Mara", "Iris", "Rolf", "Stranger")}
        project = tables.Project(id="p1", name="Winter", created_at=now - timedelta(days=1), updated_at=now)
        session.add(project)
        session.flush()
        for name, side, lead in (("Mara", "marketing", True), ("Iris", "it", True), ("Rolf", "reader", False)):
            session.add(tables.Membership(project_id="p1", user_id=users[name].id, side=side, lead=lead))
    people = {name.casefold(): Person(id=u.id, name=u.name, email=u.email) for name, u in users.items()}
    room = Room(desk=desk, pid="p1", **people)
    room.tell(narrative)
    with db.writing() as session:
        follow_scope(session, desk, session.get_one(tables.Project, room.pid), 0)
    return room


def _user(session, name, now):
    user = tables.User(
        email=f"{name.casefold()}@example.org", name=name, password="x", active=True, fs_uniquifier=name, created_at=now
    )
    session.add(user)
    session.flush()
    return user
