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
    """Say when two positions contradict: other AMOUNTS, choices of different GROUPS, or other CHOICES at all."""

    AMOUNTS = "amounts"
    GROUPS = "groups"
    CHOICES = "choices"


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
    """Say which signals of a text speak for a position.

    One of the `words` stands in the evidence (in the whole sentence, where `around`); words with capitals must stand
    there so. `means` is a choice, "" for the amount of time that the same words name.
    """

    kinds: tuple[str, ...]
    words: tuple[str, ...]
    means: str = ""
    values: tuple[str, ...] = ()
    around: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Hold one thing that use cases can contradict each other in.

    Positions are answers to `question` and what texts are `heard` to say. `groups` hold the choices that go together,
    for GROUPS. `reaches` is a question whose amount of time must not be longer than the shortest position.
    """

    id: str
    name: str
    question: str
    against: Against
    ask: str
    why: str
    heard: tuple[Heard, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    reaches: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """Hold all of it. `alike` says what words of a use case's own line turn into when several use cases share it."""

    needs: tuple[Need, ...] = ()
    clashes: tuple[Clash, ...] = ()
    alike: Mapping[str, str] = field(default_factory=dict)

    def need(self, need_id: str) -> Need | None:
        """Return a need by its id, or None."""
        return next((need for need in self.needs if need.id == need_id), None)
