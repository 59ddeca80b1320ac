"""Conflicts: what use cases contradict each other in, so that no strictest value can meet all of them.

Step 8. In: the bank, what each use case (and the project) says, the decisions so far. Out: conflicts, each with who
says what and with the decision that settles it. A conflict is named by what is said: when that changes, or comes back
after it was gone, it is another one and open again.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from translator.core.answers import Answer, AnswerSheet
from translator.core.bank.condition import SECONDS
from translator.core.bank.model import Bank, Question, Scope
from translator.core.bank.sharing import Against, Clash, Heard
from translator.core.options import Decision
from translator.core.reading.model import Reading, Signal
from translator.core.requirements.levels import level_of, words
from translator.core.requirements.model import Given

_ANY = "*"
_DIGEST = 16
# 360 days, 365 days and 12 months mean the same to whoever writes them.
_SAME = 1.06
_AMOUNT = re.compile(r"(\d+)[\s-]*(day|week|month|year)s?\b", re.IGNORECASE)
_END = re.compile(r"[.!?;](?=\s|$)|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Hold what one use case says on one clash; `use_case` None is the project.

    `says` names it for ever, `words` are for people, `quote` is the text it was read in, "" for an answer. `needs`: it
    asks for information to be there, and not for how long it is kept. `seconds` is an amount of time, else None.
    """

    clash: str
    use_case: int | None
    says: str
    words: str
    quote: str = ""
    needs: bool = False
    seconds: float | None = None

    @property
    def place(self) -> str:
        """Return who says it: "UC2", or "The project"."""
        return f"UC{self.use_case}" if self.use_case else "The project"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Hold one contradiction. `earlier` was decided about the same thing when use cases said something else."""

    clash: Clash
    key: str
    positions: tuple[Position, ...]
    decision: Decision | None = None
    earlier: Decision | None = None

    @property
    def settled(self) -> bool:
        """Tell whether people have decided about it as it stands."""
        return self.decision is not None and bool(self.decision.outcome)

    @property
    def reopened(self) -> bool:
        """Tell whether it was decided before and what use cases say is another thing since."""
        return not self.settled and self.earlier is not None


def positions_of(
    bank: Bank, use_case: int | None, reading: Reading | None, answers: AnswerSheet
) -> tuple[Position, ...]:
    """Return what one use case says (its reading, the answers that count), or the project (no reading)."""
    if bank.sharing is None:
        return ()
    found = (position for clash in bank.sharing.clashes for position in _said(bank, clash, use_case, reading, answers))
    return tuple(found)


def conflicts(bank: Bank, positions: Iterable[Position], decisions: Sequence[Decision]) -> tuple[Conflict, ...]:
    """Return the conflicts there are, in the order of the bank."""
    if bank.sharing is None:
        return ()
    said = tuple(positions)
    found = ((clash, _against(clash, [p for p in said if p.clash == clash.id])) for clash in bank.sharing.clashes)
    return tuple(_conflict(clash, against, decisions) for clash, against in found if against)


def gone(about: str) -> str:
    """Return what a decision is about once its conflict is no more, so that it does not settle one that comes back."""
    return about if about.endswith(":gone") else f"{about}:gone"


def _conflict(clash: Clash, positions: tuple[Position, ...], decisions: Sequence[Decision]) -> Conflict:
    said = "|".join(sorted(f"{p.use_case or 0}={p.says}" for p in positions))
    key = f"{clash.id}:{hashlib.sha256(said.encode()).hexdigest()[:_DIGEST]}"
    settled = [d for d in decisions if d.about.startswith(f"{clash.id}:") and d.about != key and d.outcome]
    return Conflict(
        clash=clash,
        key=key,
        positions=positions,
        decision=next((d for d in reversed(decisions) if d.about == key), None),
        earlier=settled[-1] if settled else None,
    )


def _said(
    bank: Bank, clash: Clash, use_case: int | None, reading: Reading | None, answers: AnswerSheet
) -> Iterator[Position]:
    question, mine = bank.question(clash.question), Scope.USE_CASE if use_case else Scope.PROJECT
    if question is None:
        return
    answer = answers.get(question.id) if question.scope is mine else None
    if answer is not None and answer.known:
        yield _answered(clash, question, answer, use_case)
    elif reading is not None:
        yield from _heard(clash, question, use_case, reading)
    needed = bank.question(clash.reaches)
    reach = answers.get(clash.reaches) if needed is not None and needed.scope is mine else None
    if needed is not None and reach is not None and reach.known and reach.number is not None:
        yield _answered(clash, needed, reach, use_case, needs=True)


def _answered(
    clash: Clash, question: Question, answer: Answer, use_case: int | None, *, needs: bool = False
) -> Position:
    given = Given(question=question.id, values=answer.values, number=answer.number, unit=answer.unit)
    shown = words(question, given)
    return Position(
        clash=clash.id,
        use_case=use_case,
        says=f"needs {level_of(given)}" if needs else level_of(given),
        words=f"needs the past {shown}" if needs else shown,
        needs=needs,
        seconds=None if answer.number is None else _seconds(answer.number, answer.unit),
    )


def _heard(clash: Clash, question: Question, use_case: int | None, reading: Reading) -> Iterator[Position]:
    """Yield what the text says first; a text that speaks twice of one thing speaks for itself."""
    for rule in clash.heard:
        for signal in reading.wanted:
            text = _spoken(rule, signal, reading)
            if not text:
                continue
            choice = question.choice(rule.means)
            amount = _AMOUNT.search(text)
            if choice is not None:
                yield Position(
                    clash=clash.id, use_case=use_case, says=choice.id, words=choice.label, quote=signal.evidence
                )
                return
            if amount is not None and not rule.means:
                number, unit = float(amount[1]), amount[2].casefold()
                shown = f"{amount[1]} {unit}{'' if number == 1 else 's'}"
                yield Position(
                    clash=clash.id,
                    use_case=use_case,
                    says=f"{number:.10g} {unit}",
                    words=shown,
                    quote=signal.evidence,
                    seconds=_seconds(number, unit),
                )
                return


def _spoken(rule: Heard, signal: Signal, reading: Reading) -> str:
    """Return the text in which a signal speaks for a rule, "" when it does not."""
    if signal.kind.value not in rule.kinds or (rule.values and signal.value not in rule.values):
        return ""
    text = _sentence(reading.text, signal) if rule.around else signal.evidence
    return text if _ANY in rule.words or _pattern(rule.words).search(text) else ""


@cache
def _pattern(sought: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of some words; those in small letters in any writing."""
    each = (re.escape(w) if w != w.casefold() else f"(?i:{re.escape(w)})" for w in sought)
    return re.compile(rf"\b(?:{'|'.join(each)})\b")


def _sentence(text: str, signal: Signal) -> str:
    before = [match.end() for match in _END.finditer(text, 0, signal.span.start)]
    after = _END.search(text, signal.span.end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def _seconds(number: float, unit: str) -> float:
    return number * SECONDS.get(unit, 1.0)


def _against(clash: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    """Return the positions that contradict each other, () when they do not."""
    match clash.against:
        case Against.AMOUNTS:
            return _amounts(said)
        case Against.GROUPS:
            placed = [(p, at) for p in said for at, group in enumerate(clash.groups) if p.says in group]
            return tuple(p for p, _ in placed) if len({at for _, at in placed}) > 1 else ()
        case Against.CHOICES:
            return tuple(said) if len({p.says for p in said}) > 1 else ()


def _amounts(said: Sequence[Position]) -> tuple[Position, ...]:
    kept = [(p, p.seconds) for p in said if not p.needs and p.seconds is not None]
    if not kept:
        return ()
    shortest, longest = min(seconds for _, seconds in kept), max(seconds for _, seconds in kept)
    beyond = [p for p in said if p.needs and p.seconds is not None and p.seconds > shortest * _SAME]
    if longest <= shortest * _SAME and not beyond:
        return ()
    return (*(p for p, _ in kept), *beyond)
