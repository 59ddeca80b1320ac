"""Each template, drafted for real: the way to it is walked, and all that it can say passes the check of sentences."""

from itertools import product

import pytest

from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.condition import SECONDS
from translator.core.bank.model import QuestionType, Scope
from translator.core.bank.places import fill
from translator.core.bank.reach import needed_by, way_to
from translator.core.quality.sentence import check_sentence
from translator.core.reading.model import Kind, Reading, Signal
from translator.core.requirements.draft import draft
from translator.core.requirements.wording import listed
from translator.core.text import Span, UseCase

BANK = load_bank()
TEXT = "which very words of the text"
USE_CASE = UseCase(number=1, title="Ours", narrative=TEXT)
WORDS = {
    QuestionType.TEXT: ("“their words”",),
    QuestionType.NUMBER: ("1,000 people", "2 messages a week"),
    QuestionType.DURATION: ("2 hours", "1 day"),
    QuestionType.PERCENT: ("99.5%",),
}


@pytest.mark.parametrize("template", BANK.templates, ids=lambda t: t.id)
def test_there_are_a_text_and_answers_for_which_it_is_drafted(template):
    way = way_to(BANK, template.when, *needed_by(template))
    assert way is not None
    reading = Reading(TEXT, tuple(signals_of(template, way)))
    use_case = USE_CASE if template.scope is Scope.USE_CASE else None
    lines = draft(BANK, template.scope, use_case, reading if use_case else None, sheet_of(way))
    written = [line for line in lines if line.key.partition(":")[0] == template.id]
    assert written, way
    for line in written:
        assert check_sentence(line.sentence, line.fit, BANK.quality) == (), line.sentence


@pytest.mark.parametrize("template", BANK.templates, ids=lambda t: t.id)
def test_whatever_fills_it_the_sentence_passes_its_check(template):
    options = {name: phrases_of(slot) for name, slot in template.slots.items()}
    if template.each_answer:
        options["each"] = [c.phrase for c in BANK.question(template.each_answer).choices if c.phrase]
    for filling in product(*options.values()):
        values = {
            "each": "the rule “their words”",
            "each_name": "their words",
            **dict(zip(options, filling, strict=True)),
        }
        for fit in filter(None, (fill(template.fit, values), template.fit_unknown)):
            sentence = fill(template.sentence, values)
            assert check_sentence(sentence, fit, BANK.quality) == (), sentence


def phrases_of(slot):
    """Return all that can stand in a place: each phrase alone, and every two of several choices together."""
    question = BANK.question(slot.answer)
    phrases = [slot.otherwise] if slot.otherwise else []
    if slot.signal:
        phrases.append("the moment described as “their words”")
    if question is None:
        return phrases
    if question.type in WORDS:
        return [*phrases, *(f"{slot.called} {words}".strip() for words in WORDS[question.type])]
    said = [choice.phrase for choice in question.choices]
    if question.type is QuestionType.CHOICES:
        pairs = [listed((one, other)) for at, one in enumerate(said) for other in said[at + 1 :]]
        return [*phrases, *said, *pairs, listed(said)]
    return [*phrases, *said]


def sheet_of(way):
    return AnswerSheet(
        tuple(answer_of(name, way) for name in dict.fromkeys(c.condition.question for c in way if asks(c)))
    )


def asks(claim):
    return claim.holds and claim.condition.op in ("answer", "answered", "unknown")


def answer_of(name, way):
    """Give one answer that meets every claim of a way about a question."""
    question = BANK.question(name)
    about = [claim for claim in way if claim.condition.question == name]
    if any(claim.holds and claim.condition.op == "unknown" for claim in about):
        return Answer(question=name, state=AnswerState.UNKNOWN)
    denied = {value for claim in about if not claim.holds for value in claim.condition.values}
    claimed = [set(c.condition.values) - denied for c in about if c.holds and c.condition.values]
    if question.choices:
        several = question.type is QuestionType.CHOICES
        shared = set.intersection(*claimed) if claimed and not several else set()
        first = next((c.id for c in question.choices if c.id not in denied and c.phrase), "yes")
        values = sorted(shared)[:1] or [min(values) for values in claimed] or [first]
        return Answer(question=name, state=AnswerState.STATED, values=tuple(dict.fromkeys(values)))
    if question.type is QuestionType.TEXT:
        return Answer(question=name, state=AnswerState.STATED, values=("their words",))
    unit = {QuestionType.DURATION: "hour", QuestionType.PERCENT: "percent"}.get(question.type) or question.units[0]
    least = max((c.condition.at_least or 2 for c in about), default=2)
    return Answer(question=name, state=AnswerState.STATED, number=least / SECONDS.get(unit, 1) or 2, unit=unit)


def signals_of(template, way):
    """Yield signals that a way claims, and one for the kind that a template is written for each of."""
    said = [claim.condition for claim in way if claim.holds and claim.condition.op == "signal"]
    wanted = [(c.kind, c.values, c.roles) for c in said]
    if template.each:
        wanted = [(template.each, template.each_values, template.each_roles)]
    # A fact with a name is an item, the sentence about one without a name is a rule.
    span = Span(6, 16) if template.each == "data" and not template.unless_said else Span(0, len(TEXT))
    for kind, values, roles in wanted:
        yield Signal(
            kind=Kind(kind), value=values[0] if values else "crm", span=span, evidence=span.of(TEXT),
            role=roles[0] if roles else "", negated=False, concept="",
        )  # fmt: skip
