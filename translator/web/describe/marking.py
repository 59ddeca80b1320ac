"""The control that says what words of the text are: its choices in plain words, and what was chosen in it.

In: the lexicon, a signal to correct, or a sent form. Out: choices, the values that fill the control, a Mark.
"""

from collections.abc import Mapping
from types import MappingProxyType

from translator.core.errors import InputError
from translator.core.reading.added import TIMING_VALUES, channel_values
from translator.core.reading.lexicon import Lexicon
from translator.core.reading.model import Kind, Signal
from translator.core.reading.written import channel_name
from translator.services.additions import Mark
from translator.services.errors import InputErrors
from translator.web.forms import Form

WORDS, MEANS, CHANNEL, WHEN, NOT, INSTEAD = (
    "mark-words", "mark-means", "mark-channel", "mark-when", "mark-not", "mark-instead",
)  # fmt: skip
# What the words can be: kind, or kind:role, in the order in which a marketer would look for it.
MEANINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Who": {
            "actor:audience": "People it is meant for",
            "actor:internal": "Colleagues who use it, approve it or receive something",
            "actor:partner": "People outside the company who take part",
        },
        "Where": {"channel": "A place where it appears", "geography": "A country, region or town"},
        "When": {
            "timing:trigger": "What starts it",
            "timing:latency": "How fast it has to happen",
            "timing:offset": "How long to wait first",
            "timing:cadence": "How often it happens",
            "timing:window": "Between which moments it may happen",
            "timing:calendar": "On which date or at what time",
        },
        "What it needs": {"data": "A fact to look up or keep", "system": "A system"},
        "What it has to keep to": {
            "consent": "Permission or privacy",
            "constraint": "A rule or a limit",
            "volume": "How many, or how much",
            "kpi": "How success is measured",
        },
    }
)
_WHEN: Mapping[str, str] = MappingProxyType(
    {
        "realtime": "At once, within seconds",
        "minutes": "Minutes, less than an hour",
        "hourly": "Hours, up to half a day",
        "daily": "A day, up to two days",
        "weekly": "A week",
        "fortnightly": "Two weeks",
        "monthly": "A month",
        "quarterly": "Three months",
        "annual": "A year",
        "batch": "In batches, as files",
        "scheduled": "On a date, at a time, or after more than two days",
        "seasonal": "In a season",
        "event": "Whenever something happens",
    }
)
_FIELDS = {"words": WORDS, "kind": MEANS}


def channels(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Return the closed list of places as pairs of value and plain words, the empty choice first."""
    named = [(value, channel_name(value)) for value in channel_values(lexicon)]
    return (("", "Choose a place"), *sorted(named, key=lambda pair: pair[1].casefold()))


def moments() -> tuple[tuple[str, str], ...]:
    """Return how soon or how often it can be, as pairs of value and plain words; to go by the words comes first."""
    return (("", "As the words say, if they do"), *((v, _WHEN[v]) for v in TIMING_VALUES if v in _WHEN))


def filled_from(signal: Signal, token: str) -> dict[str, str]:
    """Return the values of the control that say what a signal was taken for; `token` names it."""
    known = signal.value if signal.value in _WHEN else ""
    return {
        WORDS: signal.evidence,
        MEANS: means_of(signal),
        CHANNEL: signal.value if signal.kind is Kind.CHANNEL else "",
        WHEN: known if signal.kind is Kind.TIMING else "",
        NOT: "yes" if signal.negated else "",
        INSTEAD: token,
    }


def means_of(signal: Signal) -> str:
    """Return kind and role in the way that the control names its choices."""
    return f"{signal.kind.value}:{signal.role}" if signal.role else signal.kind.value


def marked_in(form: Form) -> Mark:
    """Return what a person said of words in a sent form."""
    kind, _, role = form.text(MEANS).partition(":")
    value = form.text(CHANNEL if kind == Kind.CHANNEL else WHEN)
    return Mark(words=form.text(WORDS), kind=kind, role=role, value=value, negated=form.ticked(NOT))


def at_the_control(errors: InputErrors, form: Form) -> InputErrors:
    """Return errors of an errand under the names that the fields have on the page."""
    value = CHANNEL if form.text(MEANS) == Kind.CHANNEL else WHEN
    return InputErrors(tuple(InputError(e.message, _FIELDS.get(e.field, value)) for e in errors.errors))
