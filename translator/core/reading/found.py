"""Found: a candidate signal between the passes, counted in words; and how candidates give way to each other.

Step 2. In: hits. Out: the hits that stand, longest first within a kind, compounds before their parts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from translator.core.reading.lexicon import Concept
from translator.core.reading.model import Quantity

# A compound of the first kind hides what the others would see in its parts: a phone number is no phone call.
_HIDES = {
    "block": frozenset({"actor", "channel", "data", "system", "timing", "kpi", "volume", "geography", "consent",
                        "constraint", "limit", "filter"}),
    "filter": frozenset({"exclusion"}),
    "exclusion": frozenset({"exclusion"}),
    "data": frozenset({"channel", "actor", "system", "kpi", "volume"}),
    "actor": frozenset({"data", "system", "channel"}),
    "system": frozenset({"data", "actor"}),
    "kpi": frozenset({"data", "actor", "volume"}),
    "channel": frozenset({"system"}),
    "consent": frozenset({"data", "timing", "constraint"}),
    "constraint": frozenset({"timing", "volume", "limit"}),
    "geography": frozenset({"actor", "data", "volume"}),
}  # fmt: skip

# These limits leave room for what they rule out: "leave them alone at weekends" is both.
_OPEN_LIMITS = frozenset(
    {
        "constraint.suppression",
        "constraint.quiet_hours",
        "constraint.tool_limit",
        "constraint.tone",
        "constraint.compliance",
    }
)

_SHORT = 2
# How far a concept gives way to others of its kind on the same words; any other weak one does so by one step.
_WEAKER = {"": 0, "large": 2}
_NOTHING: frozenset[int] = frozenset()
_STEERING = ("block", "filter")
# These fall when a compound takes any of their words, others only when it takes all.
_TOUCHED = ("exclusion",)


@dataclass(slots=True)
class Found:
    """Hold a candidate: words [first, after) were needed to see it, [begin, end) are its evidence.

    `own` are the words that name it, where an exclusion has widened the evidence to its cue.
    """

    concept: Concept
    first: int
    after: int
    begin: int
    end: int
    value: str = ""
    role: str = ""
    quantity: Quantity | None = None
    negated: bool = False
    determined: bool = False
    threshold: bool = False
    priority: str = ""
    own: tuple[int, int] | None = None

    @property
    def kind(self) -> str:
        """Return the kind of the concept."""
        return self.concept.kind


def standing(found: Iterable[Found]) -> list[Found]:
    """Return the candidates that no longer one of their kind, and no compound of another kind, hides."""
    taken: dict[str, set[int]] = {}
    hidden: dict[str, set[int]] = {}
    kept: list[Found] = []
    for one in sorted(_without_parts(list(found)), key=_rank):
        kind, cells = one.concept.kind, set(range(one.begin, one.end))
        own = taken.setdefault(one.concept.id if kind == "pattern" else kind, set())
        if cells & own:
            continue
        shade = hidden.get(kind, _NOTHING)
        limited = kind == "exclusion" and cells <= hidden.get("limit", _NOTHING)
        if limited or (cells & shade if kind in _TOUCHED else cells <= shade):
            continue
        own |= cells
        kept.append(one)
        if (len(cells) > 1 or kind in _STEERING) and not (kind == "constraint" and one.concept.weak):
            for other in _HIDES.get(kind, ()):
                if other == "limit" and one.concept.id in _OPEN_LIMITS:
                    continue
                hidden.setdefault(other, set()).update(cells)
    return sorted(kept, key=lambda f: (f.begin, f.end, f.kind))


def _without_parts(found: list[Found]) -> list[Found]:
    """Leave out the filters that are only a part of an exclusion ("there's no" of "there's no need for")."""
    longer = [f for f in found if f.kind == "exclusion" and f.end - f.begin > _SHORT]
    return [f for f in found if f.kind != "filter" or not any(_part_of(f, other) for other in longer)]


def _part_of(one: Found, other: Found) -> bool:
    return other.begin <= one.begin and one.end <= other.end and one.end - one.begin < other.end - other.begin


def _rank(one: Found) -> tuple[int, int, int, int, int, str]:
    first = _STEERING.index(one.kind) if one.kind in _STEERING else len(_STEERING)
    return (
        first,
        _WEAKER.get(one.concept.weak, 1),
        one.begin - one.end,
        one.first - one.after,
        one.begin,
        one.concept.id,
    )
