"""Drafting: the requirements that a use case (or the project) calls for, written from the bank's templates.

Step 5. In: the bank, the reading, the answers. Out: drafts in the order of the templates, each traced. Nothing is
invented: a value that nobody gave is worded as open, and what the text rules out fills and causes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translator.core.answers import AnswerSheet, facts_from
from translator.core.bank.condition import holds
from translator.core.bank.model import Bank, QuestionType, Scope, Slot, Template
from translator.core.bank.places import fill
from translator.core.prompts import evidence_of, relevant
from translator.core.reading.model import Reading, Signal
from translator.core.requirements.model import Draft, Source
from translator.core.requirements.trace import Ground, from_answer, from_condition, origin_of, settled, words
from translator.core.requirements.wording import name_of, noun_of, nouns_of, phrase_of, quotable
from translator.core.text import UseCase

_SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """Hold one thing that a template is written for: what ends the key, what fills {each}, where it comes from."""

    slug: str = ""
    values: Mapping[str, str]
    sources: tuple[Source, ...] = ()


def draft(
    bank: Bank, scope: Scope, use_case: UseCase | None, reading: Reading | None, answers: AnswerSheet
) -> tuple[Draft, ...]:
    """Write the requirements of one use case, or of the project (use_case None).

    `answers` are the use case's laid over the project's; pass `assume(...)` to let what the text suggests count.
    Answers to questions that are not relevant any more are left out. Keys stay the same while the text changes
    elsewhere.
    """
    asked = {q.id for q in relevant(bank, reading, answers)}
    sheet = AnswerSheet(tuple(a for a in answers if a.question in asked))
    ground = Ground(
        bank=bank,
        use_case=use_case.number if use_case else None,
        reading=reading,
        sheet=sheet,
        facts=facts_from(reading, sheet),
    )
    fired = (t for t in bank.templates if t.scope is scope and holds(t.when, ground.facts))
    return tuple(line for template in fired for line in _written(ground, template))


def slug(words_: str) -> str:
    """Return words as the end of a key: letters and digits of any script, lower case, joined by hyphens."""
    kept = "".join(c if c.isalnum() else " " for c in words_.casefold())
    return "-".join(kept.split())[:_SLUG_LENGTH].strip("-") or "-".join(f"{ord(c):x}" for c in words_[:8])


def _written(ground: Ground, template: Template) -> Iterator[Draft]:
    seen: set[str] = set()
    for case in _cases(ground, template):
        if case.slug not in seen:
            seen.add(case.slug)
            yield from _line(ground, template, case)


def _cases(ground: Ground, template: Template) -> Iterator[_Case]:
    if template.each:
        yield from _signal_cases(ground, template)
    elif template.each_answer:
        yield from _answer_cases(ground, template)
    else:
        yield _Case(values={})


def _signal_cases(ground: Ground, template: Template) -> Iterator[_Case]:
    told = {s for name in template.besides for s in _behind(ground, name)}
    found = ground.signals(template.each, template.each_roles, template.each_values)
    signals = [s for s in found if s not in told]
    for value in dict.fromkeys(s.value for s in signals):
        same = [s for s in signals if s.value == value]
        yield _Case(
            slug=slug(value),
            values={"each": noun_of(same[0]), "each_name": name_of(same[0])},
            sources=words(same),
        )


def _behind(ground: Ground, question_id: str) -> tuple[Signal, ...]:
    question, answer = ground.bank.question(question_id), ground.sheet.get(question_id)
    return evidence_of(question, answer, ground.reading) if question and answer else ()


def _answer_cases(ground: Ground, template: Template) -> Iterator[_Case]:
    question, answer = ground.bank.question(template.each_answer), ground.sheet.get(template.each_answer)
    if question is None or answer is None or not answer.known:
        return
    for choice in (question.choice(value) for value in answer.values):
        if choice is not None and choice.phrase:
            yield _Case(
                slug=slug(choice.id),
                values={"each": choice.phrase, "each_name": quotable(choice.label)},
                sources=from_answer(ground, question.id, (choice.id,)),
            )


def _line(ground: Ground, template: Template, case: _Case) -> Iterator[Draft]:
    """Write one draft; none when a place of the sentence stays empty."""
    values, filling = dict(case.values), list(case.sources)
    for name, slot in template.slots.items():
        values[name], behind = _filled(ground, slot)
        filling += behind
    sentence, plain = fill(template.sentence, values), fill(template.plain, values)
    if sentence is None or plain is None:
        return
    yield Draft(
        key=f"{template.id}:{case.slug}" if case.slug else template.id,
        use_case=ground.use_case,
        category=template.category,
        sentence=sentence,
        plain=plain,
        rationale=template.rationale,
        fit=fill(template.fit, values) or template.fit_unknown,
        priority=template.priority,
        origin=origin_of(ground, template, filling),
        topic=template.topic,
        trace=settled(template, [*from_condition(ground, template), *filling]),
    )


def _filled(ground: Ground, slot: Slot) -> tuple[str, tuple[Source, ...]]:
    """Return what fills a place, and the sources it rests on: an answer, else a signal, else the bank's words."""
    question, answer = ground.bank.question(slot.answer), ground.sheet.get(slot.answer)
    if question is not None and answer is not None and answer.known:
        backing = evidence_of(question, answer, ground.reading) if question.type is QuestionType.TEXT else ()
        phrase = nouns_of(backing, slot.called) if backing else phrase_of(question, answer, slot.called)
        if phrase:
            return phrase, from_answer(ground, question.id)
    signals = ground.signals(slot.signal, slot.roles, slot.values) if slot.signal else ()
    if signals:
        return nouns_of(signals, slot.called), words(signals)
    return slot.otherwise, ()
