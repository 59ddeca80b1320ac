"""What if: the shared requirement as it would be, had one use case another value; and what that would save.

Step 8. In: a need with what each use case says, the use case and its other value, prices of levels. Out: the value
before and after, and the difference in money where IT has priced both levels. Nothing is stored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from translator.core.bank.sharing import Strictest
from translator.core.estimates import Range, ThreePoint, difference
from translator.core.requirements.levels import Settled, by_strictness, level_of, settle, words
from translator.core.requirements.model import Given
from translator.core.requirements.shared import Ladder, sentence_at


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPrice:
    """Hold what a shared requirement costs at one level, in minor units of the project's currency."""

    need: str
    level: str
    one_off: ThreePoint | None = None
    yearly: ThreePoint | None = None
    note: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Hold one step of a need, the strictest first: who stands on it, and what it costs."""

    key: str
    words: str
    use_cases: tuple[int, ...]
    current: bool
    price: LevelPrice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """Hold what would change. `sentences` are pairs of before and after, one a shared line.

    `one_off` and `yearly` say what would be saved (below zero: what it would cost more), None while a price is missing;
    `unpriced` are the levels, in words, that IT has not priced.
    """

    use_case: int
    given: Given
    words: str
    before: Settled
    after: Settled
    sentences: tuple[tuple[str, str], ...]
    one_off: Range | None
    yearly: Range | None
    unpriced: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Tell whether the shared requirement would say anything else."""
        return any(was != would for was, would in self.sentences)


def what_if(ladder: Ladder, use_case: int, given: Given, prices: Iterable[LevelPrice]) -> WhatIf:
    """Return what the shared requirement would become, had this use case the value `given`."""
    moved = [replace(s, given=given) if s.use_case == use_case else s for s in ladder.stances]
    before, after = ladder.settled, settle(ladder.need, ladder.question, moved)
    known = prices_of(ladder, prices)
    was, now = known.get(before.level), known.get(after.level)
    return WhatIf(
        use_case=use_case,
        given=given,
        words=words(ladder.question, given),
        before=before,
        after=after,
        sentences=tuple((sentence_at(line, before), sentence_at(line, after)) for line in ladder.need.lines),
        one_off=_saved(was.one_off if was else None, now.one_off if now else None),
        yearly=_saved(was.yearly if was else None, now.yearly if now else None),
        unpriced=tuple(s.words for s, price in ((before, was), (after, now)) if price is None),
    )


def without_drivers(ladder: Ladder) -> Settled | None:
    """Return what would do for the other use cases, None where nobody drives the need or everybody does."""
    drivers = ladder.settled.drivers
    others = [stance for stance in ladder.stances if stance.use_case not in drivers]
    return settle(ladder.need, ladder.question, others) if others and drivers else None


def levels(ladder: Ladder, prices: Iterable[LevelPrice]) -> tuple[Level, ...]:
    """Return the steps of a need: all its choices where they have an order, else the values that use cases name.

    A sum has one step only: what it comes to now.
    """
    known = prices_of(ladder, prices)
    here = ladder.settled.level
    on: dict[str, list[int]] = {}
    for stance in ladder.stances:
        on.setdefault(level_of(stance.given), []).append(stance.use_case)
    return tuple(
        Level(key=key, words=shown, use_cases=tuple(on.get(key, ())), current=key == here, price=known.get(key))
        for key, shown in _steps(ladder)
    )


def prices_of(ladder: Ladder, prices: Iterable[LevelPrice]) -> Mapping[str, LevelPrice]:
    """Return the prices of one need by level."""
    return {price.level: price for price in prices if price.need == ladder.need.id}


def _steps(ladder: Ladder) -> list[tuple[str, str]]:
    need, question = ladder.need, ladder.question
    if need.strictest is Strictest.FIRST:
        return [(choice.id, choice.label) for at in need.order if (choice := question.choice(at))]
    if need.strictest in (Strictest.SUM, Strictest.TOGETHER):
        return [(ladder.settled.level, ladder.settled.words)]
    named = {level_of(s.given): words(question, s.given) for s in by_strictness(need, ladder.stances)}
    if ladder.settled.level not in named:
        named = {ladder.settled.level: ladder.settled.words, **named}
    return list(named.items())


def _saved(before: ThreePoint | None, after: ThreePoint | None) -> Range | None:
    return difference(before, after) if before and after else None
