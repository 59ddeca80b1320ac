"""Whatever people answer and whatever a text says: what the bank drafts can stand as it is."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import QuestionType, Scope
from translator.core.prompts import assume, prompts_for
from translator.core.quality.sentence import check_sentence
from translator.core.reading.model import Kind, Quantity, Reading, Signal
from translator.core.requirements.draft import draft
from translator.core.requirements.exclusions import exclusions
from translator.core.requirements.follow import follow, number
from translator.core.requirements.model import SourceKind
from translator.core.text import Span, UseCase

BANK = load_bank()
TEXT = "When a card fails, “mail” the owner/admin (fast) at 8.30, e.g. {people}; not by text. " * 2
USE_CASE = UseCase(number=1, title="Cards", narrative=TEXT)
VALUES = {
    Kind.CHANNEL: ("email", "sms", "website", "phone", "paid social", "direct mail"),
    Kind.TIMING: ("event", "realtime", "daily", "weekly", "scheduled", "unspecified"),
    Kind.ACTOR: ("customers", "sales", "legal", "visitors"),
    Kind.DATA: ("purchase history", "churn score", "health data", "phone number"),
    Kind.SYSTEM: ("crm", "dam", "bi tool"),
    Kind.CONSENT: ("opt-in", "opt-out", "restricted access", "retention", "consent record", "subject rights"),
    Kind.CONSTRAINT: ("quiet hours", "frequency cap", "fallback", "approval", "pilot first", "page speed", "deadline"),
}
ROLES = {
    Kind.ACTOR: ("audience", "internal", "partner"),
    Kind.TIMING: ("trigger", "latency", "offset", "cadence", "window", "calendar"),
}
UNITS = ("customer", "message", "hour", "day", "percent", "EUR", "")
ODD_TEXT = st.text(st.sampled_from('ab Z1./;,“”"{}()%\nß🎉'), min_size=1, max_size=40)


@st.composite
def signals(draw):
    kind = draw(st.sampled_from(list(Kind)))
    start = draw(st.integers(0, len(TEXT) - 2))
    end = draw(st.integers(start + 1, min(len(TEXT), start + 40)))
    concept = draw(st.sampled_from(("", "known")))
    known = st.sampled_from(VALUES[kind]) if kind in VALUES else st.nothing()
    value = draw(st.one_of(known, st.just(TEXT[start:end].casefold())))
    quantity = draw(
        st.one_of(
            st.none(),
            st.builds(
                Quantity,
                number=st.sampled_from((0.5, 1, 48, 5000)),
                unit=st.sampled_from(UNITS),
                per=st.sampled_from(("", "week", "month", "hour")),
            ),
        )
    )
    return Signal(
        kind=kind,
        value=value,
        span=Span(start, end),
        evidence=TEXT[start:end],
        negated=draw(st.booleans()),
        role=draw(st.sampled_from(ROLES.get(kind, ("",)))),
        concept=concept,
        quantity=quantity,
    )


@st.composite
def answers(draw):
    given_answers = []
    for question in BANK.questions:
        state = draw(st.sampled_from((None, None, *AnswerState)))
        if state is None:
            continue
        over = {}
        if question.choices:
            several = question.type is QuestionType.CHOICES
            ids = st.sampled_from([c.id for c in question.choices])
            over["values"] = tuple(draw(st.lists(ids, min_size=1, max_size=4 if several else 1, unique=True)))
        elif question.type is QuestionType.TEXT:
            over["values"] = (draw(ODD_TEXT),)
        else:
            over["number"] = draw(st.sampled_from((0, 1, 1.5, 12, 200_000)))
            units = {QuestionType.DURATION: ("second", "hour", "day", "month"), QuestionType.PERCENT: ("percent",)}
            over["unit"] = draw(st.sampled_from(units.get(question.type, question.units)))
        given_answers.append(Answer(question=question.id, state=state, **over))
    return AnswerSheet(tuple(given_answers))


def wanted_spans(reading):
    return {s.span for s in reading.wanted}


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.lists(signals(), max_size=12), answers())
def test_every_drafted_line_can_stand_as_it_is(found, sheet):
    reading = Reading(TEXT, tuple(sorted(found, key=lambda s: s.span)))
    assumed = assume(BANK, reading, sheet)
    lines = [
        *draft(BANK, Scope.USE_CASE, USE_CASE, reading, assumed),
        *draft(BANK, Scope.PROJECT, None, None, assumed),
    ]
    for line in lines:
        assert check_sentence(line.sentence, line.fit, BANK.quality) == (), line.sentence
        unquoted = re.sub(r"“[^“”]*”", "", f"{line.sentence} {line.plain} {line.fit}")
        assert not re.search(r"\{[a-z_]+\}", unquoted), line
        assert line.trace
        for source in line.trace:
            assert source.kind is not SourceKind.WORDS or source.span in wanted_spans(reading)
    assert any(line.key.startswith("standard.") for line in lines)
    keys = [line.key for line in lines]
    assert len(keys) == len(set(keys))
    exclusions(USE_CASE, reading)


@settings(max_examples=20, deadline=None, derandomize=True, database=None)
@given(answers(), answers())
def test_numbers_never_move_whatever_is_answered_next(first, second):
    one = draft(BANK, Scope.USE_CASE, USE_CASE, None, first)
    edits = number(one, ())
    two = draft(BANK, Scope.USE_CASE, USE_CASE, None, second)
    later = {e.key: (e.category, e.number) for e in number(two, edits)}
    assert {e.key: (e.category, e.number) for e in edits}.items() <= later.items()
    ids = [r.id for r in follow(two, number(two, edits))]
    assert len(ids) == len(set(ids))


@settings(max_examples=20, deadline=None, derandomize=True, database=None)
@given(st.lists(signals(), max_size=8), answers())
def test_a_question_that_the_text_answers_is_never_asked_openly(found, sheet):
    reading = Reading(TEXT, tuple(sorted(found, key=lambda s: s.span)))
    for scope in Scope:
        prompts = prompts_for(BANK, scope, reading, sheet)
        openly = [p for p in prompts if p.answer is None and p.suggestion is None]
        assert prompts[: len(openly)] == tuple(openly)
        assert {p.question.scope for p in prompts} <= {scope}


def test_every_question_can_be_reached():
    """Answer everything in every way: each question of the bank comes up at least once."""
    reached = set()
    for pick in range(14):
        sheet = AnswerSheet()
        for _ in range(6):
            for scope in Scope:
                for prompt in prompts_for(BANK, scope, None, sheet):
                    reached.add(prompt.question.id)
                    sheet = sheet.with_answer(_answer(prompt.question, pick))
    assert {q.id for q in BANK.questions} == reached


def _answer(question, pick):
    if question.type is QuestionType.CHOICES:
        values = tuple(c.id for c in question.choices)
        return Answer(question=question.id, state=AnswerState.STATED, values=values[pick % 2 :])
    if question.choices:
        choice = question.choices[pick % len(question.choices)].id
        return Answer(question=question.id, state=AnswerState.STATED, values=(choice,))
    return Answer(question=question.id, state=AnswerState.STATED, values=("words",), number=2, unit="day")
