"""What is stored comes back as it was, whatever it held."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest

from translator.core.answers import Answer, AnswerState
from translator.core.estimates import ThreePoint
from translator.core.options import Meets, Option, Risk
from translator.core.reading.model import Added, Kind, Rejection
from translator.core.requirements.model import Draft, Edit, Origin, Source, SourceKind, Status
from translator.core.terms import Category, Priority
from translator.core.text import Span
from translator.storage import tables
from translator.storage.answer_mapping import answer_from, sheet_from, write_answer
from translator.storage.option_mapping import option_from, write_option
from translator.storage.project_mapping import (
    addition_from,
    asked_from,
    decision_from,
    project_from,
    rejection_from,
    use_case_from,
    write_addition,
)
from translator.storage.requirement_mapping import draft_from, draft_to, edit_from, write_edit

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)

ANSWERS = [
    Answer(question="channels", state=AnswerState.STATED, values=("email", "sms"), said_by="Mara"),
    Answer(question="delay", state=AnswerState.CONFIRMED, number=2.5, unit="hour", quote="two and a half hours"),
    Answer(question="retention", state=AnswerState.UNKNOWN, owner="Iris", due=date(2026, 12, 5)),
    Answer(question="free", state=AnswerState.STATED, values=("Zürich, \u200f顧客, 🙂",)),
    Answer(question="peak", state=AnswerState.SKIPPED),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda a: a.state.value + "-" + a.question)
def test_an_answer_comes_back_as_it_was_said(answer):
    row = tables.Answer()
    write_answer(row, answer, NOW)
    assert answer_from(row) == answer
    assert row.at == NOW


def test_the_answers_of_a_use_case_come_back_as_one_sheet():
    rows = [tables.Answer() for _ in ANSWERS]
    for row, answer in zip(rows, ANSWERS, strict=True):
        write_answer(row, answer, NOW)
    assert sheet_from(rows).get("delay") == ANSWERS[1]


EDITS = [
    Edit(key="send", use_case=2, category=Category.FUNCTIONAL, number=3, status=Status.DRAFTED),
    Edit(
        key="send",
        use_case=None,
        category=Category.DATA,
        number=1,
        status=Status.EDITED,
        sentence="The system shall",
        plain="It",
        fit="99 %",
        priority=Priority.WONT,
        based_on="When",
        person="Mara",
    ),
    Edit(key="hand:1", use_case=1, category=Category.INFRASTRUCTURE, number=9, status=Status.ADDED, rationale="Law"),
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda e: e.status.value)
def test_what_a_person_did_with_a_requirement_comes_back(edit):
    row = tables.Requirement()
    write_edit(row, edit)
    assert edit_from(row) == edit


def test_the_last_draft_of_a_requirement_comes_back_with_its_trace():
    draft = Draft(
        key="send:email", use_case=2, category=Category.FUNCTIONAL, sentence="When a basket is left, the system shall",
        plain="Send it", rationale="Because", fit="95 %", priority=Priority.MUST, origin=Origin.STATED, topic="Sending",
        trace=(
            Source(kind=SourceKind.WORDS, ref="channel", text="e-mail", span=Span(4, 10)),
            Source(kind=SourceKind.ANSWER, ref="delay", text="How long? Two hours"),
        ),
    )  # fmt: skip
    row = tables.Requirement(scope=2, key="send:email", last_draft=draft_to(draft))
    kept = draft_from(row)
    assert replace(kept, trace=()) == replace(draft, trace=())
    assert [(s.kind, s.ref, s.text) for s in kept.trace] == [(s.kind, s.ref, s.text) for s in draft.trace]


def test_letters_typed_elsewhere_in_the_text_do_not_change_the_stored_draft():
    def typed(start):
        words = Source(kind=SourceKind.WORDS, ref="channel", text="e-mail", span=Span(start, start + 6))
        return Draft(
            key="send", use_case=1, category=Category.DATA, sentence="S", plain="P", rationale="R", fit="F",
            priority=Priority.MUST, origin=Origin.STATED, topic="T", trace=(words,),
        )  # fmt: skip

    assert draft_to(typed(4)) == draft_to(typed(40))


def test_a_requirement_added_by_hand_has_no_draft():
    assert draft_from(tables.Requirement(scope=2, key="hand:1", last_draft=None)) is None


OPTIONS = [
    Option(letter="A", name="Nothing priced yet"),
    Option(
        letter="B", name="Build it", how="**With** what is there", one_off=ThreePoint(1, 2, 3),
        yearly=ThreePoint(0, 0, 0), weeks=ThreePoint(4, 6, 9), risk=Risk.HIGH, risk_note="New", gives_up="SMS",
        meets=MappingProxyType({"send:email": Meets.FULLY, "cap": Meets.NOT}), recommended=True, chosen=True,
    ),
]  # fmt: skip


@pytest.mark.parametrize("option", OPTIONS, ids=lambda o: o.letter)
def test_an_option_comes_back_with_its_three_point_estimates(option):
    row = tables.Option()
    write_option(row, option)
    assert option_from(row) == option


def test_a_project_is_read_with_its_members():
    member = tables.Membership(side="it", lead=True, user=tables.User(name="Iris"))
    row = tables.Project(
        name="Winter", objective="Sell", problem="", success="", proof="", currency="EUR", budget=100, deadline=None
    )
    project = project_from(row, [member])
    assert (project.name, project.budget) == ("Winter", 100)
    assert [(m.name, m.side, m.lead) for m in project.members] == [("Iris", "it", True)]


def test_a_use_case_and_its_rejected_signals_are_read():
    use_case = use_case_from(tables.UseCase(number=2, title="Win back", narrative="We write.", measure="10 %"))
    assert use_case.ref == "UC2"
    rejected = rejection_from(tables.Rejection(kind="channel", value="sms", evidence="text"))
    assert (rejected.kind.value, rejected.evidence) == ("channel", "text")


ADDED = Added(kind=Kind.ACTOR, value="9 in 10 顧客", evidence="9 in 10 顧客", role="audience", person="Mara")
WAS = Rejection(Kind.VOLUME, "9 in 10", "9 in 10")


@pytest.mark.parametrize("added", [ADDED, replace(ADDED, negated=True, instead_of=WAS)], ids=["added", "corrected"])
def test_what_a_person_said_of_words_comes_back_as_it_was_said(added):
    row = tables.Addition()
    write_addition(row, replace(ADDED, instead_of=WAS))
    write_addition(row, added)
    assert addition_from(row) == added


def test_a_trace_keeps_who_marked_the_words():
    marked = Source(kind=SourceKind.WORDS, ref="actor", text="9 in 10", said_by="Mara")
    draft = Draft(
        key="send", use_case=1, category=Category.DATA, sentence="S", plain="P", rationale="R", fit="F",
        priority=Priority.MUST, origin=Origin.STATED, topic="T", trace=(marked, replace(marked, said_by="")),
    )  # fmt: skip
    kept = draft_to(draft)
    assert draft_from(tables.Requirement(scope=1, key="send", last_draft=kept)).trace == draft.trace
    assert "said_by" not in kept["trace"][1]


def test_an_open_decision_has_no_date_and_a_settled_one_has():
    still_open = decision_from(tables.Decision(
        scope=0, what="Which cloud?", owner="Iris", due=date(2026, 12, 1), outcome="", reason="", decided_by="",
    ))  # fmt: skip
    assert (still_open.use_case, still_open.due, still_open.decided_on) == (None, "2026-12-01", "")
    settled = decision_from(tables.Decision(
        scope=2, what="Which?", owner="", outcome="B", reason="Cheaper", decided_by="Mara", decided_at=NOW,
    ))  # fmt: skip
    assert (settled.use_case, settled.due, settled.decided_on) == (2, "", "2026-11-21")


def test_a_freely_asked_question_says_who_asked_and_never_blocks_the_signature():
    question = asked_from(
        tables.AskedQuestion(scope=1, text="Who owns it?", asked_by="Iris", asked_at=NOW, owner="Mara")
    )
    assert question.why == "Iris asked on 2026-11-21."
    assert (question.use_case, question.question_id, question.must) == (1, "", False)
