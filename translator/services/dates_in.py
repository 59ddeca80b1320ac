"""Dates as people type them: 2027-03-31, 31/03/2027, 31.3.2027, 31 March 2027.

In: what a field held. Out: a date; InputError where it is none. The day comes first, as in Britain and on the
continent: an American 03/31/2027 is no date and is refused, never turned round.
"""

import re
from datetime import date

from translator.core.errors import InputError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[./ -]\s?(?P<month>\d{1,2})[./ -]\s?(?P<year>\d{4})")
_WORDS = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?P<month>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})")


def parse_date(text: str, field: str = "") -> date:
    """Return the date that a text names."""
    plain = " ".join(text.lower().split())
    found = _ISO.fullmatch(plain) or _DAY_FIRST.fullmatch(plain) or _WORDS.fullmatch(plain)
    try:
        return date(int(found["year"]), _month(found["month"]), int(found["day"])) if found else _refuse(field)
    except ValueError:
        return _refuse(field)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTHS.index(word[:3]) + 1


def _refuse(field: str) -> date:
    raise InputError("Write the date as day, month and year, such as 31/03/2027.", field)
