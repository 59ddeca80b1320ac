"""Follow: what a decision about a conflict would change, for each way to settle it.

Step 8. In: the bank, a conflict. Out: ways, each with the answers it would change and with what would still read
otherwise, because a text, a fact of the project or a price says it. Nothing is stored here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from translator.core.answers import Answer, AnswerState
from translator.core.bank.condition import SECONDS
from translator.core.bank.model import Bank, Question, Scope
from translator.core.bank.sharing import Against
from translator.core.conflicts.model import Conflict, Position
from translator.core.requirements.levels import words
from translator.core.requirements.model import Given

_BY_VALUE = (Against.AMOUNTS, Against.GROUPS, Against.CHOICES)
_EVERYWHERE = "nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Hold one answer that a way would give; `use_case` None is the project. `before` and `after` are in words."""

    use_case: int | None
    question: Question
    given: Given
    before: str
    after: str

    @property
    def place(self) -> str:
        """Return whose answer it is: "UC2", or "The project"."""
        return f"UC{self.use_case}" if self.use_case else "The project"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Hold one way to settle a conflict. `left` are positions that read otherwise all the same."""

    key: str
    words: str
    changes: tuple[Change, ...]
    left: tuple[Position, ...]


def ways(bank: Bank, conflict: Conflict) -> tuple[Way, ...]:
    """Return the ways to settle a conflict; () where none of them is a value that answers could take over."""
    against = conflict.clash.against
    if against in _BY_VALUE:
        found = _by_value(bank, conflict)
    elif against is Against.RULED_OUT:
        found = _left_out(bank, conflict)
    elif against is Against.SUPPLY:
        found = _slower(bank, conflict)
    else:
        found = iter(())
    return tuple(way for way in found if way.changes or way.left)


def answer_for(change: Change, who: str) -> Answer:
    """Return a change as the answer of a person."""
    given = change.given
    return Answer(
        question=change.question.id,
        state=AnswerState.STATED,
        values=given.values,
        number=given.number,
        unit=given.unit,
        said_by=who,
    )


def _by_value(bank: Bank, conflict: Conflict) -> Iterator[Way]:
    """Yield one way for each value that somebody names."""
    values = {p.says: p for p in conflict.positions if p.given is not None and not p.needs}
    for says, value in values.items():
        others = [p for p in conflict.positions if p.says != says and not p.needs]
        changes = [c for p in (*others, *_of_project(bank, conflict)) if (c := _changed(bank, p, value)) is not None]
        needing = [p for p in conflict.positions if p.needs and _beyond(p, value)]
        left = [p for p in others if p.quote or not _answerable(bank, p)]
        yield Way(key=says, words=value.words, changes=tuple(changes), left=(*left, *needing))


def _of_project(bank: Bank, conflict: Conflict) -> tuple[Position, ...]:
    """Return a blank position of the project where its own question is not answered yet."""
    question = bank.question(conflict.clash.question)
    if question is None or question.scope is not Scope.PROJECT or any(p.use_case is None for p in conflict.positions):
        return ()
    return (Position(clash=conflict.clash.id, use_case=None, says="", words="not said yet", question=question.id),)


def _changed(bank: Bank, position: Position, value: Position) -> Change | None:
    question = bank.question(position.question)
    if question is None or value.given is None or not _answerable(bank, position):
        return None
    given = replace(value.given, question=question.id)
    return Change(
        use_case=position.use_case,
        question=question,
        given=given,
        before=position.words,
        after=words(question, given),
    )


def _answerable(bank: Bank, position: Position) -> bool:
    question = bank.question(position.question)
    mine = Scope.USE_CASE if position.use_case else Scope.PROJECT
    return question is not None and question.scope is mine


def _beyond(position: Position, value: Position) -> bool:
    return position.size is not None and value.size is not None and position.size > value.size


def _left_out(bank: Bank, conflict: Conflict) -> Iterator[Way]:
    """Yield the way that leaves what one place rules out out of all others."""
    question = bank.question(conflict.clash.question)
    uses = [p for p in conflict.positions if not p.needs and p.given is not None]
    if question is None:
        return
    found = [(p, tuple(v for v in p.given.values if v != p.subject)) for p in uses if p.given is not None]
    changes = tuple(_without(question, p, kept) for p, kept in found if kept)
    left = tuple(p for p, kept in found if not kept)
    yield Way(key=_EVERYWHERE, words="It is left out everywhere", changes=changes, left=left)


def _without(question: Question, position: Position, kept: Iterable[str]) -> Change:
    given = Given(question=question.id, values=tuple(kept))
    before = words(question, position.given) if position.given else position.words
    return Change(
        use_case=position.use_case, question=question, given=given, before=before, after=words(question, given)
    )


def _slower(bank: Bank, conflict: Conflict) -> Iterator[Way]:
    """Yield the way that lets the use cases live with what is delivered."""
    question = bank.question(conflict.clash.question)
    slowest = max((p.size or 0.0 for p in conflict.positions if not p.needs), default=0.0)
    unit = next((name for name in ("month", "week", "day") if SECONDS[name] == slowest), "")
    if question is None or not unit:
        return
    given = Given(question=question.id, number=1.0, unit=unit)
    changes = tuple(
        Change(use_case=p.use_case, question=question, given=given, before=p.words, after=words(question, given))
        for p in conflict.positions
        if p.needs
    )
    yield Way(key=f"1 {unit}", words=f"Information up to {words(question, given)} old is good enough", changes=changes,
              left=())  # fmt: skip
