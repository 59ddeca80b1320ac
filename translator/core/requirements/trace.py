"""Trace: where a requirement comes from, as sources that a reader can look up.

Step 5. In: what a template's condition and places rested on. Out: words of the narrative, answers, rules of the bank.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translator.core.answers import AnswerSheet, fact_of
from translator.core.bank.condition import Condition, Facts, holds, leaves, selects
from translator.core.bank.model import Bank, Template
from translator.core.prompts import choice_meant, evidence_of
from translator.core.reading.model import Reading, Signal
from translator.core.requirements.model import Origin, Source, SourceKind
from translator.core.requirements.wording import said_of

_ORDER = (SourceKind.WORDS, SourceKind.ANSWER, SourceKind.RULE, SourceKind.PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Hold all that the requirements of one use case (or the project) can rest on; `sheet` holds relevant answers."""

    bank: Bank
    use_case: int | None
    reading: Reading | None
    sheet: AnswerSheet
    facts: Facts

    def signals(self, kind: str, roles: tuple[str, ...], values: tuple[str, ...]) -> tuple[Signal, ...]:
        """Return the wanted signals of a kind, narrowed to roles and to values or concepts where those are given."""
        sought = Condition(op="signal", kind=kind, roles=roles, values=values)
        wanted = self.reading.wanted if self.reading else ()
        return tuple(s for s in wanted if selects(sought, fact_of(s)))


def words(signals: Iterable[Signal]) -> tuple[Source, ...]:
    """Return the quoted words of signals as sources."""
    return tuple(Source(kind=SourceKind.WORDS, ref=s.kind.value, text=s.evidence, span=s.span) for s in signals)


def from_answer(ground: Ground, question_id: str, choices: tuple[str, ...] = ()) -> tuple[Source, ...]:
    """Return what an answer rests on: the words it was read from, or the answer itself when a person gave it.

    `choices` narrow a question with several choices to the words behind those.
    """
    question, answer = ground.bank.question(question_id), ground.sheet.get(question_id)
    if question is None or answer is None:
        return ()
    backing = evidence_of(question, answer, ground.reading)
    if choices and question.choices:
        backing = tuple(s for s in backing if choice_meant(question, s) in choices)
    if backing:
        return words(backing)
    return (Source(kind=SourceKind.ANSWER, ref=question_id, text=said_of(question, answer)),)


def from_condition(ground: Ground, template: Template) -> Iterator[Source]:
    """Yield what made a template fire; what it is written for each of is the writer's to trace."""
    for part in leaves(template.when):
        if holds(part, ground.facts) and not _each_of(part, template):
            if part.op == "signal":
                wanted = ground.reading.wanted if ground.reading else ()
                yield from words(s for s in wanted if selects(part, fact_of(s)))
            elif part.question:
                yield from from_answer(ground, part.question, part.values)


def settled(template: Template, sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources in order (words first), each once; a rule where nothing else, or the standard, speaks."""
    found = list(dict.fromkeys(sources))
    if template.standard or not found:
        found.append(Source(kind=SourceKind.RULE, ref=template.id, text=template.rationale))
    return tuple(sorted(found, key=lambda s: (_ORDER.index(s.kind), s.span.start if s.span else 0)))


def origin_of(ground: Ground, template: Template, filling: Iterable[Source]) -> Origin:
    """Say where a requirement comes from.

    STATED when the marketer's words fill it or call for it directly; DERIVED when it follows from an answer, even
    from one that was read from the words. `filling` are the sources of its places and of what it is written for.
    """
    if template.standard:
        return Origin.STANDARD
    direct = any(p.op == "signal" and holds(p, ground.facts) for p in leaves(template.when))
    return Origin.STATED if direct or any(s.kind is SourceKind.WORDS for s in filling) else Origin.DERIVED


def _each_of(part: Condition, template: Template) -> bool:
    return bool(part.kind and part.kind == template.each) or bool(
        part.question and part.question == template.each_answer
    )
