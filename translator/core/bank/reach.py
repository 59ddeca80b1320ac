"""Reach: whether each question and each template can come up at all, for some text and some answers.

In: the bank. Out: faults for what no use case can ever meet. A way to a condition is a small set of claims: what the
text says or rules out, how questions were answered. A question can only be answered once its own condition is met,
so the claims of that condition join in. Claims that contradict each other make no way.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.bank.check import Fault
from translator.core.bank.condition import Condition
from translator.core.bank.model import Bank, Question, QuestionType, Template
from translator.core.bank.places import places

_ASKS = frozenset({"answer", "answered", "unknown"})
_SAYS = frozenset({"signal", "excluded"})


@dataclass(frozen=True, slots=True)
class Claim:
    """Say that a condition without parts holds, or that it does not."""

    condition: Condition
    holds: bool


Way = tuple[Claim, ...]


def check_reach(bank: Bank) -> tuple[Fault, ...]:
    """Return a fault for each question and each template that no text and no answers lead to."""
    conditions = [
        *((f"question {q.id}", q.when, ()) for q in bank.questions),
        *((f"template {t.id}", t.when, needed_by(t)) for t in bank.templates),
    ]
    return tuple(
        Fault(entry=entry, key="when", message="can never be met: what it asks for contradicts itself")
        for entry, when, needed in conditions
        if way_to(bank, when, *needed) is None
    )


def needed_by(template: Template) -> tuple[str, ...]:
    """Return the questions without whose answers no line of a template is written, whatever its condition says."""
    needed = [template.each_answer] if template.each_answer else []
    for name in (*places(template.sentence), *places(template.plain)):
        slot = template.slots.get(name)
        if slot is not None and slot.answer and not slot.signal and not slot.otherwise:
            needed.append(slot.answer)
    return tuple(dict.fromkeys(needed))


def way_to(bank: Bank, condition: Condition, *answered: str) -> Way | None:
    """Return claims under which a condition holds and these questions are answered; None when nothing leads there."""
    known = tuple(Condition(op="answered", question=name) for name in answered)
    wanted = Condition(op="all", parts=(condition, *known))
    return next(_ways(bank, wanted, True, ()), None)


def _ways(bank: Bank, condition: Condition, holds: bool, so_far: Way) -> Iterator[Way]:
    """Yield the ways, each with what was claimed so far, that make a condition hold (or not)."""
    match condition.op:
        case "always":
            yield from (so_far,) if holds else ()
        case "not":
            yield from _ways(bank, condition.parts[0], not holds, so_far)
        case "any" | "all":
            if (condition.op == "all") is holds:
                yield from _together(bank, condition.parts, holds, so_far)
            else:
                for part in condition.parts:
                    yield from _ways(bank, part, holds, so_far)
        case _:
            yield from _claimed(bank, Claim(condition, holds), so_far)


def _together(bank: Bank, parts: tuple[Condition, ...], holds: bool, so_far: Way) -> Iterator[Way]:
    if not parts:
        yield so_far
        return
    for way in _ways(bank, parts[0], holds, so_far):
        yield from _together(bank, parts[1:], holds, way)


def _claimed(bank: Bank, claim: Claim, so_far: Way) -> Iterator[Way]:
    if claim in so_far:
        yield so_far
        return
    question = bank.question(claim.condition.question)
    way = (*so_far, claim)
    if claim.condition.op in _ASKS and (question is None or not _answerable(question, way)):
        return
    if claim.condition.op in _SAYS and not _sayable(way):
        return
    if question is not None and claim.holds:
        yield from _ways(bank, question.when, True, way)
    else:
        yield way


def _answerable(question: Question, way: Way) -> bool:
    """Tell whether one answer to a question meets all that is claimed about it."""
    about = [claim for claim in way if claim.condition.question == question.id]
    said = [claim for claim in about if claim.holds]
    known = any(claim.condition.op != "unknown" for claim in said)
    if known and any(claim.condition.op == "unknown" for claim in said):
        return False
    if any(not claim.holds and claim.condition.op == "answered" for claim in about):
        return not known
    if any(not claim.holds and claim.condition.op == "unknown" for claim in about) and not known:
        return True
    return _fitting(question, [c for c in about if c.condition.op == "answer"])


def _fitting(question: Question, claims: list[Claim]) -> bool:
    """Tell whether one answer has all the choices and the number that are claimed, and none that is denied."""
    denied = {value for claim in claims if not claim.holds for value in claim.condition.values}
    claimed = [frozenset(claim.condition.values) - denied for claim in claims if claim.holds and claim.condition.values]
    if any(not values for values in claimed) or (question.choices and denied >= {c.id for c in question.choices}):
        return False
    if claimed and question.type is not QuestionType.CHOICES and not frozenset.intersection(*claimed):
        return False
    least = [c.condition.at_least for c in claims if c.holds and c.condition.at_least is not None]
    most = [c.condition.at_most for c in claims if c.holds and c.condition.at_most is not None]
    limits = [question.at_least] if question.at_least is not None else []
    ends = [question.at_most] if question.at_most is not None else []
    return max([*least, *limits, float("-inf")]) <= min([*most, *ends, float("inf")])


def _sayable(way: Way) -> bool:
    """Tell whether no signal is both claimed and denied: a denial without values denies every value."""
    told = [claim for claim in way if claim.condition.op in _SAYS]
    return not any(
        yes.condition.op == no.condition.op and _covers(no.condition, yes.condition)
        for yes in told
        for no in told
        if yes.holds and not no.holds
    )


def _covers(denied: Condition, claimed: Condition) -> bool:
    """Tell whether each signal that a condition selects is selected by another one too."""
    return (
        denied.kind == claimed.kind
        and (not denied.values or (bool(claimed.values) and set(claimed.values) <= set(denied.values)))
        and (not denied.roles or (bool(claimed.roles) and set(claimed.roles) <= set(denied.roles)))
    )
