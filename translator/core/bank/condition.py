"""Conditions: a small closed language over signals and answers. Nothing in it is ever executed as code.

In YAML a condition is one of

    always: true
    signal: {kind: timing, value: realtime, role: latency}      value and role may be left out or be lists
    excluded: {kind: channel, value: sms}                       the text rules it out
    answer: {question: channels, is: email}                     is may be a list: any of them
    answer: {question: people, at_least: 100000}                or at_most
    answered: people                                            known, whatever it says
    unknown: people                                             "I don't know"
    any: [ ... ]    all: [ ... ]    not: { ... }
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Hold one signal as conditions see it."""

    kind: str
    value: str
    role: str = ""
    concept: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Hold all that a condition may ask about. `answers` maps known answers to their choice ids or texts."""

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
