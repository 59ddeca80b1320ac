"""What a form says to a question, checked against the question.

In: raw strings. Out: a STATED Answer; or InputError with the field ("values", "number", "unit") that cannot be used.
"""

from dataclasses import dataclass

from translator.core.answers import Answer, AnswerState
from translator.core.bank.condition import SECONDS, duration_words
from translator.core.bank.model import Question, QuestionType
from translator.core.errors import InputError
from translator.services.entrance import PROSE_LIMIT, Entrance
from translator.services.numbers_in import parse_count, parse_duration_number

DURATION_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_YES_NO = ("yes", "no")
_MOST_PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Hold what the fields of one question hold, as typed."""

    values: tuple[str, ...] = ()
    number: str = ""
    unit: str = ""


def said_in(question: Question, given: Given, entrance: Entrance) -> Answer:
    """Return the answer that a form holds; texts go through `entrance`, which counts what had to be taken out."""
    match question.type:
        case QuestionType.TEXT:
            return _stated(question, values=(_text(question, given, entrance),))
        case QuestionType.NUMBER:
            count = _count(given.number)
            _within(question, count, "")
            return _stated(question, number=count, unit=_unit(given.unit, question.units))
        case QuestionType.DURATION:
            unit = _unit(given.unit, question.units or DURATION_UNITS)
            length = parse_duration_number(given.number, unit)
            _within(question, length * SECONDS[unit], unit)
            return _stated(question, number=length, unit=unit)
        case QuestionType.PERCENT:
            percent = _percent(given.number)
            _within(question, percent, "")
            return _stated(question, number=percent, unit="percent")
        case _:
            return _stated(question, values=_chosen(question, given))


def _stated(question: Question, *, values: tuple[str, ...] = (), number: float | None = None, unit: str = "") -> Answer:
    return Answer(question=question.id, state=AnswerState.STATED, values=values, number=number, unit=unit)


def _count(number: str) -> float:
    """Return a count of people or things: nobody writes to half a person, and none at all is no answer."""
    count = parse_count(number)
    if count < 1 or not count.is_integer():
        raise InputError("Write a whole number from 1 up, such as 1,200.", "number")
    return count


def _percent(number: str) -> float:
    percent = parse_count(number)
    if percent > _MOST_PERCENT:
        raise InputError("Write a percentage from 0 to 100.", "number")
    return percent


def _within(question: Question, number: float, unit: str) -> None:
    """Refuse a number that the question's limits leave out; lengths of time are in seconds, and said in their unit."""
    least, most = question.at_least, question.at_most
    if most is not None and number > most:
        raise InputError(f"That is too much: write at most {_said(most, unit)}.", "number")
    if least is not None and number < least:
        raise InputError(f"That is too little: write at least {_said(least, unit)}.", "number")


def _said(limit: float, unit: str) -> str:
    return duration_words(limit) if unit else f"{limit:,.10g}"


def _text(question: Question, given: Given, entrance: Entrance) -> str:
    needed = "Write an answer, or choose “I don't know”."
    text = entrance.text("values", "\n".join(given.values), limit=PROSE_LIMIT, needed=needed).strip()
    words = len(text.split())
    if question.word_limit and words > question.word_limit:
        entrance.refuse("values", f"Use at most {question.word_limit} words; this answer has {words}.")
    entrance.check()
    return text


def _chosen(question: Question, given: Given) -> tuple[str, ...]:
    known = tuple(choice.id for choice in question.choices) or _YES_NO
    if not given.values:
        raise InputError("Choose an answer, or “I don't know”.", "values")
    if any(value not in known for value in given.values):
        raise InputError("Choose from the answers on the page.", "values")
    if question.type is not QuestionType.CHOICES and len(given.values) > 1:
        raise InputError("Choose one answer only.", "values")
    return tuple(value for value in known if value in given.values)


def _unit(unit: str, units: tuple[str, ...]) -> str:
    if not unit and len(units) <= 1:
        return units[0] if units else ""
    if unit not in units:
        raise InputError("Choose a unit.", "unit")
    return unit
