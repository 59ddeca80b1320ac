"""Drafting: the requirements that a use case (or the project) calls for, written from the bank's templates.

Step 5. In: the bank, the reading, the answers. Out: drafts in the order of the templates, each traced. Nothing is
invented: a value that nobody gave is worded as open, and what the text rules out fills and causes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translator.core.answers import AnswerSheet
from translator.core.bank.condition import holds, leaves
from translator.core.bank.model import Bank, QuestionType, Scope, Slot, Template
from translator.core.bank.places import fill
from translator.core.reading.model import Kind, Reading, Signal
from translator.core.requirements.model import Draft, Given, Source, SourceKind
from translator.core.requirements.once import said_once
from translator.core.requirements.trace import (
    Ground,
    from_answer,
    from_condition,
    gone_behind,
    ground,
    origin_of,
    settled,
    words,
)
from translator.core.requirements.weight import priority_of
from translator.core.requirements.wording import (
    is_collective,
    is_name,
    is_named_in,
    item_of,
    noun_of,
    nouns_of,
    phrase_of,
    quotable,
    quotes_of,
    rule_of,
    says_nothing,
    tells,
    whole,
)
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
    rests_on = ground(bank, use_case.number if use_case else None, reading, answers)
    fired = (t for t in bank.templates if t.scope is scope and holds(t.when, rests_on.facts))
    lines = tuple((template, line) for template in fired for line in _written(rests_on, template))
    if reading is None:
        return tuple(line for _, line in lines)
    return said_once(reading.text, lines, (signal.span for signal in reading.excluded))


def slug(words_: str) -> str:
    """Return words as the end of a key: letters and digits of any script, lower case, joined by hyphens."""
    kept = "".join(c if c.isalnum() else " " for c in words_.casefold())
    return "-".join(kept.split())[:_SLUG_LENGTH].strip("-") or "-".join(f"{ord(c):x}" for c in words_[:8])


def _written(rests_on: Ground, template: Template) -> Iterator[Draft]:
    seen: set[str] = set()
    for case in _cases(rests_on, template):
        if case.slug not in seen:
            seen.add(case.slug)
            yield from _line(rests_on, template, case)


def _cases(rests_on: Ground, template: Template) -> Iterator[_Case]:
    if template.each:
        yield from _signal_cases(rests_on, template)
    elif template.each_answer:
        yield from _answer_cases(rests_on, template)
    else:
        yield _Case(values={})


def _signal_cases(rests_on: Ground, template: Template) -> Iterator[_Case]:
    beside = [rests_on.said[name] for name in template.besides if name in rests_on.said]
    told = {s for said in beside for s in said.backing}
    found = rests_on.signals(template.each, template.each_roles, template.each_values)
    if template.each == Kind.DATA:
        told |= {s for s in found for said in beside if is_named_in(s, " ".join(said.answer.values))}
    signals = [s for s in found if s not in told and _fits(template, s)]
    for value in dict.fromkeys(map(_one_of, signals)):
        same = [s for s in signals if _one_of(s) == value]
        yield _Case(
            slug=slug(value),
            values={"each": noun_of(same[0]), "each_name": _said_by_all(same, rests_on.reading)},
            sources=words(same),
        )


def _one_of(signal: Signal) -> str:
    """Return what makes two signals one case: their value; two deeds of one sort are two."""
    return signal.evidence if signal.kind is Kind.DEED else signal.value


def _fits(template: Template, signal: Signal) -> bool:
    """Tell whether a fact fits a line: one with a name where names are listed, "who signed" where words are."""
    if signal.kind is not Kind.DATA:
        return True
    return tells(signal) if template.unless_said else is_name(signal)


def _said_by_all(same: list[Signal], reading: Reading | None) -> str:
    """Return the words of signals of one value, to stand in quotation marks; of what differs, each is said."""
    if same[0].kind is Kind.DATA and is_name(same[0]):
        return "” and “".join(dict.fromkeys(map(item_of, same if is_collective(same[0]) else same[:1])))
    rules = same if same[0].kind in (Kind.CONSENT, Kind.CONSTRAINT) else same[:1]
    return "” and “".join(dict.fromkeys(rule_of(rule, reading) for rule in rules))


def _answer_cases(rests_on: Ground, template: Template) -> Iterator[_Case]:
    said = rests_on.said.get(template.each_answer)
    if said is None or not said.answer.known:
        return
    for choice in (said.question.choice(value) for value in said.answer.values):
        if choice is not None and choice.phrase and choice.id in (template.each_values or (choice.id,)):
            yield _Case(
                slug=slug(choice.id),
                values={"each": choice.phrase, "each_name": quotable(choice.label)},
                sources=from_answer(said, (choice.id,)),
            )


def _line(rests_on: Ground, template: Template, case: _Case) -> Iterator[Draft]:
    """Write one draft; none when a place of the sentence stays empty."""
    values, filling = dict(case.values), list(case.sources)
    for name, slot in template.slots.items():
        values[name], behind = _filled(rests_on, slot)
        filling += behind
    sentence, plain = fill(template.sentence, values), fill(template.plain, values)
    if sentence is None or plain is None:
        return
    trace = settled(template, [*from_condition(rests_on, template), *filling])
    yield Draft(
        key=f"{template.id}:{case.slug}" if case.slug else template.id,
        use_case=rests_on.use_case,
        category=template.category,
        sentence=sentence,
        plain=plain,
        rationale=template.rationale,
        fit=fill(template.fit, values) or template.fit_unknown,
        priority=priority_of(template, trace, rests_on.weights),
        origin=origin_of(rests_on, template, filling),
        topic=template.topic,
        trace=trace,
        words_gone=gone_behind(rests_on, trace),
        given=_given(rests_on, template),
    )


def _given(rests_on: Ground, template: Template) -> tuple[Given, ...]:
    """Return the known answers that fill places of a template, each once."""
    names = dict.fromkeys(slot.answer for slot in template.slots.values())
    answers = (rests_on.said[name].answer for name in names if name in rests_on.said)
    return tuple(Given(question=a.question, values=a.values, number=a.number, unit=a.unit) for a in answers if a.known)


def _filled(rests_on: Ground, slot: Slot) -> tuple[str, tuple[Source, ...]]:
    """Return what fills a place, and the sources it rests on: an answer, a signal, a standard value, else words."""
    said = rests_on.said.get(slot.answer)
    if said is not None and said.answer.known and not says_nothing(said.question, said.answer):
        backed = said.backing if said.question.type is QuestionType.TEXT else ()
        phrase = _named(rests_on, slot, backed) or phrase_of(said.question, said.answer, slot.called)
        if phrase:
            return phrase, from_answer(said)
    signals = rests_on.signals(slot.signal, slot.roles, slot.values) if slot.signal else ()
    if signals:
        return _named(rests_on, slot, signals), words(signals)
    if slot.credit:
        return slot.otherwise, (Source(kind=SourceKind.PERSON, ref="standard value", text=slot.credit),)
    for choice in slot.standards:
        if holds(choice.when, rests_on.facts):
            said_before = (
                rests_on.said[part.question] for part in leaves(choice.when) if part.question in rests_on.said
            )
            return choice.words, tuple(source for said in said_before for source in from_answer(said))
    return slot.otherwise, ()


def _named(rests_on: Ground, slot: Slot, signals: tuple[Signal, ...]) -> str:
    """Return signals as a place wants them: as quotes, or as nouns; "" for none."""
    return (
        quotes_of(signals, rests_on.reading) if slot.quote else nouns_of(whole(signals, rests_on.reading), slot.called)
    )
