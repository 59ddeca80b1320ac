"""What the library keeps: parts of a project written as plain values, and put into another project again.

In: an open project's rows. Out: dictionaries that JSON can hold; and the other way, rows of another project that say
where they come from. Nothing that a project says already is ever replaced.
"""

from typing import Any

from sqlalchemy import select

from translator.core.answers import Answer, AnswerState
from translator.core.bank.model import Bank, Question
from translator.core.requirements.model import Requirement
from translator.core.requirements.wording import said_of
from translator.core.terms import Category, Priority
from translator.services.access import open_use_case
from translator.services.answer_store import open_scope
from translator.services.errand import Errand
from translator.services.follow import follow_scope
from translator.services.gather import marks_of, rows_of
from translator.services.requirement_changes import Wording
from translator.services.requirement_store import right_for
from translator.services.requirements import add_line
from translator.services.write import new_use_case
from translator.storage import tables

_ANSWER = ("question_id", "state", "choices", "number", "unit", "quote", "said_by")
_REJECTION = ("kind", "value", "evidence", "person")
_ADDITION = (
    "kind", "value", "evidence", "role", "negated", "was_kind", "was_value", "was_evidence", "person",
)  # fmt: skip
_NOT_SAID = (AnswerState.UNKNOWN.value, AnswerState.SKIPPED.value)
_SAID_BY_LIMIT = 120
"""The column's own."""


def use_case_of(errand: Errand, number: int) -> tuple[str, dict[str, Any]]:
    """Return a use case's title, and its texts, marks and answers."""
    case = open_use_case(errand.session, errand.project, number)
    no, yes = marks_of(errand.session, [case])
    texts = {name: getattr(case, name) for name in ("title", "narrative", "measure")}
    content = {
        **texts,
        "rejections": [_values(row, _REJECTION) for row in no],
        "additions": [_values(row, _ADDITION) for row in yes],
        "answers": _answers(errand, number),
    }
    return case.title or f"UC{number}", content


def answers_of(errand: Errand, scope: int) -> tuple[str, dict[str, Any]]:
    """Return what a set of answers is called, and the answers."""
    case = open_scope(errand.session, errand.project, scope)
    called = f"Answers of {case.title or f'UC{scope}'}" if case else f"Answers of {errand.project.name}"
    return called[:200], {"scope": "use case" if scope else "project", "answers": _answers(errand, scope)}


def line_of(line: Requirement) -> tuple[str, dict[str, Any]]:
    """Return a requirement's name in a list, and its words."""
    words = {name: getattr(line, name) for name in ("sentence", "plain", "fit", "rationale")}
    called = line.plain or line.sentence
    return called[:200], {**words, "category": line.category.value, "priority": line.priority.value}


def in_words(bank: Bank, content: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the kept answers as question and answer in words; one whose question is no more is left out."""
    asked = ((bank.question(values["question_id"]), values) for values in content.get("answers", ()))
    return tuple((question.text, _said(question, values)) for question, values in asked if question is not None)


def put_use_case(errand: Errand, content: dict[str, Any], origin: str) -> int:
    """Add a use case from the library; return its number."""
    number = new_use_case(errand)
    case = open_use_case(errand.session, errand.project, number)
    for name in ("title", "narrative", "measure"):
        setattr(case, name, content[name])
    now = errand.desk.now()
    errand.session.add_all(tables.Rejection(use_case_id=case.id, at=now, **values) for values in content["rejections"])
    errand.session.add_all(tables.Addition(use_case_id=case.id, at=now, **values) for values in content["additions"])
    errand.session.flush()
    errand.record("taken from the library", "use case", number, after={"origin": origin, "title": case.title})
    put_answers(errand, number, content["answers"], origin, quoted=True)
    return number


def put_answers(errand: Errand, scope: int, answers: list[dict[str, Any]], origin: str, *, quoted: bool = False) -> int:
    """Add the answers that a scope has not given yet; return how many were.

    `quoted`: the text that they were confirmed from comes along. Without it they are what somebody said.
    """
    open_scope(errand.session, errand.project, scope)
    table = tables.Answer
    query = select(table.question_id).where(table.project_id == errand.project.id, table.scope == scope)
    there = set(errand.session.scalars(query))
    missing = [values for values in answers if values["question_id"] not in there]
    for values in missing:
        said_by = f"{values['said_by']} ({origin})" if values["said_by"] else origin
        row = table(project_id=errand.project.id, scope=scope, at=errand.desk.now(), **values)
        row.said_by = said_by[:_SAID_BY_LIMIT]
        if not quoted:
            row.state, row.quote = AnswerState.STATED.value, ""
        errand.session.add(row)
    errand.session.flush()
    errand.record("taken from the library", "answers", scope, after={"origin": origin, "answers": len(missing)})
    follow_scope(errand.session, errand.desk, errand.project, scope)
    return len(missing)


def put_line(errand: Errand, scope: int, content: dict[str, Any], origin: str) -> int:
    """Add a requirement from the library as a line of one's own; return its row's id."""
    open_scope(errand.session, errand.project, scope)
    category = Category(content["category"])
    errand.require(right_for(category))
    because = f"{content['rationale']} " if content["rationale"] else ""
    words = Wording(
        sentence=content["sentence"],
        plain=content["plain"],
        fit=content["fit"],
        priority=Priority(content["priority"]),
    )
    return add_line(errand, scope, category, words, f"{because}Taken from {origin}.")


def _said(question: Question, values: dict[str, Any]) -> str:
    answer = Answer(
        question=question.id,
        state=AnswerState(values["state"]),
        values=tuple(values["choices"]),
        number=values["number"],
        unit=values["unit"],
    )
    return said_of(question, answer).removeprefix(f"{question.text}: ")


def _answers(errand: Errand, scope: int) -> list[dict[str, Any]]:
    rows = rows_of(errand.session, tables.Answer, errand.project, {scope})
    if not rows and scope:
        open_use_case(errand.session, errand.project, scope)
    return [_values(row, _ANSWER) for row in rows if row.state not in _NOT_SAID]


def _values(row: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
