"""What an estimate may mean otherwise than it says: calm notes beside figures that are kept all the same.

In: an Option, or the fields of its form as typed. Out: plain sentences.
"""

from collections.abc import Iterator, Mapping

from translator.core.errors import InputError
from translator.core.estimates import ThreePoint
from translator.core.options import Option
from translator.core.specification.figures import count
from translator.services.numbers_in import parse_weeks
from translator.services.option_form import POINTS

# Beyond this a range tells nobody what to plan with: usually a slipped zero, or work that nobody has looked at yet.
_WIDE = 10


def doubts(option: Option) -> tuple[str, ...]:
    """Return what is unusual in the estimates of an option, one sentence each."""
    named = (("one-off cost", option.one_off), ("yearly cost", option.yearly), ("time", option.weeks))
    return tuple(sentence for name, estimate in named if estimate for sentence in _doubts(name, estimate))


def said_back(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Return how times that were not typed in whole weeks are kept: “2 months” is kept as 9 weeks."""
    found = []
    for name in (f"weeks_{point}" for point in POINTS):
        typed = " ".join(fields.get(name, "").split())
        try:
            weeks = parse_weeks(typed, name)
        except InputError:
            continue
        if typed.casefold().removesuffix("s").removesuffix("week").strip() != str(weeks):
            found.append(f"“{typed}” is kept as {count(weeks, 'week')}.")
    return tuple(found)


def _doubts(name: str, estimate: ThreePoint) -> Iterator[str]:
    if estimate.pessimistic and estimate.optimistic == estimate.pessimistic:
        yield f"The {name} has one value three times: nothing could go better or worse."
    elif estimate.pessimistic > _WIDE * estimate.optimistic and estimate.optimistic:
        yield f"The pessimistic {name} is more than {_WIDE} times the optimistic one. Check the zeros."
