"""Explanations: one plain sentence for a signal, for the chip on the describe page and for the glossary.

Step 2, beside the reading. In: a signal. Out: a sentence that a marketer understands.
"""

from translator.core.reading.model import Kind, Signal

_ROLES = {
    "audience": "People you want to reach: {value}.",
    "internal": "People on your side who work with this: {value}.",
    "partner": "An outside organisation that takes part: {value}.",
    "trigger": "What starts it: {quote}.",
    "latency": "How fast it has to be: {quote} ({value}).",
    "offset": "How long to wait, or how far ahead: {quote} ({value}).",
    "cadence": "How often: {quote} ({value}).",
    "window": "Between which moments: {quote}.",
    "calendar": "On which date or at what time: {quote}.",
}
_KINDS = {
    Kind.ACTOR: "People or a team: {value}.",
    Kind.CHANNEL: "A channel: you want to reach people by {value}.",
    Kind.DATA: "Something that must be known: {value}.",
    Kind.SYSTEM: "A system that takes part: {value}.",
    Kind.TIMING: "When it happens: {quote}.",
    Kind.KPI: "How you will know that it worked: {value}.",
    Kind.VOLUME: "How much or how many: {quote}.",
    Kind.GEOGRAPHY: "A place in scope: {value}.",
    Kind.CONSENT: "A rule about permission or privacy: {value}.",
    Kind.CONSTRAINT: "A limit or rule to keep to: {value}.",
}
_PLACES = frozenset(
    {"website", "app", "in-app", "in-store", "branch", "point of sale", "kiosk", "atm", "marketplace", "events"}
)
_LONGEST_QUOTE = 90


def explain(signal: Signal) -> str:
    """Return one plain sentence that says what the signal means."""
    quote = f"“{_shortened(signal.evidence)}”"
    if signal.negated:
        return f"You ruled this out: {quote}."
    if signal.kind is Kind.CHANNEL and signal.value in _PLACES:
        return f"A channel: it happens in or on this place: {signal.value}."
    sentence = _ROLES.get(signal.role) or _KINDS[signal.kind]
    return sentence.format(value=signal.value, quote=quote)


def _shortened(evidence: str) -> str:
    flat = " ".join(evidence.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1].rstrip() + "…"
