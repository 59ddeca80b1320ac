"""Levels: how strict a value is, and what several values come to.

Step 6. In: a need, its question, the values of several use cases. Out: one value in words, and which use cases it is
due to. Values that cannot be compared (people and companies) stand side by side, each at its strictest.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translator.core.answers import Answer, AnswerState
from translator.core.bank.condition import SECONDS
from translator.core.bank.model import Question, QuestionType
from translator.core.bank.sharing import Need, Strictest
from translator.core.requirements.model import Given
from translator.core.requirements.wording import listed, phrase_of

_TIME = "time"
_KEY_LENGTH = 100
_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_BETWEEN_NAMES = re.compile(r",(?: and)?|;|/|\band\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Hold what one use case says to a need."""

    use_case: int
    given: Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Hold what several stances come to.

    `phrase` is the value as a sentence says it, `words` as a table does. `level` names it for ever, so that a price
    can be noted for it. `drivers` are the use cases that it is due to; none where each value counts beside the others.
    `differs`: the use cases name different values.
    """

    phrase: str
    words: str
    level: str
    drivers: frozenset[int]
    differs: bool = False


def settle(need: Need, question: Question, stances: Sequence[Stance]) -> Settled:
    """Return what one or more stances come to."""
    if need.strictest is Strictest.TOGETHER:
        return _together(question, stances)
    groups: dict[str, list[Stance]] = {}
    for stance in stances:
        groups.setdefault(_measure(question, stance.given), []).append(stance)
    tops = {name: _top(need, group) for name, group in groups.items()}
    values = [top for name, top in sorted(tops.items())]
    drivers = (s.use_case for name, group in groups.items() for s in group if _drives(need, s, tops[name]))
    return Settled(
        phrase=listed(phrase(question, value) for value in values),
        words=listed(words(question, value) for value in values),
        level="+".join(level_of(value) for value in values)[:_KEY_LENGTH],
        drivers=frozenset(drivers),
        differs=len({level_of(stance.given) for stance in stances}) > 1,
    )


def by_strictness(need: Need, stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """Return stances from the strictest to the loosest; equal ones in order of use case."""
    return tuple(sorted(stances, key=lambda s: (_rank(need, s.given), s.use_case)))


def level_of(given: Given) -> str:
    """Return what names a value for ever: a choice's id, or a number with its unit ("30 day")."""
    if given.number is not None:
        return f"{given.number:.10g} {given.unit}".strip()
    return "+".join(given.values)[:_KEY_LENGTH]


def phrase(question: Question, given: Given) -> str:
    """Return a value as it stands in a sentence."""
    return phrase_of(question, _answer(given))


def words(question: Question, given: Given) -> str:
    """Return a value as a table shows it: labels instead of phrases."""
    labels = (choice.label for value in given.values if (choice := question.choice(value)))
    return "; ".join(labels) or phrase(question, given).strip("“”")


def magnitude(given: Given) -> float:
    """Return a number by which values of one measure compare: durations in seconds, rates by the second."""
    number = given.number or 0.0
    noun, _, period = given.unit.rpartition(" a ")
    if noun and period in SECONDS:
        return number / SECONDS[period]
    return number * SECONDS.get(given.unit, 1.0)


def _together(question: Question, stances: Sequence[Stance]) -> Settled:
    said = dict.fromkeys(value for stance in stances for value in stance.given.values)
    if question.type is QuestionType.TEXT:
        names = _names(said)
        if names:
            return Settled(phrase=names, words=names, level="+".join(said), drivers=frozenset())
        each = [Given(question=question.id, values=(value,)) for value in said]
        phrases, shown = [phrase(question, one) for one in each], [words(question, one) for one in each]
        return Settled(phrase=listed(phrases), words="; ".join(shown), level="+".join(said), drivers=frozenset())
    chosen = Given(question=question.id, values=tuple(c.id for c in question.choices if c.id in said))
    return Settled(
        phrase=phrase(question, chosen), words=words(question, chosen), level=level_of(chosen), drivers=frozenset()
    )


def _names(texts: Iterable[str]) -> str:
    """Join texts that only list names ("Spanish and English"), each name once; "" when one of them says more."""
    lists = [[name.strip() for name in _BETWEEN_NAMES.split(text.strip(" ."))] for text in texts]
    if not all(_NAME.fullmatch(name) for names in lists for name in names):
        return ""
    return listed(dict.fromkeys(name for names in lists for name in names))


def _top(need: Need, group: Sequence[Stance]) -> Given:
    """Return the strictest value of stances that compare; for sums, their total."""
    if need.strictest is Strictest.SUM:
        return replace(group[0].given, number=sum(stance.given.number or 0.0 for stance in group))
    return by_strictness(need, group)[0].given


def _drives(need: Need, stance: Stance, top: Given) -> bool:
    """Tell whether a shared value is due to a use case; a sum is due to whoever brings at least half of it."""
    if need.strictest is Strictest.SUM:
        return magnitude(stance.given) * 2 >= magnitude(top)
    return _rank(need, stance.given) == _rank(need, top)


def _rank(need: Need, given: Given) -> float:
    """Return where a value stands: the smaller, the stricter."""
    if need.strictest is Strictest.FIRST:
        return float(min((need.order.index(v) for v in given.values if v in need.order), default=len(need.order)))
    size = magnitude(given)
    return size if need.strictest is Strictest.LEAST else -size


def _measure(question: Question, given: Given) -> str:
    """Return what a number counts, so that only like is set against like."""
    if question.type is QuestionType.NUMBER:
        return given.unit.rpartition(" a ")[0] or given.unit
    return _TIME


def _answer(given: Given) -> Answer:
    return Answer(
        question=given.question, state=AnswerState.STATED, values=given.values, number=given.number, unit=given.unit
    )
