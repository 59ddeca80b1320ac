"""Trace: where a requirement comes from, as sources that a reader can look up.

Step 5. In: what a template's condition and places rested on. Out: words of the narrative, answers, rules of the bank.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from translator.core.answers import Answer, AnswerSheet, asked_for, fact_of, facts_from
from translator.core.bank.condition import Condition, Facts, holds, leaves, selects
from translator.core.bank.model import Bank, Question, Template
from translator.core.prompts import relevant
from translator.core.reading.model import Reading, Signal
from translator.core.requirements.model import Origin, Source, SourceKind
from translator.core.requirements.weight import Weights, weights_in
from translator.core.requirements.wording import said_of
from translator.core.suggestions import choice_meant, evidence_of, lost_words

_ORDER = (SourceKind.WORDS, SourceKind.ANSWER, SourceKind.RULE, SourceKind.PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Hold one answer with its question, the words of the text behind it, and the answer itself as a source.

    `gone` are words that it was confirmed from and that stand in the text no more.
    """

    question: Question
    answer: Answer
    backing: tuple[Signal, ...]
    source: Source
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Hold all that the requirements of one use case (or the project) can rest on; `said` is keyed by question."""

    use_case: int | None
    reading: Reading | None
    wanted: tuple[Signal, ...]
    said: Mapping[str, Said]
    facts: Facts
    weights: Weights

    def signals(self, kind: str, roles: tuple[str, ...], values: tuple[str, ...]) -> tuple[Signal, ...]:
        """Return the wanted signals of a kind, narrowed to roles and to values or concepts where those are given."""
        sought = Condition(op="signal", kind=kind, roles=roles, values=values)
        return tuple(s for s in self.wanted if selects(sought, fact_of(s)))


def ground(bank: Bank, use_case: int | None, reading: Reading | None, answers: AnswerSheet) -> Ground:
    """Put together what drafting rests on; answers to questions that are not relevant any more are left out."""
    asked = {q.id: q for q in relevant(bank, reading, answers)}
    sheet = AnswerSheet(tuple(a for a in answers if a.question in asked))
    return Ground(
        use_case=use_case,
        reading=reading,
        wanted=asked_for(reading) if reading else (),
        said={a.question: _said(asked[a.question], a, reading) for a in sheet},
        facts=facts_from(reading, sheet),
        weights=weights_in(reading),
    )


def words(signals: Iterable[Signal]) -> tuple[Source, ...]:
    """Return the quoted words of signals as sources."""
    return tuple(
        Source(kind=SourceKind.WORDS, ref=s.kind.value, text=s.evidence, span=s.span, said_by=s.said_by)
        for s in signals
    )


def from_answer(said: Said, choices: tuple[str, ...] = ()) -> tuple[Source, ...]:
    """Return what an answer rests on: the words it was read from, or the answer itself when a person gave it.

    `choices` narrow a question with several choices to the words behind those.
    """
    backing = said.backing
    if choices and said.question.choices:
        backing = tuple(s for s in backing if choice_meant(said.question, s) in choices)
    return words(backing) or (said.source,)


def from_condition(rests_on: Ground, template: Template) -> Iterator[Source]:
    """Yield what made a template fire; what it is written for each of is the writer's to trace."""
    for part in leaves(template.when):
        if _each_of(part, template) or not holds(part, rests_on.facts):
            continue
        if part.op == "signal":
            yield from words(s for s in rests_on.wanted if selects(part, fact_of(s)))
        elif part.question:
            yield from from_answer(rests_on.said[part.question], part.values)


def gone_behind(rests_on: Ground, trace: Iterable[Source]) -> tuple[str, ...]:
    """Return the words behind a trace that were confirmed once and stand in the text no more, each once."""
    said = (rests_on.said.get(source.ref) for source in trace if source.kind is SourceKind.ANSWER)
    return tuple(dict.fromkeys(words_ for answer in said if answer is not None for words_ in answer.gone))


def settled(template: Template, sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources in order (words first), each once; a rule where nothing else, or the standard, speaks."""
    found = list(dict.fromkeys(sources))
    if template.standard or not found:
        found.append(Source(kind=SourceKind.RULE, ref=template.id, text=template.rationale))
    return tuple(sorted(found, key=lambda s: (_ORDER.index(s.kind), s.span.start if s.span else 0)))


def origin_of(rests_on: Ground, template: Template, filling: Iterable[Source]) -> Origin:
    """Say where a requirement comes from.

    STATED when the marketer's words fill it or call for it directly; DERIVED when it follows from an answer, even
    from one that was read from the words. `filling` are the sources of its places and of what it is written for.
    """
    if template.standard:
        return Origin.STANDARD
    direct = any(p.op == "signal" and holds(p, rests_on.facts) for p in leaves(template.when))
    return Origin.STATED if direct or any(s.kind is SourceKind.WORDS for s in filling) else Origin.DERIVED


def _each_of(part: Condition, template: Template) -> bool:
    return bool(part.kind and part.kind == template.each) or bool(
        part.question and part.question == template.each_answer
    )


def _said(question: Question, answer: Answer, reading: Reading | None) -> Said:
    source = Source(kind=SourceKind.ANSWER, ref=question.id, text=said_of(question, answer))
    return Said(
        question=question,
        answer=answer,
        backing=evidence_of(question, answer, reading),
        source=source,
        gone=lost_words(question, answer, reading),
    )
