"""The ladder: which pattern of use case a text describes, and how far up the ladder of needs it stands.

Step 2, last pass. In: cues of kind `pattern`, and the signals. Out: the name of the pattern, and the rung. The rungs
follow the CDP Institute's ladder of use cases: each needs those before it. One cue alone, or two patterns that have as
much to say for them, name none: "not stated" is better than a guess.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from translator.core.reading.lexicon import Concept
from translator.core.reading.model import Kind, Reading, Signal

RUNGS = ("data assembly", "analytics", "prediction", "campaigns", "real time", "orchestration")
PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "event-triggered message": "a message after an event",
        "batch send": "a mailing to many people at once",
        "segment activation": "a chosen group of people, handed to another channel or partner",
        "offer decision": "choosing what to show or offer to each person",
        "score": "an estimate of what each person is likely to do",
        "single view": "one record of each person from many sources",
        "measurement": "finding out what works",
        "content": "making, storing and finding content",
        "service hand-off": "handing a person over to a colleague",
        "data rights": "keeping to what people agreed to and ask for",
        "journey": "a series of steps that belong together",
        "planning": "planning and approving work",
    }
)
_BEFORE = (
    "data about people in one place", "ways to analyse it", "estimates of what people will do",
    "tools that send and publish", "data and decisions within seconds",
)  # fmt: skip
_OUTBOUND = frozenset({"email", "sms", "push", "phone", "direct mail", "whatsapp", "in-app", "web push", "paid social"})
_MANY_CHANNELS = 3
_CUE, _EVENT, _RHYTHM, _ENOUGH = 2, 3, 2, 3
_SENDING = "campaigns"


def standing_of(cues: Iterable[Concept], signals: Sequence[Signal]) -> tuple[str, str]:
    """Return (pattern, rung), both "" when neither the words nor the signals say."""
    points: Counter[str] = Counter()
    rungs: dict[str, str] = {}
    for cue in cues:
        points[cue.value] += _CUE
        rungs[cue.value] = cue.role
    for name, weight in _sent(signals):
        points[name] += weight
        rungs[name] = _SENDING
    best = [name for name in points if points[name] == max(points.values())]
    if len(best) != 1 or points[best[0]] < _ENOUGH:
        return "", ""
    return best[0], _raised(rungs[best[0]], signals)


def standing_again(before: Reading, meant: Reading) -> Reading:
    """Return a reading as people meant it, with the pattern that its signals still carry, or carry now."""
    had, has = (standing_of((), signals) for signals in (before.signals, meant.signals))
    if had == has or before.pattern not in ("", had[0]):
        return meant
    return replace(meant, pattern=has[0], rung=has[1])


def needed_before(rung: str) -> tuple[str, ...]:
    """Return in plain words what has to be there before a rung, from the ground up; () for the first one and for ""."""
    return _BEFORE[: RUNGS.index(rung)] if rung else ()


def _sent(signals: Sequence[Signal]) -> Iterator[tuple[str, int]]:
    """Yield the pattern of sending that the signals speak for; a rhythm may be that of anything, so it weighs less."""
    roles = {s.role for s in signals if not s.negated and s.kind is Kind.TIMING}
    if _channels(signals) and roles & {"trigger", "offset"}:
        yield "event-triggered message", _EVENT
    elif _channels(signals) and "cadence" in roles:
        yield "batch send", _RHYTHM


def _channels(signals: Sequence[Signal]) -> set[str]:
    return {s.value for s in signals if not s.negated and s.kind is Kind.CHANNEL and s.value in _OUTBOUND}


def _raised(rung: str, signals: Sequence[Signal]) -> str:
    """Raise the rung where speed or the number of channels asks for more than the pattern does."""
    height = RUNGS.index(rung)
    timed = (s for s in signals if not s.negated and s.kind is Kind.TIMING)
    if any(s.role == "latency" and s.value == "realtime" for s in timed):
        height = max(height, RUNGS.index("real time"))
    if len(_channels(signals)) >= _MANY_CHANNELS:
        height = max(height, RUNGS.index("orchestration"))
    return RUNGS[height]
