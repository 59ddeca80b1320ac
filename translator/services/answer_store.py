"""The store of answers: one row a question and scope, each change with its version and its line of history.

In: an open project, a scope (0 = the project) and a core Answer. Out: the row. The requirements follow at once.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.core.answers import Answer, AnswerState
from translator.core.bank.model import Question, Scope
from translator.core.specification.said import answer_words
from translator.services.access import open_use_case
from translator.services.desk import Desk
from translator.services.errand import Errand
from translator.services.errors import Conflict, NotFound
from translator.services.follow import follow_scope
from translator.services.history import Values, snapshot
from translator.services.versions import changed_last_by_me, done_last_by_me
from translator.storage import tables
from translator.storage.answer_mapping import answer_from, write_answer

_TAKEN_BACK = "took back the answer"
_KEPT = ("state", "choices", "number", "unit", "quote", "said_by", "owner", "due")


def open_scope(session: Session, project: tables.Project, scope: int) -> tables.UseCase | None:
    """Return the use case of a scope, None for the project itself; raise NotFound when there is none."""
    return open_use_case(session, project, scope) if scope else None


def question_in(desk: Desk, scope: int, question_id: str) -> Question:
    """Return a question of the bank that may be put to this scope; raise NotFound for any other."""
    question = desk.bank.question(question_id)
    if question is None or question.scope is not (Scope.USE_CASE if scope else Scope.PROJECT):
        raise NotFound
    return question


def answer_row(session: Session, project: tables.Project, scope: int, question_id: str) -> tables.Answer | None:
    """Return the row of an answer, or None while there is none."""
    answer = tables.Answer
    query = select(answer).where(
        answer.project_id == project.id, answer.scope == scope, answer.question_id == question_id
    )
    return session.scalars(query).one_or_none()


def put_answer(errand: Errand, scope: int, said: Answer, seen: int, *, strict: bool = False) -> tables.Answer:
    """Store an answer and let the requirements follow.

    `seen` is the version that the person saw, 0 for no answer yet. Raise Conflict when somebody else gave another
    one since; one's own is replaced, and the history keeps both: that is what "Back" in a browser leads to. A skip
    replaces no answer that its page did not show, and with `strict` nothing does.
    """
    question = question_in(errand.desk, scope, said.question)
    row = answer_row(errand.session, errand.project, scope, said.question)
    if (row.version if row else 0) != seen:
        if strict or not _mine(errand, scope, said.question):
            raise _conflict(question, said, row)
        if row and said.state is AnswerState.SKIPPED:
            return row
    before = _snapshot(row)
    if row is None:
        row = tables.Answer(project_id=errand.project.id, scope=scope)
        errand.session.add(row)
    write_answer(row, said, errand.desk.now())
    errand.session.flush()
    errand.record("answered", "answer", _name(scope, said.question), before=before, after=_snapshot(row))
    follow_scope(errand.session, errand.desk, errand.project, scope)
    return row


def remove_answer(errand: Errand, scope: int, question_id: str, seen: int) -> None:
    """Take an answer back, so that its question is asked again."""
    question = question_in(errand.desk, scope, question_id)
    row = answer_row(errand.session, errand.project, scope, question_id)
    if row is None and done_last_by_me(errand, "answer", _name(scope, question_id), _TAKEN_BACK):
        return  # the same button pressed twice
    if row is None:
        raise NotFound
    if row.version != seen and not _mine(errand, scope, question_id):
        raise _conflict(question, None, row)
    errand.record(_TAKEN_BACK, "answer", _name(scope, question_id), before=_snapshot(row))
    errand.session.delete(row)
    follow_scope(errand.session, errand.desk, errand.project, scope)


def in_words(question: Question, answer: Answer | None) -> str:
    """Write an answer as a page shows it; "" for none or skipped."""
    if answer is None or answer.state is AnswerState.SKIPPED:
        return ""
    if answer.state is AnswerState.UNKNOWN:
        return "I don't know"
    return answer_words(question, answer)


def _conflict(question: Question, mine: Answer | None, row: tables.Answer | None) -> Conflict:
    theirs = answer_from(row) if row else None
    return Conflict(
        f"the answer to “{question.text}”",
        {"answer": in_words(question, mine)},
        {"answer": in_words(question, theirs)},
        row.version if row else 0,
    )


def _snapshot(row: tables.Answer | None) -> Values | None:
    return None if row is None else snapshot(row, *_KEPT)


def _mine(errand: Errand, scope: int, question_id: str) -> bool:
    return changed_last_by_me(errand, "answer", _name(scope, question_id))


def _name(scope: int, question_id: str) -> str:
    return f"{scope}:{question_id}"[:40]
