"""Answers: row <-> core value. In: a row of `answer`. Out: core.answers.Answer, and back."""

from collections.abc import Iterable
from datetime import datetime

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.storage import tables


def answer_from(row: tables.Answer) -> Answer:
    """Read an answer from its row."""
    return Answer(
        question=row.question_id,
        state=AnswerState(row.state),
        values=tuple(row.choices),
        number=row.number,
        unit=row.unit,
        quote=row.quote,
        said_by=row.said_by,
        owner=row.owner,
        due=row.due,
    )


def sheet_from(rows: Iterable[tables.Answer]) -> AnswerSheet:
    """Read the answers of one scope as a sheet, in the order of the rows."""
    return AnswerSheet(tuple(answer_from(row) for row in rows))


def write_answer(row: tables.Answer, answer: Answer, at: datetime) -> None:
    """Put an answer into its row; project, scope and version are the caller's."""
    row.question_id = answer.question
    row.state = answer.state.value
    row.choices = list(answer.values)
    row.number = answer.number
    row.unit = answer.unit
    row.quote = answer.quote
    row.said_by = answer.said_by
    row.owner = answer.owner
    row.due = answer.due
    row.at = at
