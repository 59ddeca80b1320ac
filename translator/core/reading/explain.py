"""Explanations: what a signal was taken for and what that will lead to, in plain words, for the chip that shows it.

Step 2, beside the reading. In: a signal. Out: a name for its kind, a label, and an explanation for a marketer. The
wording of chips stands here and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from translator.core.reading.model import Kind, Quantity, Signal
from translator.core.reading.written import capital, written

KIND_NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ACTOR: "People and teams",
        Kind.CHANNEL: "Where it appears",
        Kind.TIMING: "When it happens",
        Kind.DATA: "Facts it needs",
        Kind.SYSTEM: "Systems",
        Kind.CONSENT: "Permission and privacy",
        Kind.CONSTRAINT: "Rules and limits",
        Kind.VOLUME: "How many",
        Kind.KPI: "How success is measured",
        Kind.GEOGRAPHY: "Places",
    }
)
_TIMINGS = {
    "trigger": "Starts", "latency": "How fast", "offset": "How long to wait", "cadence": "How often",
    "window": "Time frame", "calendar": "Date or time",
}  # fmt: skip
# What a signal means, and what comes of it: by its role, or by its kind where it has none.
_WORDS = {
    "audience": (
        "the people it is meant for",
        "It suggests an answer to who exactly it is for, and the requirements name them.",
    ),
    "internal": (
        "colleagues who use it, approve it or receive something",
        "A requirement gives them sight of what their work needs, and of no more.",
    ),
    "partner": (
        "people outside the company who take part",
        "A requirement limits what is shared with them to what the contract names.",
    ),
    Kind.ACTOR: ("people or a team that the use case is about", "The questions ask what part they have in it."),
    "trigger": ("what starts it", "It suggests how the use case starts, and the requirements wait for this event."),
    "latency": (
        "how fast it has to be",
        "It suggests the speed that IT has to build for; the faster, the dearer it can be.",
    ),
    "offset": (
        "how long to wait, or how far ahead it happens",
        "It suggests how long to wait before the first step, which a requirement then keeps to.",
    ),
    "cadence": ("how often it happens", "It suggests the rhythm in which the use case runs."),
    "window": ("the time between which it may happen", "What runs by the clock has to keep to these times."),
    "calendar": ("the date or time at which it happens", "What runs by the clock has to keep to these times."),
    Kind.TIMING: ("when it happens", "The questions ask when exactly it starts."),
    Kind.CHANNEL: (
        "a place where the message or page appears",
        "It suggests an answer to where it should appear; each such place is one more for IT to connect.",
    ),
    Kind.DATA: (
        "a fact to look up or keep",
        "A requirement asks that it is at hand, and the questions ask where it is kept today.",
    ),
    Kind.SYSTEM: ("a system that takes part", "A requirement asks that the solution works together with it."),
    Kind.CONSENT: ("a rule on permission or privacy to keep", "It stands in the requirements in your own words."),
    Kind.CONSTRAINT: (
        "a rule or limit that the solution has to keep to",
        "It stands in the requirements in your own words.",
    ),
    Kind.VOLUME: (
        "a number that decides how large the solution must be",
        "It suggests figures to confirm, from which IT works out size and price.",
    ),
    Kind.KPI: (
        "the figure that tells whether it works",
        "It suggests how success is measured, and a requirement asks that the figure is reported.",
    ),
    Kind.GEOGRAPHY: ("a place where it applies", "A requirement limits the use case to the places that you name."),
}
_RULED_OUT = "It is listed as an exclusion and never asked for."
_LENGTHS = {
    "minutes": "minutes", "hourly": "hours", "daily": "a day or two", "weekly": "a week", "fortnightly": "two weeks",
    "monthly": "a month", "quarterly": "three months", "annual": "a year",
}  # fmt: skip
_AT_ONCE = "at once, while the person is still there"
_RHYTHMS = {
    "realtime": "all the time", "minutes": "every few minutes", "hourly": "every hour or few hours",
    "daily": "daily", "weekly": "weekly", "fortnightly": "every two weeks", "monthly": "monthly",
    "quarterly": "every three months", "annual": "once a year", "batch": "in batches, as files",
}  # fmt: skip
_PERIODS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year"})
# Kinds that a chip names by the words of the text, whatever the lexicon calls them.
_OWN_WORDS = frozenset({Kind.VOLUME, Kind.CONSTRAINT, Kind.CONSENT, Kind.GEOGRAPHY})
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Say in plain sentences what was understood, from which words of the text, and what it will lead to."""

    understood: str
    words: str
    leads_to: str


def explain(signal: Signal, who: str = "") -> Explanation:
    """Return the explanation of a signal; `who` ("you", a name) is the person who said so, "" when it was read."""
    said = f"{capital(who)} said that this is" if who else "We read this as"
    words = " ".join(signal.evidence.split())
    if signal.negated:
        ruled_out = f"{said} ruled out." if who else f"{said} something that you rule out."
        return Explanation(understood=ruled_out, words=words, leads_to=_RULED_OUT)
    meaning, leads_to = _WORDS.get(signal.role) or _WORDS[signal.kind]
    value = _value_of(signal)
    return Explanation(understood=f"{said} {meaning}{': ' + value if value else ''}.", words=words, leads_to=leads_to)


def label_of(signal: Signal) -> str:
    """Return the name of a signal on its chip: the house word where there is one, else the words of the text."""
    if signal.negated or signal.kind in _OWN_WORDS:
        return capital(_short(signal.evidence))
    if signal.kind is Kind.TIMING:
        words = _short(signal.evidence)
        return f"{_TIMINGS.get(signal.role, 'When')}: {words[:1].lower() + words[1:]}"
    return _short(written(signal))


def _value_of(signal: Signal) -> str:
    """Return what the words stand for, "" where that says no more than the words themselves do."""
    if signal.kind is Kind.TIMING:
        return _time_of(signal)
    same = " ".join(signal.value.split()).casefold() == " ".join(signal.evidence.split()).casefold()
    return "" if same or signal.kind is Kind.VOLUME else written(signal)


def _time_of(signal: Signal) -> str:
    """Return how fast, how long or how often: "within 2 hours", "three months", "every 3 days"."""
    length = _length(signal.quantity)
    match signal.role:
        case "latency":
            length = length or _LENGTHS.get(signal.value, "")
            return f"within {length}" if length else _AT_ONCE if signal.value == "realtime" else ""
        case "offset":
            return length or _LENGTHS.get(signal.value, "")
        case "cadence":
            return f"every {length.removeprefix('1 ')}" if length else _RHYTHMS.get(signal.value, "")
        case _:
            return ""


def _length(quantity: Quantity | None) -> str:
    """Return a length of time ("2 hours"), "" for what is none."""
    if quantity is None or quantity.unit not in _PERIODS:
        return ""
    return f"{quantity.number:,.10g} {quantity.unit}{'' if quantity.number == 1 else 's'}"


def _short(words: str) -> str:
    """Return words on one line, cut at a blank where they are long."""
    line = " ".join(words.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
