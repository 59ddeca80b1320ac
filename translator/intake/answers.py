"""A file of answers, for translating without the pages.

    {"UC1": {"channels": ["email"], "people": {"value": 40000, "unit": "people"}, "keep": "unknown"}, "project": {}}

Keys are a use case's number (1 or "UC1") or the id that its own file gives it, and "project".
"""

import json
from dataclasses import dataclass
from typing import Any

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import Bank, Question, QuestionType, Scope
from translator.core.errors import InputError
from translator.core.text import clean_text
from translator.intake.decode import decode

_DURATION_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_YES_NO = {True: "yes", False: "no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Hold the answers of a file: the project's, and those of the use cases by number."""

    project: AnswerSheet
    use_cases: dict[int, AnswerSheet]


def read_answers(data: bytes, bank: Bank, ids: tuple[str, ...]) -> Answers:
    """Read a file of answers, checked against the bank; `ids` are those of the Intake.

    Raise InputError that names the use case and the question.
    """
    try:
        content = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise InputError("The file of answers is not JSON.") from error
    if not isinstance(content, dict) or not all(isinstance(sheet, dict) for sheet in content.values()):
        raise InputError('The file of answers must look like {"UC1": {"question": "answer"}, "project": {}}.')
    sheets = {place: sheet for place, sheet in content.items() if place != "project"}
    numbered: dict[int, AnswerSheet] = {}
    for place, sheet in sheets.items():
        number = _number(place, ids)
        read = _sheet(bank, sheet, f"UC{number}", Scope.USE_CASE)
        numbered[number] = read.merged(numbered.get(number, AnswerSheet()))
    return Answers(project=_sheet(bank, content.get("project", {}), "project", Scope.PROJECT), use_cases=numbered)


def _number(place: str, ids: tuple[str, ...]) -> int:
    if place in ids:
        return ids.index(place) + 1
    digits = place.upper().removeprefix("UC")
    if digits.isdecimal() and 1 <= int(digits) <= len(ids):
        return int(digits)
    raise InputError(f"Answers for “{place}”: there is no such use case.")


def _sheet(bank: Bank, sheet: dict[str, Any], place: str, scope: Scope) -> AnswerSheet:
    answers = []
    for question_id, value in sheet.items():
        question = bank.question(question_id)
        if question is None:
            raise InputError(f"Answers for {place}: there is no question “{question_id}”.", question_id)
        if question.scope is not scope:
            where = "the project" if question.scope is Scope.PROJECT else "each use case"
            raise InputError(f"Answers for {place}: “{question_id}” is a question to {where}.", question_id)
        try:
            answers.append(_answer(question, value))
        except InputError as error:
            raise InputError(f"Answers for {place}, “{question_id}”: {error.message}", question_id) from error
    return AnswerSheet(tuple(answers))


def _answer(question: Question, value: Any) -> Answer:
    if value == "unknown":
        return Answer(question=question.id, state=AnswerState.UNKNOWN)
    if question.type in (QuestionType.NUMBER, QuestionType.DURATION, QuestionType.PERCENT):
        number, unit = _measured(question, value)
        return Answer(question=question.id, state=AnswerState.STATED, number=number, unit=unit)
    given = value.get("value") if isinstance(value, dict) else value
    return Answer(question=question.id, state=AnswerState.STATED, values=_values(question, given))


def _measured(question: Question, value: Any) -> tuple[float, str]:
    number, unit = (value.get("value"), value.get("unit", "")) if isinstance(value, dict) else (value, "")
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number < float("inf"):
        raise InputError('it takes a number of 0 or more, such as {"value": 5, "unit": "day"}.')
    if question.type is QuestionType.PERCENT:
        if number > 100:  # noqa: PLR2004
            raise InputError("a percentage goes from 0 to 100.")
        return float(number), "percent"
    units = question.units or (_DURATION_UNITS if question.type is QuestionType.DURATION else ())
    if not unit and len(units) <= 1:
        return float(number), units[0] if units else ""
    if unit not in units:
        raise InputError(f"its unit is one of {', '.join(units)}.")
    return float(number), unit


def _values(question: Question, value: Any) -> tuple[str, ...]:
    if question.type is QuestionType.TEXT:
        if not isinstance(value, str) or not value.strip():
            raise InputError("it takes a text.")
        return (clean_text(value).text.strip(),)
    given = [_YES_NO[value]] if isinstance(value, bool) else value if isinstance(value, list) else [value]
    known = tuple(choice.id for choice in question.choices) or ("yes", "no")
    if not given or any(not isinstance(one, str) or one not in known for one in given):
        raise InputError(f"its answers are {', '.join(known)}.")
    if question.type is not QuestionType.CHOICES and len(given) > 1:
        raise InputError("it takes one answer only.")
    return tuple(one for one in known if one in given)
