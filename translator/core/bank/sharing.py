"""Sharing, as values of the bank: which needs several use cases have in common, and what can contradict.

Written as content/needs.yaml. A need turns on one question; its lines are requirement templates that several use cases
draft with values of their own. A clash is a difference that no strictest value settles: people have to decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Strictest(StrEnum):
    """Say which of several values is the strictest.

    FIRST: the choice that stands first in the need's order. MOST and LEAST: the largest or the smallest number. SUM:
    the values add up. TOGETHER: each one has to be met beside the others.
    """

    FIRST = "first"
    MOST = "most"
    LEAST = "least"
    SUM = "sum"
    TOGETHER = "together"


class Against(StrEnum):
    """Say when two positions contradict.

    AMOUNTS: other amounts. GROUPS: choices of different groups. CHOICES: other choices at all. SUPPLY: information is
    brought more seldom than it is needed. RULED_OUT: one place uses what another rules out. DAYS: a day on which it
    must work lies behind the last day. LIMITS: it may cost more, or costs more, than the limit. UNASKED: one use case
    tells people apart by what its own form does not ask. TARGETS: a result is wanted before it can be counted.
    """

    AMOUNTS = "amounts"
    GROUPS = "groups"
    CHOICES = "choices"
    SUPPLY = "supply"
    RULED_OUT = "ruled out"
    DAYS = "days"
    LIMITS = "limits"
    UNASKED = "unasked"
    TARGETS = "targets"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedWords:
    """Hold how a shared requirement reads; {value} is the strictest value."""

    sentence: str
    plain: str
    fit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """Hold how one template reads once several use cases share it.

    `differing` counts where they name different values: it binds each use case at its own one. None where one value
    stands for all of them. Topic, category, reason and the rest are the template's own.
    """

    template: str
    same: NeedWords
    differing: NeedWords | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Hold one need. `order` are choices from strictest to loosest, for FIRST alone."""

    id: str
    name: str
    question: str
    strictest: Strictest
    lines: tuple[NeedLine, ...]
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Say which words of a text speak for a position.

    One of the `words` stands in the evidence of a signal of these `kinds` (in the whole sentence, where `around`), or,
    without kinds, in a sentence of the text that also holds one of `beside`. Words with capitals must stand there so.
    `means` is a choice, "" for the amount, the day or the rhythm that the same words name.
    """

    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    means: str = ""
    values: tuple[str, ...] = ()
    around: bool = False
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Also:
    """Name another question whose answers are positions too.

    They count where `where` is answered with `equals`, and not where `unless` is answered. `sizes` say in seconds what
    choices come to. `needs`: they stand on the other side of the clash.
    """

    question: str
    where: str = ""
    equals: str = ""
    unless: str = ""
    sizes: Mapping[str, float] = field(default_factory=dict)
    needs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Hold one thing that use cases can contradict each other in.

    Positions are answers to `question` and to those in `also`, and what texts are `heard` to say. `groups` hold the
    choices that go together, for GROUPS. LIMITS turn on facts of the project and on prices, and need no question. For
    UNASKED, `choices` of the question need one of the `words` among what a form asks. For TARGETS, `least` is how long
    after the start a result can be counted, in seconds.
    """

    id: str
    name: str
    against: Against
    ask: str
    why: str
    question: str = ""
    heard: tuple[Heard, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    also: tuple[Also, ...] = ()
    choices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    least: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """Hold all of it. `alike` says what words of a use case's own line turn into when several use cases share it."""

    needs: tuple[Need, ...] = ()
    clashes: tuple[Clash, ...] = ()
    alike: Mapping[str, str] = field(default_factory=dict)

    def need(self, need_id: str) -> Need | None:
        """Return a need by its id, or None."""
        return next((need for need in self.needs if need.id == need_id), None)
