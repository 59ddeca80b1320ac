"""The ladder: which pattern of use case a text describes, and how far up the ladder of needs it stands.

Step 2, last pass. In: cues of kind `pattern`, and the signals. Out: the name of the pattern, and the rung. The rungs
follow the CDP Institute's ladder of use cases: each needs those before it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from translator.core.reading.lexicon import Concept
from translator.core.reading.model import Kind, Signal

RUNGS = ("data assembly", "analytics", "prediction", "campaigns", "real time", "orchestration")
_OUTBOUND = frozenset({"email", "sms", "push", "phone", "direct mail", "whatsapp", "in-app", "web push", "paid social"})
_MANY_CHANNELS = 3


def standing_of(cues: Iterable[Concept], signals: Sequence[Signal]) -> tuple[str, str]:
    """Return (pattern, rung), both "" when neither the words nor the signals say."""
    points: Counter[str] = Counter()
    rungs: dict[str, str] = {}
    for cue in cues:
        points[cue.value] += 2
        rungs[cue.value] = cue.role
    wanted = [s for s in signals if not s.negated]
    channels = {s.value for s in wanted if s.kind is Kind.CHANNEL and s.value in _OUTBOUND}
    if channels and any(s.role == "trigger" for s in wanted):
        points["event-triggered message"] += 3
        rungs["event-triggered message"] = "campaigns"
    elif channels and any(s.role == "cadence" for s in wanted):
        points["batch send"] += 2
        rungs["batch send"] = "campaigns"
    if not points:
        return "", ""
    pattern = max(sorted(points), key=lambda name: points[name])
    return pattern, _raised(rungs[pattern], wanted, channels)


def _raised(rung: str, wanted: Sequence[Signal], channels: set[str]) -> str:
    """Raise the rung where speed or the number of channels asks for more than the pattern does."""
    height = RUNGS.index(rung)
    if any(s.kind is Kind.TIMING and s.role == "latency" and s.value == "realtime" for s in wanted):
        height = max(height, RUNGS.index("real time"))
    if len(channels) >= _MANY_CHANNELS:
        height = max(height, RUNGS.index("orchestration"))
    return RUNGS[height]
