"""The plain words for what was understood: a name for each kind, a label for a chip, a sentence that explains it."""

from collections.abc import Mapping
from types import MappingProxyType

from translator.core.reading.model import Kind, Signal

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
_TIMINGS: Mapping[str, str] = MappingProxyType(
    {
        "trigger": "Starts",
        "latency": "How fast",
        "offset": "How long to wait",
        "cadence": "How often",
        "window": "Between",
        "calendar": "On",
    }
)
_MEANINGS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ACTOR: "people or a team that the use case is about",
        Kind.CHANNEL: "a place where the message or page appears",
        Kind.TIMING: "when it happens",
        Kind.DATA: "a fact that has to be stored or looked up",
        Kind.SYSTEM: "a system that is there already or has to come",
        Kind.CONSENT: "a permission or a rule of privacy to keep",
        Kind.CONSTRAINT: "a rule that the solution has to keep to",
        Kind.VOLUME: "a number that decides the size of the solution",
        Kind.KPI: "the figure that tells whether it works",
        Kind.GEOGRAPHY: "a place where it applies",
    }
)
_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "audience": "the people it is meant for",
        "internal": "colleagues who use it, approve it or receive something",
        "partner": "people outside the company who take part",
        "trigger": "what starts it",
        "latency": "how fast it has to be",
        "offset": "how long to wait before it happens",
        "cadence": "how often it happens",
        "window": "the time between which it may happen",
        "calendar": "the date or time of day at which it happens",
    }
)
_SPEEDS: Mapping[str, str] = MappingProxyType(
    {
        "realtime": "at once, while the person is still there",
        "minutes": "within minutes",
        "hourly": "within hours",
        "daily": "within a day",
        "weekly": "within a week",
    }
)
_NAMES: Mapping[str, str] = MappingProxyType(
    {"email": "E-mail", "sms": "SMS", "tv": "TV", "crm": "CRM", "it": "IT", "hr": "HR", "mms": "MMS", "rcs": "RCS"}
)
_LONGEST = 60


def label_of(signal: Signal) -> str:
    """Name a signal on its chip: the house word where there is one, else the words of the text."""
    if signal.negated:
        return _short(signal.evidence)
    if signal.kind is Kind.TIMING:
        words = _short(signal.evidence)
        return f"{_TIMINGS.get(signal.role, 'When')}: {words[:1].lower() + words[1:]}"
    if signal.kind in (Kind.VOLUME, Kind.CONSTRAINT, Kind.CONSENT, Kind.GEOGRAPHY):
        return _short(signal.evidence)
    return _NAMES.get(signal.value) or _short(signal.value[:1].upper() + signal.value[1:])


def name_of_channel(value: str) -> str:
    """Name a place where something appears: "E-mail", "Call centre"."""
    return _NAMES.get(value) or value[:1].upper() + value[1:]


def explain(signal: Signal, who: str = "") -> str:
    """Say in one sentence what a signal was taken for; `who` ("you", a name) is the person who said so."""
    if signal.negated:
        said = f"{_upper(who)} said that this is ruled out." if who else "We read this as something you rule out."
        return f"{said} It will be listed as an exclusion and never be asked for."
    meaning = _ROLES.get(signal.role) or _MEANINGS[signal.kind]
    speed = _SPEEDS.get(signal.value, "") if signal.role == "latency" else ""
    said = f"{_upper(who)} said that this is" if who else "We read this as"
    return f"{said} {meaning}{': ' + speed if speed else ''}."


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _short(words: str) -> str:
    """Return words on one line, cut at a blank where they are long."""
    line = " ".join(words.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
