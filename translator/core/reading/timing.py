"""Timing values: which word of the closed list a duration stands for, by the role it plays.

Step 2, a rule. In: a duration or the words of a cadence. Out: realtime, minutes, hourly, daily, weekly, fortnightly,
monthly, quarterly, annual or scheduled.
"""

from collections.abc import Mapping

from translator.core.reading.model import Quantity

_MINUTE, _HOUR, _DAY, _WEEK = 60.0, 3600.0, 86_400.0, 604_800.0
# Up to each length (in seconds) a wait or a speed counts as the word: "hourly" is one hour to half a day.
_WAITS = ((_MINUTE - 1, "realtime"), (_HOUR - 1, "minutes"), (_DAY / 2, "hourly"), (2 * _DAY, "daily"))
_CADENCES = (
    (_MINUTE, "realtime"), (_HOUR - 1, "minutes"), (_DAY / 2, "hourly"), (_DAY, "daily"), (_WEEK, "weekly"),
    (2 * _WEEK, "fortnightly"),
)  # fmt: skip
_MONTHS = {1.0: "monthly", 3.0: "quarterly", 12.0: "annual"}


def wait(quantity: Quantity, seconds: Mapping[str, float]) -> str:
    """Return the word for how long to wait or how fast: over 48 hours it is a point in the calendar, "scheduled"."""
    length = quantity.number * seconds.get(quantity.unit, 0.0)
    return next((word for limit, word in _WAITS if length <= limit), "scheduled")


def cadence(quantity: Quantity, seconds: Mapping[str, float]) -> str:
    """Return the word for "every <duration>"; a rhythm without a word of its own is "scheduled"."""
    number, unit = quantity.number, quantity.unit
    if unit in ("month", "quarter", "year"):
        months = number * {"month": 1, "quarter": 3, "year": 12}[unit]
        return _MONTHS.get(months, "scheduled")
    length = number * seconds.get(unit, 0.0)
    if _DAY < length < _WEEK or _WEEK < length < 2 * _WEEK:
        return "scheduled"
    return next((word for limit, word in _CADENCES if length <= limit), "scheduled")
