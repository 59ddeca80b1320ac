"""The sample: a finished project for every account, ready to be signed, and the question bank may grow around it."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document

from translator.content.load import load_bank
from translator.content.sample_load import load_sample
from translator.core.answers import AnswerState
from translator.core.estimates import total
from translator.core.reading.read import read
from translator.core.requirements.model import Status, Verdict
from translator.core.terms import Category
from translator.services.answer import answer_view, save_answer
from translator.services.decide import decisions
from translator.services.desk import Desk
from translator.services.options import options_view
from translator.services.people import create_account
from translator.services.projects import delete_project, list_projects
from translator.services.publish import export, specification
from translator.services.questions import questions_view
from translator.services.requirements import requirements_view
from translator.services.review import queue
from translator.services.sample import create_sample, sample_on_first_visit

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
SCOPES = (0, 1, 2, 3)


@pytest.fixture
def desk(db):
    return Desk(db=db, bank=load_bank(), now=lambda: NOW)


@pytest.fixture
def ada(desk):
    return create_account(desk, "Ada", "ada@example.org", "hash")


@pytest.fixture
def pid(desk, ada):
    return create_sample(desk, ada)


def sheets():
    sample = load_sample(date(2026, 11, 21))
    return {0: sample.scope, **{case.use_case.number: case.scope for case in sample.cases}}


def test_nothing_is_missing_so_it_can_be_signed(desk, ada, pid):
    written = specification(desk, ada, pid)
    assert (written.missing, written.status) == ((), "FOR SIGNATURE")


def test_it_refers_only_to_questions_that_the_bank_still_asks(desk, ada, pid):
    for scope, said in sheets().items():
        asked = {p.question.id for p in answer_view(desk, ada, pid, scope).prompts}
        assert [a.question for a in said.answers if a.question not in asked] == []


def test_no_must_question_of_the_bank_is_left_open(desk, ada, pid):
    for scope in SCOPES:
        prompts = answer_view(desk, ada, pid, scope).prompts
        silent = [p.question.id for p in prompts if p.question.must and (p.answer is None or not p.answer.known)]
        assert silent == []


def test_its_answers_are_ones_that_the_questions_take():
    bank = load_bank()
    for said in sheets().values():
        for answer in (a for a in said.answers if a.known):
            question = bank.question(answer.question)
            words = sum(len(value.split()) for value in answer.values)
            assert not question.word_limit or words <= question.word_limit, answer.question
            assert not question.choices or all(question.choice(v) for v in answer.values), answer.question
            assert not question.units or answer.unit in question.units, answer.question


def test_it_refers_only_to_requirements_that_are_drafted(desk, ada, pid):
    cases = {case.use_case.number: case for case in load_sample(date(2026, 11, 21)).cases}
    for scope, said in sheets().items():
        keys = {line.requirement.key for line in requirements_view(desk, ada, pid, scope).lines}
        known = keys | {key.partition(":")[0] for key in keys}
        assert {w.key for w in said.edits} <= keys
        assert {v.on for v in said.verdicts} | set(said.drops) <= known
        for option in cases[scope].options if scope else ():
            assert set(option.partly + option.not_met) <= known


def test_somebody_rejected_something_that_was_read_wrongly():
    lexicon = load_bank().lexicon
    read_so = [
        (case.rejections, read(case.use_case.narrative, lexicon).signals) for case in load_sample(NOW.date()).cases
    ]
    assert any(r.hits(signal) for rejections, signals in read_so for r in rejections for signal in signals)


def test_its_narratives_are_as_long_as_people_write_and_rule_something_out():
    for case in load_sample(date(2026, 11, 21)).cases:
        assert 50 <= len(case.use_case.narrative.split()) <= 95
        assert read(case.use_case.narrative, load_bank().lexicon).excluded


def test_it_shows_every_state_that_a_line_can_be_in(desk, ada, pid):
    lines = requirements_view(desk, ada, pid, None).lines
    states = {line.requirement.status for line in lines}
    assert {Status.ACCEPTED, Status.EDITED, Status.ADDED, Status.DROPPED} <= states
    verdicts = [line.requirement.feasibility.verdict for line in lines if line.requirement.live]
    assert set(verdicts) == set(Verdict)
    assert {line.requirement.category for line in lines} == set(Category)
    assert not any(line.requirement.source_changed or line.requirement.review_stale for line in lines)


def test_every_use_case_has_priced_options_a_recommendation_and_a_choice(desk, ada, pid):
    for number in (1, 2, 3):
        page = options_view(desk, ada, pid, number)
        assert 2 <= len(page.columns) <= 3
        assert all(c.option.priced and c.not_said == 0 for c in page.columns)
        assert page.recommended is not None
        assert page.chosen is not None
    assert options_view(desk, ada, pid, 1).chosen != options_view(desk, ada, pid, 1).recommended


def test_what_was_chosen_and_its_first_year_fit_into_the_budget(desk, ada, pid):
    chosen = [options_view(desk, ada, pid, number).chosen for number in (1, 2, 3)]
    cost = total([estimate for option in chosen for estimate in (option.one_off, option.yearly)])
    assert cost.high <= options_view(desk, ada, pid, 1).budget


def test_some_answers_come_from_it_and_some_questions_stay_open_with_an_owner(desk, ada, pid):
    answers = [p.answer for scope in SCOPES for p in answer_view(desk, ada, pid, scope).done]
    assert {a.said_by for a in answers} == {"Mara Lindqvist", "Tomasz Okafor"}
    waiting = questions_view(desk, ada, pid).open
    assert 3 <= len(waiting) <= 8
    assert all(row.owner and row.due > NOW.date() for row in waiting)
    assert len(questions_view(desk, ada, pid).answered) == 2
    assert AnswerState.CONFIRMED in {a.state for a in answers}


def test_every_choice_is_a_decision_with_a_reason(desk, ada, pid):
    rows = decisions(desk, ada, pid).rows
    assert [row.scope for row in rows] == [0, 0, 1, 2, 3]
    assert all(row.decision.outcome and row.decision.reason for row in rows)


def test_nothing_in_it_waits_for_it(desk, ada, pid):
    assert [row for row in queue(desk, ada).rows if row.project_id == pid] == []


def test_its_word_file_holds_the_marketers_words(desk, ada, pid):
    text = "\n".join(p.text for p in Document(BytesIO(export(desk, ada, pid, "docx").data)).paragraphs)
    assert "When a signed-in customer opens the start page" in text


def test_each_account_gets_one_copy_of_its_own_on_the_first_visit(desk, ada):
    bea = create_account(desk, "Bea", "bea@example.org", "hash")
    first = sample_on_first_visit(desk, ada)
    assert sample_on_first_visit(desk, ada) is None
    second = sample_on_first_visit(desk, bea)
    assert first != second
    assert [card.id for card in list_projects(desk, bea)] == [second]


def test_a_deleted_sample_does_not_come_back_by_itself(desk, ada, pid):
    delete_project(desk, ada, pid)
    assert sample_on_first_visit(desk, ada) is None
    assert list_projects(desk, ada) == ()


def test_it_is_made_on_every_kind_of_database(database):
    desk = Desk(db=database, bank=load_bank(), now=lambda: NOW)
    ada = create_account(desk, "Ada", "ada@example.org", "hash")
    pid = create_sample(desk, ada)
    save = {"scope": 1, "question_id": "people_later", "version": 1, "number": "520k", "unit": "people"}
    save_answer(desk, ada, pid, **save)
    assert specification(desk, ada, pid).status == "FOR SIGNATURE"
