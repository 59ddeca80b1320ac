"""Answer: the questions that a use case (or the project) needs now, and what people say to them.

In: forms as strings. Out: an AnswerView for the pages, and Saved for each write. `scope` is 0 for the project's own
questions, else a use case's number; `version` is that of the answer's row, 0 while there is none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from translator.core.answers import Answer, AnswerState
from translator.core.bank.model import Scope
from translator.core.errors import InputError
from translator.core.prompts import Prompt, prompts_for
from translator.services.access import Right
from translator.services.answer_store import open_scope, put_answer, question_in, remove_answer
from translator.services.answer_values import Given, said_in
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import LINE_LIMIT, Entrance
from translator.services.errand import Errand, reading, writing
from translator.services.follow import reading_of
from translator.services.gather import dossier, members_of, rows_of
from translator.storage import tables

# Long enough for a colleague on holiday, short enough not to hold up the document.
_DUE_AFTER = timedelta(days=14)
_MEASURED = frozenset({"values", "number", "unit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """Hold the questions of one scope.

    `prompts` are all that are relevant now, in the order to ask them. `to_confirm`: the text already answers it.
    `to_ask`: it does not; skipped ones last. `done`: a person answered or did not know. `left` counts the first two.
    `versions` maps question ids to the version to send. `people` are names to choose an owner from.
    """

    project_id: str
    project_name: str
    scope: int
    title: str
    prompts: tuple[Prompt, ...]
    versions: Mapping[str, int]
    people: tuple[str, ...]
    default_due: date
    can_write: bool

    @property
    def to_confirm(self) -> tuple[Prompt, ...]:
        """Return the prompts that the text answers and nobody has confirmed."""
        return tuple(p for p in self.prompts if p.to_confirm)

    @property
    def to_ask(self) -> tuple[Prompt, ...]:
        """Return the prompts that a person has to answer."""
        return tuple(p for p in self.prompts if p.open and not p.to_confirm)

    @property
    def done(self) -> tuple[Prompt, ...]:
        """Return the prompts that a person answered, or did not know."""
        return tuple(p for p in self.prompts if not p.open)

    @property
    def left(self) -> int:
        """Return how many prompts still wait for a person."""
        return len(self.prompts) - len(self.done)

    def prompt(self, question_id: str) -> Prompt | None:
        """Return the prompt of a question, None when it is not relevant now."""
        return next((p for p in self.prompts if p.question.id == question_id), None)

    def version(self, question_id: str) -> int:
        """Return the version to send with an answer to a question."""
        return self.versions.get(question_id, 0)


def answer_view(desk: Desk, who: Person, pid: str, scope: int) -> AnswerView:
    """Return the questions of a scope as they stand now."""
    with reading(desk, who, pid) as errand:
        session, project = errand.session, errand.project
        case = open_scope(session, project, scope)
        rows = rows_of(session, tables.Answer, project, {scope})
        return AnswerView(
            project_id=project.id,
            project_name=project.name,
            scope=scope,
            title=case.title if case else project.name,
            prompts=prompts_in(errand, scope),
            versions=MappingProxyType({row.question_id: row.version for row in rows}),
            people=tuple(m.user.name for m in members_of(session, project) if m.side != "reader"),
            default_due=desk.today + _DUE_AFTER,
            can_write=Right.WRITE in errand.rights,
        )


def save_answer(
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
    confirmed: bool = False,
) -> Saved:
    """Store what a person says, or, with `confirmed`, that the text says it right (values are ignored then).

    An answer that equals the suggestion counts as confirmed and keeps the quote. Raise InputError (field "values",
    "number" or "unit") for what the question cannot take.
    """
    question = question_in(desk, scope, question_id)
    with writing(desk, who, pid, Right.WRITE) as errand:
        open_scope(errand.session, errand.project, scope)
        suggestion = _suggestion(errand, scope, question_id)
        entrance = Entrance()
        if confirmed:
            said = _confirmed(suggestion)
        else:
            said = said_in(question, Given(values=tuple(values), number=number, unit=unit), entrance)
            said = _with_quote(said, suggestion)
        row = put_answer(errand, scope, replace(said, said_by=who.name), version, strict=confirmed)
        return Saved(version=row.version, at=desk.now(), removed=entrance.removed)


def dont_know(
    desk: Desk,
    who: Person,
    pid: str,
    scope: int,
    question_id: str,
    *,
    version: int,
    owner: str = "",
    due: date | None = None,
) -> Saved:
    """Store "I don't know", which opens a question; due two weeks from now unless another day is named.

    Without an owner it waits for anybody, and stands in IT's queue. Raise InputError (field "due") for a day gone by.
    """
    if due is not None and due < desk.today:
        raise InputError("Choose a day from today on.", "due")
    said = Answer(question=question_id, state=AnswerState.UNKNOWN, said_by=who.name, due=due or desk.today + _DUE_AFTER)
    entrance = Entrance()
    named = replace(said, owner=entrance.line("owner", owner, limit=LINE_LIMIT))
    entrance.check()
    return _put(desk, who, pid, scope, said=named, version=version)


def skip(desk: Desk, who: Person, pid: str, scope: int, question_id: str, *, version: int) -> Saved:
    """Pass a question over for now; it comes back last."""
    said = Answer(question=question_id, state=AnswerState.SKIPPED)
    return _put(desk, who, pid, scope, said=said, version=version)


def clear_answer(desk: Desk, who: Person, pid: str, scope: int, question_id: str, *, version: int) -> None:
    """Take an answer back, so that its question is asked again."""
    with writing(desk, who, pid, Right.WRITE) as errand:
        open_scope(errand.session, errand.project, scope)
        remove_answer(errand, scope, question_id, version)


def prompts_in(errand: Errand, scope: int) -> tuple[Prompt, ...]:
    """Return the prompts of a scope as they stand now, in the order to ask them."""
    bank = errand.desk.bank
    gathered = dossier(errand.session, errand.project, scope)
    if not scope:
        return prompts_for(bank, Scope.PROJECT, None, gathered.answers)
    work = gathered.works[0]
    return prompts_for(bank, Scope.USE_CASE, reading_of(bank, work), work.answers.merged(gathered.answers))


def _put(desk: Desk, who: Person, pid: str, scope: int, *, said: Answer, version: int) -> Saved:
    with writing(desk, who, pid, Right.WRITE) as errand:
        open_scope(errand.session, errand.project, scope)
        row = put_answer(errand, scope, said, version)
        return Saved(version=row.version, at=desk.now())


def _suggestion(errand: Errand, scope: int, question_id: str) -> Answer | None:
    return next((p.suggestion for p in prompts_in(errand, scope) if p.question.id == question_id), None)


def _confirmed(suggestion: Answer | None) -> Answer:
    if suggestion is None:
        raise InputError("The text no longer says this. Please answer in your own words.", "values")
    return replace(suggestion, state=AnswerState.CONFIRMED)


def _with_quote(said: Answer, suggestion: Answer | None) -> Answer:
    if suggestion is None or any(getattr(said, name) != getattr(suggestion, name) for name in _MEASURED):
        return said
    return _confirmed(suggestion)
