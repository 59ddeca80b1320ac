"""The check of the bank: what cannot work, found before anybody meets it.

In: a bank that was read without a fault. Out: faults, each with the entry and the key that is wrong; the loader adds
file and line. Sentences are judged in quality/content.py, which knows the rules of good requirements.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.bank.condition import ALWAYS, Condition, leaves, questions_of
from translator.core.bank.model import Bank, Question, QuestionType, Scope, Slot, Template
from translator.core.bank.places import places

WITH_CHOICES = frozenset({QuestionType.CHOICE, QuestionType.CHOICES, QuestionType.YES_NO})
"""The types of question that choices answer."""

WITH_NUMBERS = frozenset({QuestionType.NUMBER, QuestionType.DURATION, QuestionType.PERCENT})
"""The types of question that a number answers."""

NAMED_NEXT = "others"
"""The choice that names nothing itself: a text question after it does, so no line is written for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Hold one thing that is wrong. `entry` is "question people" or "template message.send"; `key` a key path."""

    entry: str
    key: str
    message: str


def check_bank(bank: Bank) -> tuple[Fault, ...]:
    """Return every fault of a bank: ids that dangle or stand twice, questions nobody can reach, cycles, places."""
    return (*_doubles(bank), *_questions(bank), *_cycles(bank), *_templates(bank))


def _doubles(bank: Bank) -> Iterator[Fault]:
    seen: set[str] = set()
    for entry in [*(f"question {q.id}" for q in bank.questions), *(f"template {t.id}" for t in bank.templates)]:
        if entry in seen:
            yield Fault(entry=entry, key="id", message="stands twice")
        seen.add(entry)


def _questions(bank: Bank) -> Iterator[Fault]:
    for question in bank.questions:
        entry = f"question {question.id}"
        yield from _condition(bank, question.when, question.scope, entry)
        yield from _topic(bank, question.topic, entry)
        yield from _shape(question, entry)
        for rule in question.suggest:
            yield from _suggested(question, dict(rule.values), entry)


def _shape(question: Question, entry: str) -> Iterator[Fault]:
    if (question.type in WITH_CHOICES) != bool(question.choices):
        yield Fault(entry=entry, key="choices", message=f"do not fit a question of type '{question.type.value}'")
    if question.type is QuestionType.NUMBER and not question.units:
        yield Fault(entry=entry, key="units", message="a number needs at least one unit")
    counted = question.type in WITH_NUMBERS
    if not counted and (question.at_least is not None or question.at_most is not None):
        yield Fault(entry=entry, key="at_least", message="only a number has limits")
    if question.at_least is not None and question.at_most is not None and question.at_least > question.at_most:
        yield Fault(entry=entry, key="at_most", message="lies below at_least, so that no number fits")


def _suggested(question: Question, values: dict[str, str], entry: str) -> Iterator[Fault]:
    if question.type not in WITH_CHOICES:
        return
    if not values:
        yield Fault(entry=entry, key="suggest", message="say which signal value means which choice")
    for choice in values.values():
        if question.choice(choice) is None:
            yield Fault(entry=entry, key="suggest", message=f"there is no choice '{choice}'")


def _condition(bank: Bank, condition: Condition, scope: Scope, entry: str) -> Iterator[Fault]:
    """Check that a condition can be met at all: its questions exist, are asked in time, and have these choices."""
    for part in _all_leaves(condition):
        if scope is Scope.PROJECT and part.op in ("signal", "excluded"):
            yield Fault(entry=entry, key="when", message="the project as a whole has no narrative to find signals in")
        if not part.question:
            continue
        asked = bank.question(part.question)
        if asked is None:
            yield Fault(entry=entry, key="when", message=f"there is no question '{part.question}'")
        elif scope is Scope.PROJECT and asked.scope is Scope.USE_CASE:
            yield Fault(entry=entry, key="when", message=f"'{asked.id}' is asked of each use case, not of the project")
        elif asked.type in WITH_CHOICES:
            for value in part.values:
                if asked.choice(value) is None:
                    yield Fault(entry=entry, key="when", message=f"'{asked.id}' has no choice '{value}'")


def _all_leaves(condition: Condition) -> Iterator[Condition]:
    if condition.parts:
        for part in condition.parts:
            yield from _all_leaves(part)
    else:
        yield condition


def _cycles(bank: Bank) -> Iterator[Fault]:
    """Report the questions that wait for each other, and those behind them, which nobody can reach."""
    waiting = {q.id: {n for n in questions_of(q.when) if bank.question(n)} for q in bank.questions}
    while True:
        ready = {name for name, needs in waiting.items() if not needs & waiting.keys()}
        if not ready:
            break
        waiting = {name: needs for name, needs in waiting.items() if name not in ready}
    for name, needs in waiting.items():
        others = ", ".join(sorted(needs & waiting.keys()))
        yield Fault(entry=f"question {name}", key="when", message=f"is never asked: it waits in a circle for {others}")


def _templates(bank: Bank) -> Iterator[Fault]:
    for template in bank.templates:
        entry = f"template {template.id}"
        yield from _condition(bank, template.when, template.scope, entry)
        yield from _topic(bank, template.topic, entry)
        yield from _firing(template, entry)
        yield from _each(bank, template, entry)
        yield from _places(template, entry)
        for name in template.besides:
            if bank.question(name) is None:
                yield Fault(entry=entry, key="besides", message=f"there is no question '{name}'")
        for name, slot in template.slots.items():
            yield from _slot(bank, template, slot, f"slots.{name}")


def _firing(template: Template, entry: str) -> Iterator[Fault]:
    """Check that what the text rules out only holds a requirement back, and never causes it."""
    parts = tuple(leaves(template.when))
    if any(part.op == "excluded" for part in parts):
        yield Fault(entry=entry, key="when", message="an exclusion can never cause a requirement (only under not)")
    if any(part.op == "always" for part in parts) and not template.standard and not template.each:
        yield Fault(entry=entry, key="standard", message="what always stands in the document is standard")


def _each(bank: Bank, template: Template, entry: str) -> Iterator[Fault]:
    if not template.each_answer:
        return
    asked = bank.question(template.each_answer)
    if template.each:
        yield Fault(entry=entry, key="each_answer", message="stands beside each: choose one")
    if asked is None or not asked.choices:
        yield Fault(
            entry=entry, key="each_answer", message=f"there is no question '{template.each_answer}' with choices"
        )
    elif any(not choice.phrase and choice.id != NAMED_NEXT for choice in asked.choices):
        yield Fault(entry=entry, key="each_answer", message=f"a choice of '{asked.id}' has no phrase")


def _places(template: Template, entry: str) -> Iterator[Fault]:
    given = set(template.slots) | ({"each", "each_name"} if template.each or template.each_answer else set())
    used: set[str] = set()
    for key, text in (("sentence", template.sentence), ("plain", template.plain), ("fit", template.fit)):
        for place in places(text):
            used.add(place)
            if place not in given:
                yield Fault(entry=entry, key=key, message=f"nothing fills the place {{{place}}}")
    for name in template.slots:
        if name not in used:
            yield Fault(entry=entry, key=f"slots.{name}", message="has no place in sentence, plain or fit")
    if places(template.fit_unknown) or places(template.rationale):
        yield Fault(entry=entry, key="fit_unknown", message="places stand in sentence, plain and fit only")


def _slot(bank: Bank, template: Template, slot: Slot, key: str) -> Iterator[Fault]:
    entry = f"template {template.id}"
    if not (slot.answer or slot.signal or slot.standards or slot.otherwise):
        yield Fault(entry=entry, key=key, message="needs answer, signal, standard or otherwise")
    for choice in slot.standards:
        yield from _condition(bank, choice.when, template.scope, entry)
    if slot.standards and (slot.otherwise or slot.standards[-1].when != ALWAYS):
        yield Fault(
            entry=entry, key=key, message="the last standard value has no condition, so nothing else stands there"
        )
    if not slot.answer:
        return
    asked = bank.question(slot.answer)
    if asked is None:
        yield Fault(entry=entry, key=key, message=f"there is no question '{slot.answer}'")
    elif template.scope is Scope.PROJECT and asked.scope is Scope.USE_CASE:
        yield Fault(entry=entry, key=key, message=f"'{asked.id}' is asked of each use case, not of the project")
    elif any(not choice.phrase for choice in asked.choices):
        yield Fault(entry=entry, key=key, message=f"a choice of '{asked.id}' has no phrase")


def _topic(bank: Bank, topic: str, entry: str) -> Iterator[Fault]:
    if bank.topics and all(known.name != topic for known in bank.topics):
        yield Fault(entry=entry, key="topic", message=f"'{topic}' is not in the list of topics")
