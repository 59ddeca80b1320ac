"""Values of the way for tests, each with sensible contents; every builder takes overrides by name."""

from dataclasses import replace
from datetime import date

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.condition import ALWAYS
from translator.core.bank.model import Bank, Choice, QualityWords, Question, QuestionType, Scope, Term
from translator.core.dossier import Chapter, Dossier, Translation, Work
from translator.core.estimates import ThreePoint
from translator.core.options import Decision, Meets, Option, Risk
from translator.core.project import Member, Project
from translator.core.prompts import Prompt
from translator.core.reading.lexicon import Lexicon
from translator.core.reading.model import Kind, Reading, Signal
from translator.core.requirements.model import (
    Exclusion,
    Feasibility,
    OpenQuestion,
    Origin,
    Requirement,
    Source,
    SourceKind,
    Verdict,
    requirement_id,
)
from translator.core.specification.assemble import assemble
from translator.core.specification.model import Specification
from translator.core.terms import Category, Priority
from translator.core.text import Span, UseCase

TODAY = date(2026, 11, 21)
NARRATIVE = (
    "When a customer leaves the loan calculator without asking for an offer, show them a personal offer on the "
    "home page within 5 seconds. Customers with an open complaint must not see it.\n\n"
    "We expect 40,000 visitors a month, and the customer data sits in Salesforce."
)


def make_project(**over):
    return replace(
        Project(
            name="Personal offers",
            objective="Sell more consumer loans to customers who **already** trust us.",
            problem="Customers look at loans and leave without talking to us.",
            success="One loan in ten is sold after a personal offer.",
            proof="A control group of 10 % sees no offer.",
            budget=30_000_000,
            deadline=date(2027, 9, 30),
            members=(
                Member(name="Ada Berg", side="marketing", lead=True),
                Member(name="Ivo Lang", side="it", lead=True),
            ),
        ),
        **over,
    )


def make_member(name="Ada Berg", side="marketing", *, lead=False):
    return Member(name=name, side=side, lead=lead)


def make_signal(text, evidence, kind, value, **over):
    start = text.index(evidence)
    return Signal(kind=kind, value=value, span=Span(start, start + len(evidence)), evidence=evidence, **over)


def make_reading(text=NARRATIVE):
    found = (
        ("leaves the loan calculator", Kind.TIMING, "event", {"role": "trigger"}),
        ("home page", Kind.CHANNEL, "website", {}),
        ("within 5 seconds", Kind.TIMING, "realtime", {"role": "latency"}),
        ("open complaint", Kind.CONSTRAINT, "open complaint", {"negated": True}),
        ("40,000 visitors a month", Kind.VOLUME, "40,000 visitors a month", {}),
        ("Salesforce", Kind.SYSTEM, "salesforce", {}),
    )
    return Reading(text, tuple(make_signal(text, e, k, v, **o) for e, k, v, o in found if e in text))


def make_requirement(number=1, use_case=1, category=Category.FUNCTIONAL, **over):
    r = Requirement(
        id=requirement_id(use_case, category, number),
        key=f"template-{category.value}-{number}",
        use_case=use_case,
        category=category,
        sentence="When a customer leaves the loan calculator, the system shall show a personal offer on the home page.",
        plain="Whoever leaves the calculator sees an offer on the home page.",
        rationale="The interest is highest in the minute after the calculation.",
        fit="In 95 of 100 cases the offer is visible within 5 seconds.",
        priority=Priority.MUST,
        origin=Origin.STATED,
        topic="trigger",
        trace=(Source(kind=SourceKind.WORDS, ref="timing", text="leaves the loan calculator", span=Span(16, 42)),),
        feasibility=Feasibility(verdict=Verdict.YES_IF, note="Only with the *consent* of the customer."),
    )
    return replace(r, **over)


def make_option(letter="A", **over):
    option = Option(
        letter=letter,
        name={"A": "Rules in the web shop", "B": "A decision engine"}.get(letter, f"Way {letter}"),
        how="Rules are kept in the content system.\n\n- quick to start\n- nothing new to run",
        one_off=ThreePoint(4_000_000, 6_000_000, 9_000_000),
        yearly=ThreePoint(800_000, 1_000_000, 1_500_000),
        weeks=ThreePoint(8, 12, 20),
        risk=Risk.MEDIUM,
        risk_note="The release calendar is full until March.",
        gives_up="No learning from what customers click.",
        meets={"template-functional-1": Meets.FULLY, "template-data-1": Meets.PARTLY},
    )
    return replace(option, **over)


def make_work(number=1, **over):
    work = Work(
        use_case=UseCase(
            number=number, title="Offer after the calculator", narrative=NARRATIVE, measure="300 loans more a quarter"
        ),
        answers=AnswerSheet(
            (
                Answer(question="people", state=AnswerState.STATED, number=40_000, unit="people", said_by="Ada Berg"),
                Answer(question="channels", state=AnswerState.CONFIRMED, values=("website",), quote="home page"),
            )
        ),
        options=(make_option("A", recommended=True), make_option("B", chosen=True, risk=Risk.HIGH)),
    )
    return replace(work, **over)


def make_dossier(works=None, **over):
    dossier = Dossier(
        project=make_project(),
        works=(make_work(),) if works is None else tuple(works),
        decisions=(
            Decision(
                use_case=None, what="Which countries come first?", outcome="Germany", reason="The *largest* market.",
                decided_by="Ada Berg", decided_on="2026-11-20",
            ),
        ),
    )  # fmt: skip
    return replace(dossier, **over)


def make_chapter(work=None, requirements=None, **over):
    work = work or make_work()
    number = work.use_case.number
    lines = requirements
    if lines is None:
        lines = tuple(make_requirement(1, number, category) for category in Category)
    chapter = Chapter(
        work=work,
        reading=make_reading(work.use_case.narrative),
        prompts=(),
        requirements=tuple(lines),
        exclusions=(
            Exclusion(
                use_case=number, kind="constraint", what="customers with an open complaint",
                evidence="open complaint must not see it", span=Span(144, 174),
            ),
        ),
        open_questions=(),
        answers=work.answers,
    )  # fmt: skip
    return replace(chapter, **over)


def make_standard(number=1, **over):
    rule = Source(kind=SourceKind.RULE, ref="audit-log", text="Access to personal data must be accountable.")
    fields = {
        "use_case": None, "category": Category.INFRASTRUCTURE, "origin": Origin.STANDARD, "topic": "audit",
        "sentence": "The system shall record every access to personal data.", "trace": (rule,),
        "plain": "Who looked at personal data is written down.",
    }  # fmt: skip
    return make_requirement(number, **{**fields, **over})


def make_open_question(**over):
    question = OpenQuestion(
        use_case=1, question_id="retention", text="How long are the clicks kept?", why="It decides the storage.",
        must=True, owner="Ivo Lang", due=date(2026, 12, 5),
    )  # fmt: skip
    return replace(question, **over)


def make_translation(dossier=None, chapters=None, **over):
    dossier = dossier or make_dossier()
    translation = Translation(
        dossier=dossier,
        chapters=tuple(make_chapter(work) for work in dossier.works) if chapters is None else tuple(chapters),
        prompts=(),
        standard=(make_standard(),),
        open_questions=(),
    )
    return replace(translation, **over)


def make_question(id, **over):  # noqa: A002
    fields = {
        "id": id, "scope": Scope.USE_CASE, "topic": "volume", "type": QuestionType.NUMBER,
        "text": "How many people may it reach?", "why": "It decides the size.", "example": "40,000",
        "it_wording": "Expected volume", "weight": 50, "must": True, "when": ALWAYS,
    }  # fmt: skip
    return Question(**{**fields, **over})


def make_prompt(**over):
    return replace(Prompt(question=make_question("channels"), suggestion=None, answer=None), **over)


def make_bank(**over):
    channels = (Choice(id="website", label="Web pages"), Choice(id="email", label="E-mail"))
    bank = Bank(
        version="1",
        lexicon=Lexicon(concepts=()),
        questions=(
            make_question("people", units=("people",)),
            make_question(
                "channels", topic="channel", type=QuestionType.CHOICES, text="Where does it appear?", choices=channels
            ),
            make_question("retention", topic="retention", type=QuestionType.DURATION, units=("day", "month")),
            make_question("languages", scope=Scope.PROJECT, topic="languages", type=QuestionType.TEXT, word_limit=20),
        ),
        templates=(),
        glossary=(
            Term(
                term="control group", marketing="the ones who get nothing", it="a random, fixed share of the audience",
                definition="People who qualify and, by chance, receive nothing, so that the effect can be measured.",
            ),
            Term(term="data lake", marketing="all our data", it="raw storage", definition="Not used in the sample."),
        ),
        quality=QualityWords(vague=(), escape=(), open_ended=(), superfluous=(), absolute=()),
    )  # fmt: skip
    return replace(bank, **over)


def _varied(use_case, i):
    """Write a requirement that differs from all others, with Markdown in every tenth note, as people use it."""
    base = make_requirement(i // 3 + 1, use_case, list(Category)[i % 3])
    number = use_case * 100 + i
    note = f"Only with the *consent* of customer group {number}." if i % 10 == 0 else f"Once release {number} is out."
    return replace(
        base,
        sentence=f"{base.sentence[:-1]} number {number}.",
        fit=f"In 95 of 100 cases offer {number} is visible within 5 seconds.",
        feasibility=Feasibility(verdict=Verdict.YES_IF, note=note, about=""),
    )


def make_specification(n_requirements: int = 3, **over) -> Specification:
    """Build a whole document: 20 requirements a use case, spread over the categories, two options each."""
    works, chapters = [], []
    for number in range(1, max(1, n_requirements // 20) + 1):
        work = make_work(number)
        share = min(20, n_requirements - 20 * (number - 1)) if n_requirements >= 20 else n_requirements
        lines = [_varied(number, i) for i in range(share)]
        works.append(work)
        chapters.append(make_chapter(work, lines))
    translation = make_translation(make_dossier(works), chapters)
    return replace(assemble(make_bank(), translation, TODAY), **over)
