"""What changed in an option since marketing chose it, as it was and as it is now, in words.

In: the option as it stood and as it is. Out: one Change for each part that says something else.
"""

from collections import Counter
from dataclasses import dataclass

from translator.core.estimates import ThreePoint
from translator.core.options import Meets, Option
from translator.core.specification.figures import count
from translator.web.filters import money

_NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Hold one part of an option as it was and as it is now."""

    title: str
    was: str
    now: str


def changes(stood: Option, now: Option, currency: str) -> tuple[Change, ...]:
    """Return what differs, in the order of the comparison."""
    told = zip(_told(stood, stood, currency), _told(now, stood, currency), strict=True)
    return tuple(Change(title=title, was=was, now=is_now) for (title, was), (_, is_now) in told if was != is_now)


def _told(option: Option, chosen: Option, currency: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Name", option.name),
        ("How", option.how or _NOTHING),
        ("One-off cost", _cost(option.one_off, currency)),
        ("Yearly cost", _cost(option.yearly, currency)),
        ("Time to first use", _time(option.weeks)),
        ("Risk", option.risk.value),
        ("What could go wrong", option.risk_note or _NOTHING),
        ("Gives up", option.gives_up or _NOTHING),
        ("Meets", _met(option, chosen)),
    )


def _cost(estimate: ThreePoint | None, currency: str) -> str:
    if estimate is None:
        return "not stated"
    low, likely, high = (money(n, currency) for n in (estimate.optimistic, estimate.likely, estimate.pessimistic))
    return f"{likely} ({low} to {high})"


def _time(estimate: ThreePoint | None) -> str:
    if estimate is None:
        return "not stated"
    return f"{count(estimate.likely, 'week')} ({estimate.optimistic:,} to {estimate.pessimistic:,})"


def _met(option: Option, chosen: Option) -> str:
    """Count over the requirements that the choice was about: those that came later are no change of the option."""
    words = Counter(option.meets.get(key) for key in chosen.meets)
    said = [f"{words[meets]:,} {meets.value}" for meets in Meets if words[meets]]
    if words[None]:
        said.append(f"{words[None]:,} not said")
    return ", ".join(said) or _NOTHING
