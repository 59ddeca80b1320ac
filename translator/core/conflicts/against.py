"""Against: which positions of one clash contradict each other.

Step 8. In: a clash, the positions on it. Out: those that contradict, () where they live together.
"""

from collections.abc import Callable, Mapping, Sequence

from translator.core.bank.condition import SECONDS
from translator.core.bank.sharing import Against, Clash
from translator.core.conflicts.model import Position

# 360 days, 365 days and 12 months mean the same to whoever writes them.
_SAME = 1.06


def against(clash: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    """Return the positions that contradict each other, () when they do not."""
    return _RULES[clash.against](clash, said)


def _choices(_: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    return tuple(said) if len({p.says for p in said}) > 1 else ()


def _groups(clash: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    placed = [(p, at) for p in said for at, group in enumerate(clash.groups) if p.says in group]
    return tuple(p for p, _ in placed) if len({at for _, at in placed}) > 1 else ()


def _amounts(_: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    """Set amounts that have to be one against each other, and those that need more against the smallest."""
    kept = [(p, p.size) for p in said if not p.needs and p.size is not None]
    if not kept:
        return ()
    smallest, largest = min(size for _, size in kept), max(size for _, size in kept)
    beyond = [p for p in said if p.needs and p.size is not None and p.size > smallest * _SAME]
    if largest <= smallest * _SAME and not beyond:
        return ()
    return (*(p for p, _ in kept), *beyond)


def _supply(_: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    """Set what brings information slowly against those who need it sooner: of one use case, or of the same thing."""
    meets = [(b, n) for b in said if not b.needs for n in said if n.needs and _sooner(n, b) and _touch(b, n)]
    kept = {id(p) for pair in meets for p in pair}
    return tuple(p for p in said if id(p) in kept)


def _ruled_out(_: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    """Set who rules something out against everybody who uses it."""
    uses, out = [p for p in said if not p.needs], [p for p in said if p.needs]
    return (*out, *uses) if uses and out else ()


def _days(_: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    """Set days on which it must work against the last day of the project, and against a later start of the whole."""
    days = [p for p in said if not p.needs and p.size is not None]
    late = [p for last in said if last.needs for p in days if last.size is not None and (p.size or 0) > last.size]
    if late:
        return (*(p for p in said if p.needs), *late)
    start = [p for p in days if p.use_case is None]
    early = [p for p in days if p.use_case and any((p.size or 0) < (whole.size or 0) for whole in start)]
    return (*start, *early) if early else ()


def _limits(_: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    """Set what use cases may cost against what the whole may, and the price of a chosen option against both."""
    whole = [p for p in said if p.needs and p.use_case is None and p.size is not None]
    own = [p for p in said if p.needs and p.use_case and p.size is not None]
    above = [p for p in own if any((p.size or 0) > (limit.size or 0) for limit in whole)]
    priced = [
        (limit, p)
        for limit in own
        for p in said
        if not p.needs and p.use_case == limit.use_case and (p.size or 0) > (limit.size or 0)
    ]
    kept = {id(p) for p in (*above, *(whole if above else ()), *(p for pair in priced for p in pair))}
    return tuple(p for p in said if id(p) in kept)


def _unasked(_: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    """Set who is told apart against the form of the same use case, which does not ask what that takes."""
    apart, forms = {p.use_case for p in said if p.needs}, {p.use_case for p in said if not p.needs}
    return tuple(p for p in said if p.use_case in apart & forms)


def _targets(clash: Clash, said: Sequence[Position]) -> tuple[Position, ...]:
    """Set days of results against a start that leaves them no time."""
    starts = [p for p in said if p.needs and p.size is not None]
    days = clash.least / SECONDS["day"]
    early = [p for p in said if not p.needs and any((p.size or 0) - (s.size or 0) < days for s in starts)]
    return (*starts, *early) if early else ()


def _sooner(need: Position, brings: Position) -> bool:
    return need.size is not None and brings.size is not None and need.size * _SAME < brings.size


def _touch(brings: Position, need: Position) -> bool:
    return brings.use_case == need.use_case or not brings.about.isdisjoint(need.about)


_RULES: Mapping[Against, Callable[[Clash, Sequence[Position]], tuple[Position, ...]]] = {
    Against.AMOUNTS: _amounts,
    Against.GROUPS: _groups,
    Against.CHOICES: _choices,
    Against.SUPPLY: _supply,
    Against.RULED_OUT: _ruled_out,
    Against.DAYS: _days,
    Against.LIMITS: _limits,
    Against.UNASKED: _unasked,
    Against.TARGETS: _targets,
}
