"""What other use cases say to the same question: offered where the text says nothing, taken with one key.

In: a use case and a question of it. Out: the answer that most other use cases share, or a Saved once a person took it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import select

from translator.core.answers import Answer, AnswerState
from translator.core.errors import InputError
from translator.services.access import Right
from translator.services.answer_store import in_words, open_scope, put_answer, question_in
from translator.services.desk import Desk, Person, Saved
from translator.services.errand import Errand, reading, writing
from translator.services.gather import use_cases_of
from translator.storage import tables
from translator.storage.answer_mapping import answer_from

_SPOKEN = (AnswerState.STATED.value, AnswerState.CONFIRMED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Hold an answer that other use cases share: their numbers, in order, the answer itself, and in words."""

    numbers: tuple[int, ...]
    answer: Answer
    words: str

    @property
    def refs(self) -> str:
        """Name the use cases: "UC1", "UC1 and UC4"."""
        names = [f"UC{number}" for number in self.numbers]
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def said_elsewhere(desk: Desk, who: Person, pid: str, scope: int, question_id: str) -> Elsewhere | None:
    """Return what most other use cases say, the first of them where several say as many; None where none speaks."""
    with reading(desk, who, pid) as errand:
        return _shared(errand, scope, question_id) if scope else None


def take_from_elsewhere(desk: Desk, who: Person, pid: str, scope: int, question_id: str, *, version: int) -> Saved:
    """Give the same answer as the other use cases; it is this person's word, and keeps no quote of another text."""
    with writing(desk, who, pid, Right.WRITE) as errand:
        open_scope(errand.session, errand.project, scope)
        found = _shared(errand, scope, question_id) if scope else None
        if found is None:
            raise InputError("No other use case says this any more. Please answer in your own words.", "values")
        said = replace(found.answer, state=AnswerState.STATED, quote="", said_by=who.name, owner="", due=None)
        row = put_answer(errand, scope, said, version)
        return Saved(version=row.version, at=desk.now())


def _shared(errand: Errand, scope: int, question_id: str) -> Elsewhere | None:
    question = question_in(errand.desk, scope, question_id)
    said = {number: answer for number, answer in _spoken(errand, question_id) if number != scope}
    if not said:
        return None
    counts = Counter(_measured(answer) for answer in said.values())
    first = max(said.values(), key=lambda answer: counts[_measured(answer)])
    numbers = tuple(sorted(number for number, answer in said.items() if answer.says_the_same(first)))
    return Elsewhere(numbers=numbers, answer=first, words=in_words(question, first))


def _spoken(errand: Errand, question_id: str) -> Iterator[tuple[int, Answer]]:
    """Yield what people said to a question, by use case in order; deleted use cases say nothing."""
    there = [case.number for case in use_cases_of(errand.session, errand.project)]
    row = tables.Answer
    query = select(row).where(
        row.project_id == errand.project.id,
        row.question_id == question_id,
        row.scope.in_(there),
        row.state.in_(_SPOKEN),
    )
    for found in errand.session.scalars(query.order_by(row.scope)):
        yield found.scope, answer_from(found)


def _measured(answer: Answer) -> tuple[tuple[str, ...], float | None, str]:
    return tuple(value.casefold() for value in answer.values), answer.number, answer.unit
