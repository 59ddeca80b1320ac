"""Prompts: which questions this use case needs now, most important first, each with what the text suggests.

Step 3. In: the bank, a reading, the answers so far. Out: prompts in the order to ask them, and the sheet that counts
what the text says as assumed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.answers import Answer, AnswerSheet, AnswerState, facts_from
from translator.core.bank.condition import holds, questions_of
from translator.core.bank.model import Bank, Question, QuestionType, Scope, Suggest
from translator.core.reading.model import Reading, Signal
from translator.core.terms import singular

_PERIODS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_WORDS = re.compile(r"[^\W\d_]+")
_TEXT_LIMIT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Hold one question put to one use case (or to the project) now.

    `suggestion` is what the text already says, as an ASSUMED answer with its quote. `answer` is what was said so
    far, None while nothing was.
    """

    question: Question
    suggestion: Answer | None
    answer: Answer | None

    @property
    def open(self) -> bool:
        """Tell whether it still waits for a person (nothing said, or skipped)."""
        return self.answer is None or self.answer.state.value == "skipped"

    @property
    def to_confirm(self) -> bool:
        """Tell whether the text already answers it, so that a person only has to confirm."""
        return self.open and self.suggestion is not None


def prompts_for(bank: Bank, scope: Scope, reading: Reading | None, answers: AnswerSheet) -> tuple[Prompt, ...]:
    """Return all questions of a scope that are relevant now, in the order to ask them.

    Order: what the text does not say, then what it says and a person should confirm, then what is answered, then
    what was skipped; the heaviest first, in the manifest's order where weights are equal. Questions that follow
    from an earlier answer count as relevant as soon as the text suggests that answer.
    """
    prompts = [
        Prompt(question=q, suggestion=suggest(q, reading), answer=answers.get(q.id))
        for q in relevant(bank, reading, answers)
        if q.scope is scope
    ]
    return tuple(sorted(prompts, key=lambda p: (_turn(p), -p.question.weight)))


def suggest(question: Question, reading: Reading | None) -> Answer | None:
    """Return what the text already says to a question, as an ASSUMED answer with its quote, or None."""
    return _answer_from(question, tuple(_selected(question, reading)))


def evidence_of(question: Question, answer: Answer, reading: Reading | None) -> tuple[Signal, ...]:
    """Return the wanted signals of the text that an answer rests on: none when a person said something else."""
    if answer.state not in (AnswerState.ASSUMED, AnswerState.CONFIRMED) or not answer.quote:
        return ()
    backing = [(s, rule) for s, rule in _selected(question, reading) if not s.negated]
    if question.type in (QuestionType.NUMBER, QuestionType.DURATION, QuestionType.PERCENT):
        return tuple(s for s, _ in backing if s.evidence == answer.quote)
    if question.type is QuestionType.TEXT:
        return tuple(s for s, _ in backing if s.evidence in answer.quote)
    return tuple(s for s, rule in backing if _choice_for(s, rule) in answer.values)


def choice_meant(question: Question, signal: Signal) -> str | None:
    """Return the choice that a signal suggests for a question, or None."""
    rule = next((r for r in question.suggest if _speaks(r, question, signal)), None)
    return _choice_for(signal, rule) if rule else None


def assume(bank: Bank, reading: Reading | None, answers: AnswerSheet) -> AnswerSheet:
    """Return the sheet with an ASSUMED answer for each suggestion that nobody answered.

    Only what the text asks for is assumed; what it rules out, and what the bank marks as not `assumed`, may be
    suggested to a person and never decides alone.
    Works for the questions of both scopes and only for relevant ones.
    """
    return _assumed(bank, reading, answers)[0]


def relevant(bank: Bank, reading: Reading | None, answers: AnswerSheet) -> tuple[Question, ...]:
    """Return the questions whose condition holds, in the manifest's order, suggestions counted as assumed."""
    return _assumed(bank, reading, answers)[1]


def _assumed(bank: Bank, reading: Reading | None, answers: AnswerSheet) -> tuple[AnswerSheet, tuple[Question, ...]]:
    """Decide the questions in rounds, each once all that its condition asks about is decided.

    Answers to questions that are not (or no longer) relevant stay out of the facts: they belong to a branch that
    somebody left. Ends because every round decides at least one question; in a bank with a cycle (check_bank refuses
    it) the questions of the cycle stay out.
    """
    needs = {q.id: frozenset(questions_of(q.when)) for q in bank.questions}
    waiting = list(bank.questions)
    sheet: list[Answer] = []
    kept: set[str] = set()
    while waiting:
        open_ids = {q.id for q in waiting}
        ready = [q for q in waiting if open_ids.isdisjoint(needs[q.id])]
        if not ready:
            break
        facts = facts_from(reading, AnswerSheet(tuple(sheet)))
        for question in (q for q in ready if holds(q.when, facts)):
            kept.add(question.id)
            said = answers.get(question.id) or _stated(question, reading)
            sheet += [said] if said else []
        decided = {q.id for q in ready}
        waiting = [q for q in waiting if q.id not in decided]
    return AnswerSheet(tuple(sheet)), tuple(q for q in bank.questions if q.id in kept)


def _turn(prompt: Prompt) -> int:
    if prompt.answer is None:
        return 0 if prompt.suggestion is None else 1
    return 3 if prompt.open else 2


def _stated(question: Question, reading: Reading | None) -> Answer | None:
    wanted = tuple((s, rule) for s, rule in _selected(question, reading) if rule.assumed and not s.negated)
    return _answer_from(question, wanted)


def _selected(question: Question, reading: Reading | None) -> Iterator[tuple[Signal, Suggest]]:
    """Yield the signals that speak to a question with the rule that selected them, in the order of the text."""
    if reading is None or not question.suggest:
        return
    for signal in reading.signals:
        rule = next((r for r in question.suggest if _speaks(r, question, signal)), None)
        if rule is not None:
            yield signal, rule


def _speaks(rule: Suggest, question: Question, signal: Signal) -> bool:
    if rule.kind != signal.kind.value or rule.excluded != signal.negated:
        return False
    if rule.roles and signal.role not in rule.roles:
        return False
    match question.type:
        case QuestionType.TEXT:
            return not rule.values or _choice_for(signal, rule) is not None
        case QuestionType.NUMBER | QuestionType.DURATION | QuestionType.PERCENT:
            return _unit_for(question, rule, signal) is not None
        case _:
            return _choice_for(signal, rule) is not None


def _choice_for(signal: Signal, rule: Suggest) -> str | None:
    """Return the choice that a signal means: by concept, by value, or by "*" for any."""
    values = rule.values
    return values.get(signal.concept) or values.get(signal.value) or values.get("*")


def _unit_for(question: Question, rule: Suggest, signal: Signal) -> str | None:
    """Return the question's unit for a signal's number ("5 messages per month" -> "messages a month"), or None."""
    quantity = signal.quantity
    if quantity is None:
        return None
    if question.type is QuestionType.PERCENT:
        return "percent" if quantity.unit == "percent" else None
    if question.type is QuestionType.DURATION:
        return quantity.unit if quantity.unit in _PERIODS and not quantity.per else None
    said = quantity.unit or " ".join(_WORDS.findall(signal.evidence))
    return _counted(question, rule, f"{said} {quantity.per}".casefold())


def _counted(question: Question, rule: Suggest, said: str) -> str | None:
    """Return the unit whose noun and period are both said; a number by the month counts no people."""
    words = {singular(word) for word in said.split()}
    for name, unit in (*((u, u) for u in question.units), *rule.values.items()):
        noun, *period = (singular(word) for word in name.split() if word not in ("a", "an"))
        if noun in words and set(period) == words & _PERIODS:
            return unit
    return None


def _answer_from(question: Question, found: tuple[tuple[Signal, Suggest], ...]) -> Answer | None:
    if not found:
        return None
    first, rule = found[0]
    match question.type:
        case QuestionType.NUMBER | QuestionType.DURATION | QuestionType.PERCENT:
            unit = _unit_for(question, rule, first)
            number = first.quantity.number if first.quantity else None
            return _assumption(question, quote=first.evidence, number=number, unit=unit or "")
        case QuestionType.TEXT:
            said = "; ".join(dict.fromkeys(s.evidence for s, _ in found))[:_TEXT_LIMIT]
            return _assumption(question, quote=said, values=(said,))
        case QuestionType.CHOICES:
            quote = "; ".join(dict.fromkeys(s.evidence for s, _ in found))
            named = dict.fromkeys(_choice_for(s, r) for s, r in found)
            return _assumption(question, quote=quote, values=tuple(v for v in named if v))
        case _:
            return _assumption(question, quote=first.evidence, values=(_choice_for(first, rule) or "",))


def _assumption(
    question: Question, *, quote: str, values: tuple[str, ...] = (), number: float | None = None, unit: str = ""
) -> Answer:
    return Answer(question=question.id, state=AnswerState.ASSUMED, values=values, number=number, unit=unit, quote=quote)
