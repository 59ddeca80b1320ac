"""Answers: what a person said to a question of the bank, or did not know.

Step 4. In: what the answer pages or an answers file hold. Out: one sheet a use case (or one for the project), and
the facts that the bank's conditions ask about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from translator.core.bank.condition import SECONDS, Fact, Facts
from translator.core.reading.model import Kind, Reading, Signal
from translator.core.text import Span


class AnswerState(StrEnum):
    """Say how much weight an answer carries.

    STATED: a person's own answer. CONFIRMED: suggested from the text and confirmed by a person. ASSUMED: suggested
    from the text, nobody has confirmed it yet. UNKNOWN: "I don't know", an open question. SKIPPED: passed over for
    now, comes back last.
    """

    STATED = "stated"
    CONFIRMED = "confirmed"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Hold one answer.

    `values` are choice ids (choice and choices questions) or a single text. `number` and `unit` are set for number,
    money (minor units, unit = currency) and duration questions (unit "second", "minute", "hour", "day", "month",
    "year"). `quote` is the evidence of a suggestion that was taken, one piece of evidence a line, "" otherwise.
    `owner` and `due` belong to an UNKNOWN answer: who finds out, by when. `said_by` is the name of the person, "" when
    nobody (ASSUMED).
    """

    question: str
    state: AnswerState
    values: tuple[str, ...] = ()
    number: float | None = None
    unit: str = ""
    quote: str = ""
    said_by: str = ""
    owner: str = ""
    due: date | None = None

    @property
    def known(self) -> bool:
        """Tell whether the answer says something that requirements may be derived from."""
        return self.state in (AnswerState.STATED, AnswerState.CONFIRMED, AnswerState.ASSUMED)

    @property
    def quotes(self) -> tuple[str, ...]:
        """Return the pieces of evidence one by one, each as it stands in the text (on one line)."""
        return tuple(line for line in self.quote.split("\n") if line)

    def says_the_same(self, other: "Answer") -> bool:
        """Tell whether both answers say the same, whatever they rest on; capitals and blanks do not count."""
        return (_folded(self.values), self.number, self.unit) == (_folded(other.values), other.number, other.unit)


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """Hold the answers of one use case, or of the project; at most one a question."""

    answers: tuple[Answer, ...] = ()

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers)

    def get(self, question: str) -> Answer | None:
        """Return the answer to a question, or None."""
        return next((a for a in self.answers if a.question == question), None)

    def with_answer(self, answer: Answer) -> "AnswerSheet":
        """Return the sheet with this answer in place of any earlier one to the same question."""
        return AnswerSheet((*(a for a in self.answers if a.question != answer.question), answer))

    def merged(self, below: "AnswerSheet") -> "AnswerSheet":
        """Return this sheet laid over another one: where both answer, this one counts."""
        mine = {a.question for a in self.answers}
        return AnswerSheet((*self.answers, *(a for a in below if a.question not in mine)))


NOTHING_SAID = AnswerSheet()


def facts_from(reading: Reading | None, answers: AnswerSheet) -> Facts:
    """Build the facts that conditions ask about.

    What the text rules out goes into `excluded` only. Numbers of durations are in seconds; answers that are unknown
    or skipped say nothing.
    """
    known = [answer for answer in answers if answer.known]
    return Facts(
        signals=tuple(fact_of(signal) for signal in asked_for(reading)) if reading else (),
        excluded=tuple(fact_of(signal) for signal in reading.excluded) if reading else (),
        answers={answer.question: answer.values for answer in known},
        numbers={a.question: a.number * SECONDS.get(a.unit, 1.0) for a in known if a.number is not None},
        unknown=frozenset(answer.question for answer in answers if answer.state is AnswerState.UNKNOWN),
    )


def asked_for(reading: Reading) -> tuple[Signal, ...]:
    """Return the signals and deeds that a text asks for, less what stands in the words of something it rules out.

    "Nobody who unsubscribed" names people, and they are the ones to leave out. A clause that merely holds an
    exclusion ("when a member who has not unsubscribed visits us") stays.
    """
    ruled_out = [signal.span for signal in reading.excluded]
    kept = (s for s in reading.wanted if s.said_by or not any(_belongs(s, span) for span in ruled_out))
    return (*kept, *reading.deeds)


def fact_of(signal: Signal) -> Fact:
    """Return a signal as conditions see it."""
    return Fact(kind=signal.kind.value, value=signal.value, role=signal.role, concept=signal.concept)


def _belongs(signal: Signal, ruled_out: Span) -> bool:
    span = signal.span
    if signal.kind is Kind.ACTOR:
        return span.start < ruled_out.end and ruled_out.start < span.end
    return signal.kind is not Kind.TIMING and ruled_out.start <= span.start and span.end <= ruled_out.end


def _folded(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(value.split()).casefold() for value in values)
