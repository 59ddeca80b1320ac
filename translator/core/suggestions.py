"""Suggestions: what a text already says to a question, with the words it says it in.

Step 3. In: a question with its rules, a reading. Out: an ASSUMED answer with its quotes, and which words an answer
rests on, or rested on before somebody changed the text.
"""

import re
from collections.abc import Iterable, Iterator

from translator.core.answers import Answer, AnswerState, asked_for
from translator.core.bank.model import Question, QuestionType, Suggest
from translator.core.reading.added import stands
from translator.core.reading.model import Kind, Reading, Signal
from translator.core.terms import singular

MEASURE = "measure"
"""The kind of a rule that takes the measure beside the text and no signal."""

_COUNTED_TYPES = frozenset({QuestionType.NUMBER, QuestionType.DURATION, QuestionType.PERCENT})
_PERIODS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_WORDS = re.compile(r"[^\W\d_]+")
_TEXT_LIMIT = 300
_JOINING = re.compile(r"^(?:and|but|or|also|then|so)\s+", re.IGNORECASE)
# What turns a wish into its opposite, at both ends of the words that name who is meant.
_RULING_OUT = re.compile(
    r"^(?:(?:we |please )?(?:do not|don['\u2019]t|never|not|no|nobody|without|except(?: for)?|exclud(?:e|es|ing)"
    r"|leav(?:e|ing) out|apart from|other than|but not)\s+)+(?:(?:contact|write to|send (?:it )?to|include|to|for)\s+)?"
    r"|\s+(?:are|is|have to be|must be|should be|stay)\s+(?:excluded|left out|ruled out|out)$",
    re.IGNORECASE,
)


def suggest(question: Question, reading: Reading | None) -> Answer | None:
    """Return what the text already says to a question, as an ASSUMED answer with its quotes, or None."""
    return _beside(question, reading) or _answer_from(question, tuple(_selected(question, reading)))


def assumed(question: Question, reading: Reading | None) -> Answer | None:
    """Return the suggestion that counts before anybody confirmed it, or None.

    What the text rules out, and what the bank marks as not `assumed`, never decides alone.
    """
    wanted = tuple((s, rule) for s, rule in _selected(question, reading) if rule.assumed and not s.negated)
    return _beside(question, reading) or _answer_from(question, wanted)


def evidence_of(question: Question, answer: Answer, reading: Reading | None) -> tuple[Signal, ...]:
    """Return the wanted signals of the text that an answer rests on: none when a person said something else."""
    if answer.state not in (AnswerState.ASSUMED, AnswerState.CONFIRMED) or not answer.quote:
        return ()
    backing = [(s, rule) for s, rule in _selected(question, reading) if not s.negated]
    if question.choices:
        return tuple(s for s, rule in backing if _choice_for(s, rule) in answer.values)
    quoted = {quote.casefold() for quote in answer.quotes}
    return tuple(s for s, _ in backing if one_line(s.evidence).casefold() in quoted)


def lost_words(question: Question, answer: Answer | None, reading: Reading | None) -> tuple[str, ...]:
    """Return the quotes of a confirmed answer that stand in the text no more; () while the text still says the same."""
    if answer is None or answer.state is not AnswerState.CONFIRMED or reading is None:
        return ()
    lost = tuple(q for q in answer.quotes if not stands(reading.text, q) and not stands(reading.measure, q))
    if not lost:
        return ()
    now = suggest(question, reading)
    return () if now is not None and now.says_the_same(answer) else lost


def choice_meant(question: Question, signal: Signal) -> str | None:
    """Return the choice that a signal suggests for a question, or None."""
    rule = next((r for r in question.suggest if _speaks(r, question, signal)), None)
    return _choice_for(signal, rule) if rule else None


def one_line(words: str) -> str:
    """Return words as a quote holds them: on one line."""
    return " ".join(words.split())


def own_words(evidence: str) -> str:
    """Return words of a text without the joining word that they may begin with: "and no school groups"."""
    return _JOINING.sub("", one_line(evidence))


def _beside(question: Question, reading: Reading | None) -> Answer | None:
    """Return the measure beside the text, for a question that takes it."""
    said = reading.measure.strip() if reading else ""
    if not said or all(rule.kind != MEASURE for rule in question.suggest):
        return None
    return _assumption(question, quotes=(said,), values=(said,))


def _selected(question: Question, reading: Reading | None) -> Iterator[tuple[Signal, Suggest]]:
    """Yield the signals that speak to a question with the rule that selected them, in the order of the text."""
    if reading is None or not question.suggest:
        return
    found = [(s, rule) for s in _speaking(reading) if (rule := _rule_for(question, s)) is not None]
    starts = tuple(_closed_starts(reading))
    found = [(s, rule) for s, rule in found if not rule.within or _shown_there(s, rule, starts)]
    found = [(s, rule) for s, rule in found if not rule.apart or not _starts_it(s, reading)]
    yield from [(s, rule) for s, rule in found if not rule.last] or found


def _speaking(reading: Reading) -> Iterator[Signal]:
    asked = set(asked_for(reading))
    return (signal for signal in (*reading.signals, *reading.deeds) if signal.negated or signal in asked)


def _closed_starts(reading: Reading) -> Iterator[Signal]:
    """Yield the clauses that start it and end with a comma; others may run on into what is to happen."""
    for signal in reading.of(Kind.TIMING):
        if signal.role == "trigger" and reading.text[signal.span.end : signal.span.end + 1] == ",":
            yield signal


def _shown_there(signal: Signal, rule: Suggest, starts: tuple[Signal, ...]) -> bool:
    """Tell whether a place is one to show something: not in a starting clause, or in one that brings people there."""
    around = [c for c in starts if c.span.start <= signal.span.start and signal.span.end <= c.span.end]
    return all(not _words_of(clause).isdisjoint(rule.within) for clause in around)


def _starts_it(signal: Signal, reading: Reading) -> bool:
    """Tell whether a signal is a part of what starts the use case."""
    starts = (s.span for s in reading.of(Kind.TIMING) if s.role == "trigger")
    return any(span.start <= signal.span.start and signal.span.end <= span.end for span in starts)


def _words_of(signal: Signal) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORDS.findall(signal.evidence))


def _rule_for(question: Question, signal: Signal) -> Suggest | None:
    return next((r for r in question.suggest if _speaks(r, question, signal)), None)


def _speaks(rule: Suggest, question: Question, signal: Signal) -> bool:
    if rule.kind != signal.kind.value or rule.excluded != signal.negated:
        return False
    if (rule.roles and signal.role not in rule.roles) or not _worded(rule, signal):
        return False
    if question.type in _COUNTED_TYPES:
        return _unit_for(question, rule, signal) is not None
    if question.type is QuestionType.TEXT:
        return not rule.values or _choice_for(signal, rule) is not None
    return _choice_for(signal, rule) is not None


def _worded(rule: Suggest, signal: Signal) -> bool:
    said = _words_of(signal)
    return (not rule.words or not said.isdisjoint(rule.words)) and said.isdisjoint(rule.unless)


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
    quotes = tuple(s.evidence for s, _ in found)
    if question.type in _COUNTED_TYPES:
        unit = _unit_for(question, rule, first)
        number = first.quantity.number if first.quantity else None
        return _assumption(question, quotes=quotes[:1], number=number, unit=unit or "")
    if question.type is QuestionType.TEXT:
        said = "; ".join(_each_once(_named(s) for s, _ in found))
        return _assumption(question, quotes=quotes, values=(said[:_TEXT_LIMIT],))
    if question.type is QuestionType.CHOICES:
        named = dict.fromkeys(_choice_for(s, r) for s, r in found)
        return _assumption(question, quotes=quotes, values=tuple(v for v in named if v))
    return _assumption(question, quotes=quotes[:1], values=(_choice_for(first, rule) or "",))


def _named(signal: Signal) -> str:
    """Return the words that name a thing; of what is ruled out, without the words that rule it out."""
    words = own_words(signal.evidence)
    return (_RULING_OUT.sub("", words).strip() or words) if signal.negated else words


def _each_once(words: Iterable[str]) -> Iterator[str]:
    """Yield words on one line, each once, whatever its capitals."""
    seen: set[str] = set()
    for said in map(one_line, words):
        if said.casefold() not in seen:
            seen.add(said.casefold())
            yield said


def _assumption(
    question: Question,
    *,
    quotes: Iterable[str],
    values: tuple[str, ...] = (),
    number: float | None = None,
    unit: str = "",
) -> Answer:
    return Answer(
        question=question.id,
        state=AnswerState.ASSUMED,
        values=values,
        number=number,
        unit=unit,
        quote="\n".join(_each_once(quotes)),
    )
