"""The shipped question bank: every file of it is a test."""

import re
from pathlib import Path

import pytest

from translator.content.lines import read_yaml
from translator.content.load import ROOT, check_content, load_bank
from translator.core.bank.check import WITH_CHOICES, WITH_NUMBERS
from translator.core.bank.condition import leaves
from translator.core.bank.coverage import coverage, off_topic
from translator.core.bank.model import QuestionType, Scope
from translator.core.quality.sentence import check_sentence
from translator.core.terms import Category

BANK = load_bank()
QUESTIONS = sorted((ROOT / "questions").glob("*.yaml"))
TEMPLATES = sorted((ROOT / "templates").glob("*.yaml"))
TECHNICAL = re.compile(
    r"\b(?:API|APIs|SSO|MFA|SLA|RPO|RTO|latency|throughput|webhook|endpoint|payload|schema|ETL|CRM|CDP|ESP|DAM|CMS"
    r"|segment|trigger|suppression|batch|backend|frontend|interface|integration|attribute|metadata|KPI|opt-in)\b"
)


def test_the_bank_has_no_fault():
    assert [str(fault) for fault in check_content()] == []


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda p: p.stem)
def test_a_question_is_short_plain_and_complete(path: Path):
    question = BANK.question(path.stem)
    assert question is not None
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 40
    for words in (question.text, question.why, question.example, *(c.label for c in question.choices)):
        assert not TECHNICAL.search(words), words
    assert question.section
    assert question.it_wording.endswith(("?", "."))
    assert question.example != question.text


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda p: p.stem)
def test_each_choice_of_a_question_reads_apart_from_the_others(path: Path):
    question = BANK.question(path.stem)
    if question.type not in WITH_CHOICES:
        assert question.choices == ()
        return
    for parts in ([c.id for c in question.choices], [c.label.casefold() for c in question.choices]):
        assert len(parts) == len(set(parts))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.stem)
def test_a_file_of_templates_is_named_by_the_manifest_and_not_too_long(path: Path):
    content = read_yaml(path, path.name)
    ids = [t["id"] for t in content.data["templates"]]
    assert ids
    assert set(ids) <= {t.id for t in BANK.templates}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("template", BANK.templates, ids=lambda t: t.id)
def test_a_template_says_the_same_in_plain_words(template):
    assert template.plain != template.sentence
    assert not TECHNICAL.search(template.plain), template.plain
    assert "shall" not in template.plain
    assert template.rationale.count(". ") == 0


def test_no_figure_is_invented():
    """Numbers come from answers and words; the one exception is the standard that the accessibility choices name."""
    named = ("standard.accessible",)
    for template in BANK.templates:
        if template.id not in named:
            for words in (template.sentence, template.plain, template.fit, template.fit_unknown):
                assert not re.search(r"\d", words), f"{template.id}: {words}"


def test_the_bank_covers_what_the_field_asks_for():
    assert len([q for q in BANK.questions if q.scope is Scope.USE_CASE]) >= 75
    assert len([q for q in BANK.questions if q.scope is Scope.PROJECT]) >= 100
    assert len(BANK.questions) >= 180
    assert len(BANK.templates) >= 450
    assert {t.category for t in BANK.templates} == set(Category)
    assert len(BANK.glossary) >= 60


def test_each_topic_is_asked_or_drafted():
    spoken = {q.topic for q in BANK.questions} | {t.topic for t in BANK.templates}
    assert {t.name for t in BANK.topics} == spoken


def test_each_topic_is_drafted():
    asked_only = {t.name for t in BANK.topics} - {t.topic for t in BANK.templates}
    assert asked_only == set()


def test_each_number_has_limits_and_each_text_of_a_use_case_a_length_or_a_suggestion():
    for question in BANK.questions:
        if question.type in WITH_NUMBERS:
            assert question.at_least is not None, question.id
            assert question.at_most is not None, question.id
        elif question.type is QuestionType.TEXT:
            assert question.word_limit or question.suggest, question.id


def test_each_topic_that_several_requests_ask_for_is_marked_and_covered():
    rows = coverage(BANK)
    assert sum(row.core for row in rows) >= 110
    assert [row.topic for row in rows if row.core and row.missing] == []
    assert off_topic(BANK) == ()


def test_what_the_project_answers_is_not_drafted_once_a_use_case():
    """A line that rests on an answer of the project alone would stand in the document once for each use case."""
    for template in BANK.templates:
        if template.scope is Scope.USE_CASE:
            asked = {part.question for part in leaves(template.when)} | {template.each_answer}
            shared = [name for name in asked if name and BANK.question(name).scope is Scope.PROJECT]
            assert shared == [], template.id


def test_each_question_changes_something():
    """A question whose answer no template and no other question looks at would waste a marketer's time."""
    used = {slot.answer for t in BANK.templates for slot in t.slots.values()}
    used |= {t.each_answer for t in BANK.templates}
    for slot in (slot for t in BANK.templates for slot in t.slots.values()):
        used |= {name for choice in slot.standards for name in _asked(choice.when)}
    for condition in (*(t.when for t in BANK.templates), *(q.when for q in BANK.questions)):
        used |= set(_asked(condition))
    assert {q.id for q in BANK.questions} - used == set()


def test_the_glossary_is_in_the_order_of_the_alphabet_and_each_term_stands_once():
    terms = [t.term for t in BANK.glossary]
    assert terms == sorted(set(terms))
    for term in BANK.glossary:
        assert len({term.marketing, term.it, term.definition}) == 3


def test_the_quality_words_find_what_they_are_for():
    words = BANK.quality
    for code, listed in (
        ("vague", words.vague),
        ("escape", words.escape),
        ("open-ended", words.open_ended),
        ("superfluous", words.superfluous),
        ("absolute", words.absolute),
    ):
        for word in listed:
            codes = {f.code for f in check_sentence(f"The system shall answer {word} today.", "A test.", words)}
            assert code in codes, word


def _asked(condition):
    yield condition.question
    for part in condition.parts:
        yield from _asked(part)
