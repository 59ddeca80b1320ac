"""Questions: what nobody knows yet, whoever asked it, and the answers that flow back.

Two kinds: questions of the bank that somebody answered with "I don't know", whose answer goes onto the answer sheet,
and questions that a person asked freely. `scope` is 0 for the whole project, else a use case's number.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from translator.core.answers import AnswerState
from translator.core.bank.model import Question
from translator.core.errors import InputError
from translator.services.access import Right
from translator.services.answer_store import answer_row, open_scope, put_answer, question_in
from translator.services.answer_values import Given, said_in
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, reading, writing
from translator.services.errors import NotFound
from translator.services.gather import members_of, rows_of, use_cases_of
from translator.services.history import snapshot
from translator.services.left import left_of
from translator.services.question_sides import BOTH, Sides, sides_of, waits_for
from translator.services.versions import changed_last_by_me, expect, said_already
from translator.storage import tables

_KEPT = ("text", "owner", "due", "answer", "answered_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRow:
    """Hold one open question. `question` is the bank's, None for one that a person asked freely.

    `text` is in plain words, `it_wording` the same as IT would ask it ("" for a freely asked one).
    `row_id` belongs to the freely asked ones, 0 otherwise. `version` is to be sent with the answer. `sides` are those
    that it waits for: "marketing", "it", or both.
    """

    project_id: str
    project_name: str
    scope: int
    title: str
    text: str
    asked_by: str
    owner: str
    due: date | None
    version: int
    sides: Sides = BOTH
    question: Question | None = None
    row_id: int = 0
    it_wording: str = ""

    def late(self, today: date) -> bool:
        """Tell whether its day has gone by."""
        return self.due is not None and self.due < today


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredRow:
    """Hold one freely asked question that was answered."""

    row_id: int
    version: int
    scope: int
    text: str
    asked_by: str
    answer: str
    answered_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsView:
    """Hold the questions of a project: open ones by due date, those without one last; then the answered ones."""

    project_id: str
    project_name: str
    open: tuple[OpenRow, ...]
    answered: tuple[AnsweredRow, ...]
    people: tuple[str, ...]
    use_cases: tuple[tuple[int, str], ...]
    can_answer: bool


def questions_view(desk: Desk, who: Person, pid: str) -> QuestionsView:
    """Return what is open in a project, and what was answered."""
    with reading(desk, who, pid) as errand:
        cases = use_cases_of(errand.session, errand.project)
        asked = rows_of(errand.session, tables.AskedQuestion, errand.project)
        return QuestionsView(
            project_id=pid,
            project_name=errand.project.name,
            open=open_rows(errand),
            answered=tuple(_answered(row) for row in asked if row.answer),
            people=tuple(m.user.name for m in members_of(errand.session, errand.project) if m.side != "reader"),
            use_cases=tuple((case.number, case.title) for case in cases),
            can_answer=Right.ANSWER_QUESTION in errand.rights,
        )


def open_rows(errand: Errand) -> tuple[OpenRow, ...]:
    """Return the open questions of a project, the earliest due first, those without a day last.

    What nobody knew and nobody asks any more, because an earlier answer changed, is none of them.
    """
    left = left_of(errand.session, errand.desk, [errand.project.id])
    titles = {0: "", **{case.number: case.title for case in use_cases_of(errand.session, errand.project)}}
    answers = rows_of(errand.session, tables.Answer, errand.project)
    asked = rows_of(errand.session, tables.AskedQuestion, errand.project)
    found = [
        _unknown(errand, row, titles[row.scope])
        for row in answers
        if row.scope in titles and row.question_id in left[row.project_id, row.scope].unknown
    ]
    found += [_asked(errand, row, titles[row.scope]) for row in asked if row.scope in titles and not row.answer]
    members = sides_of(errand)
    rows = (replace(row, sides=waits_for(row.owner, row.asked_by, members)) for row in found if row)
    return tuple(sorted(rows, key=lambda row: (row.due is None, row.due or date.min)))


def answer_open_question(
    desk: Desk,
    who: Person,
    pid: str,
    scope: int,
    question_id: str,
    *,
    version: int,
    values: Iterable[str] = (),
    number: str = "",
    unit: str = "",
) -> Saved:
    """Answer a question that somebody did not know; it goes onto the answer sheet, and the requirements follow.

    Raise NotFound when the question is not open: only marketing may change an answer that was given.
    """
    question = question_in(desk, scope, question_id)
    entrance = Entrance()
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        open_scope(errand.session, errand.project, scope)
        row = answer_row(errand.session, errand.project, scope, question_id)
        if row is None or (row.state != AnswerState.UNKNOWN.value and row.version == version):
            raise NotFound
        said = said_in(question, Given(values=tuple(values), number=number, unit=unit), entrance)
        saved = put_answer(errand, scope, replace(said, said_by=who.name), version)
        return Saved(version=saved.version, at=desk.now(), removed=entrance.removed)


def ask_question(
    desk: Desk,
    who: Person,
    pid: str,
    *,
    scope: int = 0,
    text: str,
    owner: str = "",
    due: date | None = None,
    once: str = "",
) -> int:
    """Ask a question in one's own words; return its row's id.

    `once` names the form that asked for it: sent again, it gets the same question.
    """
    entrance = Entrance()
    words = entrance.text("text", text, needed="Write your question.").strip()
    named = entrance.line("owner", owner)
    entrance.check()
    if due is not None and due < desk.today:
        raise InputError("Choose a day from today on.", "due")
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        open_scope(errand.session, errand.project, scope)
        row = tables.AskedQuestion(
            project_id=pid, scope=scope, text=words, asked_by=who.name, asked_at=desk.now(), owner=named, due=due
        )
        return int(errand.once(once, lambda: str(_store(errand, row))))


def answer_asked(desk: Desk, who: Person, pid: str, row_id: int, version: int, *, answer: str) -> Saved:
    """Answer a freely asked question; answering again replaces the words, and the history keeps them."""
    entrance = Entrance()
    words = entrance.text("answer", answer, needed="Write an answer.").strip()
    entrance.check()
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        row = tables.AskedQuestion
        query = select(row).where(row.id == row_id, row.project_id == errand.project.id)
        found = errand.session.scalars(query).one_or_none()
        if found is None:
            raise NotFound
        subject = f"the answer to “{found.text}”"
        theirs = {"answer": found.answer}
        if said_already(found, version, {"answer": words}, theirs):
            return Saved(version=found.version, at=desk.now(), removed=entrance.removed)
        own = changed_last_by_me(errand, "question", row_id)
        expect(found, version, subject, {"answer": words}, theirs, own=own, by=found.answered_by)
        before = snapshot(found, *_KEPT)
        found.answer, found.answered_by, found.answered_at = words, who.name, desk.now()
        errand.session.flush()
        errand.record("answered", "question", row_id, before=before, after=snapshot(found, *_KEPT))
        return Saved(version=found.version, at=desk.now(), removed=entrance.removed)


def _store(errand: Errand, row: tables.AskedQuestion) -> int:
    errand.session.add(row)
    errand.session.flush()
    errand.record("asked", "question", row.id, after=snapshot(row, *_KEPT))
    return row.id


def _unknown(errand: Errand, row: tables.Answer, title: str) -> OpenRow | None:
    question = errand.desk.bank.question(row.question_id)
    if question is None or row.state != AnswerState.UNKNOWN.value:
        return None
    return OpenRow(
        project_id=errand.project.id,
        project_name=errand.project.name,
        scope=row.scope,
        title=title,
        text=question.text,
        it_wording=question.it_wording,
        asked_by=row.said_by,
        owner=row.owner,
        due=row.due,
        version=row.version,
        question=question,
    )


def _asked(errand: Errand, row: tables.AskedQuestion, title: str) -> OpenRow:
    return OpenRow(
        project_id=errand.project.id,
        project_name=errand.project.name,
        scope=row.scope,
        title=title,
        text=row.text,
        asked_by=row.asked_by,
        owner=row.owner,
        due=row.due,
        version=row.version,
        row_id=row.id,
    )


def _answered(row: tables.AskedQuestion) -> AnsweredRow:
    return AnsweredRow(
        row_id=row.id,
        version=row.version,
        scope=row.scope,
        text=row.text,
        asked_by=row.asked_by,
        answer=row.answer,
        answered_by=row.answered_by,
    )
