"""A question bank of the tests' own: one small use of each part, so that logic is tested apart from the content."""

from translator.core.bank.condition import ALWAYS, Condition, parse_condition
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
)
from translator.core.reading.lexicon import Lexicon
from translator.core.reading.model import Kind, Quantity, Reading, Signal
from translator.core.terms import Category, Priority
from translator.core.text import Span, UseCase

WORDS = QualityWords(
    vague=("fast",), escape=("where possible",), open_ended=("etc",), superfluous=("be able to",), absolute=("always",)
)


def question(name: str, kind: QuestionType, **over: object) -> Question:
    """Build a question; whatever is not said is plain."""
    plain: dict[str, object] = {
        "scope": Scope.USE_CASE,
        "topic": "topic",
        "text": f"What about {name}?",
        "why": "It matters.",
        "example": "An example.",
        "it_wording": "What about it?",
        "weight": 50,
        "must": False,
        "when": ALWAYS,
    }
    return Question(id=name, type=kind, **{**plain, **over})  # type: ignore[arg-type]


def template(name: str, when: object, sentence: str, **over: object) -> Template:
    """Build a template; `when` is a condition as YAML holds it."""
    plain: dict[str, object] = {
        "scope": Scope.USE_CASE,
        "category": Category.FUNCTIONAL,
        "topic": "topic",
        "plain": "In plain words.",
        "rationale": "For a reason.",
        "fit": "A test shows it.",
        "priority": Priority.MUST,
        "slots": {},
    }
    return Template(id=name, when=condition(when), sentence=sentence, **{**plain, **over})  # type: ignore[arg-type]


def condition(raw: object) -> Condition:
    """Read a condition."""
    return parse_condition(raw, "when")


CHANNELS = question(
    "channels",
    QuestionType.CHOICES,
    weight=90,
    must=True,
    choices=(
        Choice(id="email", label="E-mail", phrase="the e-mail channel"),
        Choice(id="sms", label="Text message", phrase="the text message channel"),
    ),
    suggest=(Suggest(kind="channel", values={"email": "email", "sms": "sms"}),),
)
PEOPLE = question(
    "people",
    QuestionType.NUMBER,
    weight=80,
    must=True,
    units=("people", "messages a month"),
    suggest=(Suggest(kind="volume", values={"customer": "people"}),),
)
CAP = question(
    "cap", QuestionType.NUMBER, weight=70, units=("messages a week",), when=condition({"answered": "channels"})
)
QUIET = question(
    "quiet", QuestionType.TEXT, weight=60, when=condition({"answer": {"question": "channels", "is": "sms"}})
)
WAIT = question(
    "wait", QuestionType.DURATION, weight=40, suggest=(Suggest(kind="timing", roles=("latency",), values={}),)
)
HOSTING = question(
    "hosting",
    QuestionType.CHOICE,
    scope=Scope.PROJECT,
    choices=(Choice(id="ours", label="Ours", phrase="the client's data centre"),),
)

TEMPLATES = (
    template(
        "send",
        {"answered": "channels"},
        "The system shall deliver the message through {each}.",
        each_answer="channels",
    ),
    template(
        "hold",
        {"signal": {"kind": "data"}},
        "The system shall hold {each}.",
        category=Category.DATA,
        each="data",
    ),
    template(
        "limit",
        {"answered": "cap"},
        "The system shall send one person no more than {cap}.",
        slots={"cap": Slot(answer="cap")},
    ),
    template(
        "speed",
        {"any": [{"answered": "people"}, {"signal": {"kind": "timing", "role": "latency"}}]},
        "The system shall serve {people}.",
        category=Category.INFRASTRUCTURE,
        fit="A test shows {wait} at most.",
        fit_unknown="The longest wait is to be agreed.",
        slots={"people": Slot(answer="people", otherwise="the agreed number of people"), "wait": Slot(answer="wait")},
    ),
    template(
        "roles",
        {"always": True},
        "The system shall grant rights by role.",
        scope=Scope.PROJECT,
        category=Category.INFRASTRUCTURE,
        standard=True,
    ),
)

QUESTIONS = (CHANNELS, PEOPLE, CAP, QUIET, WAIT, HOSTING)


def tiny_bank(questions: tuple[Question, ...] = QUESTIONS, templates: tuple[Template, ...] = TEMPLATES) -> Bank:
    """Build the bank."""
    return Bank(
        version="0.1",
        lexicon=Lexicon(concepts=()),
        questions=questions,
        templates=templates,
        glossary=(),
        quality=WORDS,
    )


TEXT = "Send it by email, not by text, within 2 hours to 5,000 customers with their order history."
USE_CASE = UseCase(number=2, title="Orders", narrative=TEXT)


def signal(kind: Kind, value: str, evidence: str, text: str = TEXT, **over: object) -> Signal:
    """Build a signal whose evidence stands in the text."""
    start = text.index(evidence)
    span = Span(start, start + len(evidence))
    return Signal(kind=kind, value=value, span=span, evidence=evidence, **over)  # type: ignore[arg-type]


EMAIL = signal(Kind.CHANNEL, "email", "email")
NO_TEXT = signal(Kind.CHANNEL, "sms", "text", negated=True)
WITHIN = signal(Kind.TIMING, "hourly", "within 2 hours", role="latency", quantity=Quantity(number=2, unit="hour"))
SIZE = signal(Kind.VOLUME, "5,000 customers", "5,000 customers", quantity=Quantity(number=5000, unit="customer"))
ORDERS = signal(Kind.DATA, "order history", "order history", concept="order_history")


def reading(*signals: Signal, text: str = TEXT) -> Reading:
    """Build a reading; without signals, that of the whole text."""
    return Reading(text, signals or (EMAIL, NO_TEXT, WITHIN, SIZE, ORDERS))
