"""Conflicts: what use cases, and the project, contradict each other in, so that no strictest value can meet all.

Step 8. In: the bank, what each use case (and the project) says, the decisions so far. Out: conflicts, each with who
says what and with the decision that settles it. A conflict is named by what is said: when that changes, or comes back
after it was gone, it is another one and open again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from translator.core.answers import AnswerSheet
from translator.core.bank.model import Bank
from translator.core.bank.sharing import Against, Clash
from translator.core.conflicts.against import against
from translator.core.conflicts.heard import heard
from translator.core.conflicts.model import Conflict, Position
from translator.core.conflicts.said import Positions, answered, of_project, priced
from translator.core.options import Decision, Option
from translator.core.project import Project
from translator.core.reading.model import Reading

_DIGEST = 16


def positions_of(
    bank: Bank, use_case: int | None, reading: Reading | None, answers: AnswerSheet
) -> tuple[Position, ...]:
    """Return what one use case says (its reading, the answers that count), or the project (no reading)."""
    clashes = bank.sharing.clashes if bank.sharing else ()
    return tuple(p for clash in clashes for p in _said(bank, clash, use_case, reading, answers))


def positions_beside(bank: Bank, project: Project, works: Iterable[tuple[int, Iterable[Option]]]) -> Positions:
    """Return what neither texts nor answers say: the last day and the budget of the project, the chosen options."""
    clashes = bank.sharing.clashes if bank.sharing else ()
    currency = project.currency
    chosen = (p for number, options in works for p in priced(clashes, currency, number, options))
    return (*of_project(clashes, project), *chosen)


def conflicts(bank: Bank, positions: Iterable[Position], decisions: Sequence[Decision]) -> tuple[Conflict, ...]:
    """Return the conflicts there are, in the order of the bank."""
    if bank.sharing is None:
        return ()
    said: dict[str, list[Position]] = {}
    for position in positions:
        said.setdefault(position.clash, []).append(position)
    return tuple(_found(bank, bank.sharing.clashes, said, decisions))


def _found(
    bank: Bank, clashes: Iterable[Clash], said: dict[str, list[Position]], decisions: Sequence[Decision]
) -> Iterator[Conflict]:
    for clash in clashes:
        on = said.get(clash.id, [])
        for subject in dict.fromkeys(p.subject for p in on):
            kept = against(clash, [p for p in on if p.subject == subject])
            if kept:
                yield _conflict(bank, clash, subject, kept, decisions)


def _conflict(
    bank: Bank, clash: Clash, subject: str, positions: tuple[Position, ...], decisions: Sequence[Decision]
) -> Conflict:
    said = "|".join(sorted(f"{p.use_case or 0}={p.says}" for p in positions))
    kind = f"{clash.id}.{subject}:" if subject else f"{clash.id}:"
    key = f"{kind}{hashlib.sha256(said.encode()).hexdigest()[:_DIGEST]}"
    settled = [d for d in decisions if d.about.startswith(kind) and d.about != key and d.outcome]
    question = bank.question(clash.question)
    choice = question.choice(subject) if question and subject else None
    return Conflict(
        clash=clash,
        name=f"{clash.name}: {choice.label.casefold()}" if choice else clash.name,
        key=key,
        positions=positions,
        decision=next((d for d in reversed(decisions) if d.about == key), None),
        earlier=settled[-1] if settled else None,
    )


def _said(
    bank: Bank, clash: Clash, use_case: int | None, reading: Reading | None, answers: AnswerSheet
) -> Iterator[Position]:
    """Yield what answers say, and the text where no answer to the clash's own question speaks for it."""
    own, others = answered(bank, clash, use_case, reading, answers)
    yield from (*own, *others)
    question = bank.question(clash.question)
    beside = clash.against in (Against.RULED_OUT, Against.SUPPLY)
    if reading is not None and (beside or not own):
        yield from heard(clash, question, use_case, reading, bank.lexicon)
