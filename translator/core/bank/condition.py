"""Conditions: a small closed language over signals and answers. Nothing in it is ever executed as code.

In: what the YAML of the question bank holds (parse_condition), or the facts of one use case (holds). Out: a
Condition, or whether it holds. A condition is one of

    always: true
    signal: {kind: timing, value: realtime, role: latency}      value and role may be left out or be lists
    excluded: {kind: channel, value: sms}                       the text rules it out
    answer: {question: channels, is: email}                     is may be a list: any of them
    answer: {question: people, at_least: 100000}                or at_most; durations as "2 hours"
    answered: people                                            known, whatever it says
    unknown: people                                             "I don't know"
    any: [ ... ]    all: [ ... ]    not: { ... }
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from translator.core.errors import ContentFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Hold one signal as conditions see it."""

    kind: str
    value: str
    role: str = ""
    concept: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Hold all that a condition may ask about.

    `signals` are wanted, `excluded` are ruled out by the text; nothing is in both for one mention. `answers` maps
    known answers to their choice ids or texts, `numbers` to their number (durations in seconds).
    """

    signals: tuple[Fact, ...] = ()
    excluded: tuple[Fact, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Hold one condition; `op` is one of the words of the module's list, the other fields are its operands."""

    op: str
    kind: str = ""
    values: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    question: str = ""
    at_least: float | None = None
    at_most: float | None = None
    parts: tuple["Condition", ...] = ()


ALWAYS = Condition(op="always")

SECONDS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3_600.0,
    "day": 86_400.0,
    "week": 604_800.0,
    "month": 2_629_800.0,
    "year": 31_557_600.0,
}
"""Lengths of the duration units in seconds; month and year are means of the Julian calendar."""

_OPERANDS: Mapping[str, frozenset[str]] = {
    "signal": frozenset({"kind", "value", "role"}),
    "excluded": frozenset({"kind", "value", "role"}),
    "answer": frozenset({"question", "is", "at_least", "at_most"}),
}


def parse_condition(raw: object, where: str) -> Condition:
    """Read a condition as the YAML holds it.

    `where` is the key path ("when", "templates[3].when"); a ContentFault names it, with no file and line 0, which
    the loader fills in.
    """
    if not isinstance(raw, Mapping) or len(raw) != 1:
        raise _fault(where, "a condition is one word with its operands, such as {answered: people}")
    op, operand = next(iter(raw.items()))
    inside = f"{where}.{op}"
    if op == "always":
        return _always(operand, inside)
    if op in ("any", "all"):
        return Condition(op=op, parts=_parts(operand, inside))
    if op == "not":
        return Condition(op="not", parts=(parse_condition(operand, inside),))
    if op in ("answered", "unknown"):
        return Condition(op=op, question=_word(operand, inside))
    if op in _OPERANDS:
        return _with_operands(str(op), operand, inside)
    raise _fault(where, f"unknown condition '{op}'")


def holds(condition: Condition, facts: Facts) -> bool:
    """Tell whether a condition holds for these facts. An empty `any` does not hold, an empty `all` does."""
    return _OPERATORS[condition.op](condition, facts)


def selects(condition: Condition, fact: Fact) -> bool:
    """Tell whether a `signal` or `excluded` condition means this fact; what it leaves out matches everything.

    A value may also be written as the name of the lexicon's concept ("tool limit"), or as its id.
    """
    names = (fact.value, fact.concept, fact.concept.partition(".")[2].replace("_", " "))
    return (
        condition.kind == fact.kind
        and (not condition.values or any(name in condition.values for name in names))
        and (not condition.roles or fact.role in condition.roles)
    )


def leaves(condition: Condition) -> Iterator[Condition]:
    """Yield the conditions without parts inside a condition, in order; what stands under `not` is left out."""
    if condition.op in ("any", "all"):
        for part in condition.parts:
            yield from leaves(part)
    elif condition.op != "not":
        yield condition


def questions_of(condition: Condition) -> Iterator[str]:
    """Yield the id of every question that a condition asks about, those under `not` too."""
    if condition.question:
        yield condition.question
    for part in condition.parts:
        yield from questions_of(part)


def _answer_holds(condition: Condition, facts: Facts) -> bool:
    said = facts.answers.get(condition.question)
    if said is None:
        return False
    if condition.values and not any(value in condition.values for value in said):
        return False
    if condition.at_least is None and condition.at_most is None:
        return True
    number = facts.numbers.get(condition.question)
    return (
        number is not None
        and (condition.at_least is None or number >= condition.at_least)
        and (condition.at_most is None or number <= condition.at_most)
    )


def _always(operand: object, where: str) -> Condition:
    if operand is not True:
        raise _fault(where, "always can only be true")
    return ALWAYS


def _with_operands(op: str, operand: object, where: str) -> Condition:
    if not isinstance(operand, Mapping):
        raise _fault(where, f"{op} needs operands in braces")
    unknown = sorted(str(key) for key in operand if key not in _OPERANDS[op])
    if unknown:
        raise _fault(where, f"unknown key '{unknown[0]}'")
    if op == "answer":
        return _answer(operand, where)
    return Condition(
        op=op,
        kind=_word(operand.get("kind"), f"{where}.kind"),
        values=_words(operand.get("value"), f"{where}.value"),
        roles=_words(operand.get("role"), f"{where}.role"),
    )


def _answer(operand: Mapping[Any, Any], where: str) -> Condition:
    if not {"is", "at_least", "at_most"} & set(operand):
        raise _fault(where, "say what the answer is (is, at_least or at_most), or use answered")
    return Condition(
        op="answer",
        question=_word(operand.get("question"), f"{where}.question"),
        values=_words(operand.get("is"), f"{where}.is"),
        at_least=parse_number(operand.get("at_least"), f"{where}.at_least"),
        at_most=parse_number(operand.get("at_most"), f"{where}.at_most"),
    )


def _parts(operand: object, where: str) -> tuple[Condition, ...]:
    if not isinstance(operand, list) or not operand:
        raise _fault(where, "needs a list with at least one condition")
    return tuple(parse_condition(part, f"{where}[{index}]") for index, part in enumerate(operand))


def _word(raw: object, where: str) -> str:
    if not isinstance(raw, str) or not raw:
        raise _fault(where, "needs one word")
    return raw


def _words(raw: object, where: str) -> tuple[str, ...]:
    if raw is None:
        return ()
    listed = raw if isinstance(raw, list) else [raw]
    return tuple(_word(item, where) for item in listed)


def parse_number(raw: object, where: str) -> float | None:
    """Read a number, or a duration such as "2 hours" in seconds; None stays None. Raises ContentFault."""
    if raw is None:
        return None
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return float(raw)
    number, _, unit = str(raw).partition(" ")
    seconds = SECONDS.get(unit.removesuffix("s"))
    if seconds is None or not number.replace(".", "", 1).isdigit():
        raise _fault(where, "needs a number, or a duration such as 2 hours")
    return float(number) * seconds


def duration_words(seconds: float) -> str:
    """Write a length of time in the largest unit that gives a whole number, else in seconds: "2 hours"."""
    for unit, length in sorted(SECONDS.items(), key=lambda known: -known[1]):
        many = seconds / length
        if many >= 1 and many.is_integer():
            return f"{many:,.0f} {unit}{'' if many == 1 else 's'}"
    return f"{seconds:g} seconds"


def _fault(where: str, message: str) -> ContentFault:
    return ContentFault("", 0, where, message)


_OPERATORS: Mapping[str, Callable[[Condition, Facts], bool]] = {
    "always": lambda _condition, _facts: True,
    "all": lambda condition, facts: all(holds(part, facts) for part in condition.parts),
    "any": lambda condition, facts: any(holds(part, facts) for part in condition.parts),
    "not": lambda condition, facts: not holds(condition.parts[0], facts),
    "signal": lambda condition, facts: any(selects(condition, fact) for fact in facts.signals),
    "excluded": lambda condition, facts: any(selects(condition, fact) for fact in facts.excluded),
    "answered": lambda condition, facts: condition.question in facts.answers,
    "unknown": lambda condition, facts: condition.question in facts.unknown,
    "answer": _answer_holds,
}
