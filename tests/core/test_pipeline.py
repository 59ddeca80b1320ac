"""The whole way on the real question bank: three sentences in, a traced document out."""

import ast
from pathlib import Path

import pytest

from tests.factories import NARRATIVE, TODAY, make_work
from translator.content.load import load_bank
from translator.core import pipeline
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import specify, translate
from translator.core.project import Project
from translator.core.reading.model import Kind, Rejection
from translator.core.requirements.model import OpenQuestion
from translator.core.text import UseCase


@pytest.fixture(scope="module")
def bank():
    return load_bank()


def dossier(**over):
    case = UseCase(number=1, title="Offer", narrative=NARRATIVE)
    return Dossier(project=Project(name="Offers"), works=(Work(use_case=case, **over),))


def test_three_sentences_become_requirements_of_all_three_kinds_each_traced(bank):
    translation = translate(bank, dossier())
    lines = translation.chapters[0].requirements
    assert {r.category.letter for r in lines} == {"F", "D", "I"}
    assert all(r.trace for r in (*lines, *translation.standard))
    assert all(r.id.startswith("UC1-") for r in lines)
    assert all(r.id.startswith("S-") for r in translation.standard)


def test_the_document_holds_every_requirement_and_is_a_draft(bank):
    translation = translate(bank, dossier())
    spec = specify(bank, translation, TODAY)
    live = [r.id for r in (*translation.chapters[0].requirements, *translation.standard) if r.live]
    assert [r["id"] for r in spec.data["requirements"]] == live
    assert spec.status == "DRAFT"


def test_what_the_text_suggests_counts_and_what_nobody_said_is_open(bank):
    chapter = translate(bank, dossier()).chapters[0]
    assumed = {a.question for a in chapter.answers if a.state is AnswerState.ASSUMED}
    assert assumed
    assert not assumed & {q.question_id for q in chapter.open_questions}
    assert any(q.must for q in chapter.open_questions)


def test_a_rejected_signal_is_understood_no_more(bank):
    before = translate(bank, dossier()).chapters[0].reading
    signal = before.of(Kind.SYSTEM)[0]
    rejection = Rejection(signal.kind, signal.value, signal.evidence)
    after = translate(bank, dossier(rejections=(rejection,))).chapters[0].reading
    assert signal in before.signals
    assert signal not in after.signals


def test_a_person_s_answer_counts_instead_of_the_text_s(bank):
    chapter = translate(bank, dossier()).chapters[0]
    assumed = next(a for a in chapter.answers if a.state is AnswerState.ASSUMED)
    unknown = Answer(question=assumed.question, state=AnswerState.UNKNOWN, owner="Ivo Lang")
    after = translate(bank, dossier(answers=AnswerSheet((unknown,)))).chapters[0]
    assert after.answers.get(assumed.question).state is AnswerState.UNKNOWN
    assert assumed.question in {q.question_id for q in after.open_questions}


def test_questions_that_people_asked_stand_with_their_use_case_or_with_the_project(bank):
    asked = (
        OpenQuestion(use_case=1, question_id="", text="Which font?", why="", must=False),
        OpenQuestion(use_case=None, question_id="", text="Who pays?", why="", must=True),
    )
    base = dossier()
    translation = translate(bank, Dossier(project=base.project, works=base.works, asked=asked))
    assert "Which font?" in [q.text for q in translation.chapters[0].open_questions]
    assert "Who pays?" in [q.text for q in translation.open_questions]


@pytest.mark.parametrize("narrative", ["", "Newsletter", "שלום עולם", "🎉", "a " * 10_000])
def test_odd_narratives_go_the_whole_way(bank, narrative):
    work = make_work(use_case=UseCase(number=1, title="", narrative=narrative), answers=AnswerSheet())
    base = dossier()
    assert specify(bank, translate(bank, Dossier(project=base.project, works=(work,))), TODAY).sections


def test_the_same_dossier_gives_the_same_document(bank):
    one, other = (specify(bank, translate(bank, dossier()), TODAY) for _ in range(2))
    assert one == other


def test_the_pipeline_can_be_read_in_less_than_sixty_lines_of_code():
    source = Path(pipeline.__file__).read_text(encoding="utf-8")
    code = ast.unparse(ast.parse(source)).splitlines()
    assert len([line for line in code if line.strip()]) < 60
