"""Figures as people type them: which mark groups, which one is the decimal mark, what "k" and "Mio" multiply by.

In: what a field held. Out: a number with the words around it; InputError with one plain sentence where it cannot be
told what was meant.

    How a number is read
    30 000   30'000   30.000   30,000      thirty thousand: blanks, apostrophes, full stops or commas group by three
    1.234,56   1,234.56                    the mark that comes last is the decimal mark when both occur
    1,5   12.50   0.125   12345.678        one mark, and not three digits after one to three digits: the decimal mark
    1.234   1,234                          one mark and exactly three digits after one to three: a thousand
    1.234 million   1.500 days             the same, but a thousand makes little sense here: refused, not guessed
    10k   1,2 Mio   3 million   2 Mrd      thousand, million and milliard (US billion) are multiplied out
    about 500   ~500   500,-               a word like "about" and the trader's dash are left out
    10-20   -5                             ranges and numbers below zero are refused
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from translator.core.errors import InputError

_SCALES = {
    **dict.fromkeys(("k", "t", "tsd", "thousand", "thousands", "grand"), 1_000),
    **dict.fromkeys(("m", "mn", "mio", "mill", "million", "millions", "millionen", "millones"), 1_000_000),
    **dict.fromkeys(("bn", "mrd", "billion", "billions", "milliard", "milliarden"), 1_000_000_000),
}
# Beyond this nobody means what they typed; in minor units it still fits a 64-bit column.
_MOST = Decimal(10**13)
_LONGEST = 200

_SIGNS = str.maketrans({**dict.fromkeys("’‘`´٬", "'"), **dict.fromkeys("−–—", "-"), "٫": "."})  # noqa: RUF001
_ABOUT = re.compile(r"^(?:(?:about|around|roughly|approximately|approx|circa|ca|c)\b\.?|[~≈+])\s*", re.IGNORECASE)
_RANGE = re.compile(r"\d\S*\s*(-|to|bis|until|\.\.)\s*\d", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<sign>-?)(?P<figures>\d[\d.,' ]*|(?<!\w)[.,]\d+)(?P<rest>.*)")
_GROUPS = re.compile(r"\d{1,3}(?P<mark>[.,' ])\d{3}(?:(?P=mark)\d{3})*")
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Typed:
    """Hold a number with the words before and after it.

    `thousand` says that one mark before three digits was taken for a thousand.
    """

    number: Decimal
    before: tuple[str, ...]
    after: tuple[str, ...]
    thousand: bool


def read_number(text: str, field: str, example: str) -> Typed:
    """Return the one number of a text; `example` is shown where there is none."""
    plain = _ABOUT.sub("", _plain(text)) if len(text) <= _LONGEST else ""
    if not plain:
        raise InputError(f"Write a number, such as {example}.", field)
    if _RANGE.search(plain):
        raise InputError("Write one number, not a range. Take the one you would plan with.", field)
    found = _NUMBER.search(plain)
    if found is None:
        raise InputError(f"Write the number in figures, such as {example}.", field)
    if found["sign"]:
        raise InputError("Write a number of zero or more.", field)
    if any(character.isdigit() for character in found["rest"]):
        raise InputError(f"Write one number only, such as {example}.", field)
    number, thousand = _figures(found["figures"], text, field)
    if number > _MOST:
        raise InputError("This number is too large. Check the zeros.", field)
    return Typed(number, _words(plain[: found.start()]), _words(found["rest"]), thousand)


def scaled(typed: Typed, text: str, field: str) -> tuple[Decimal, tuple[str, ...]]:
    """Multiply the scale word out that follows the number; return the words after it as well."""
    factor = _SCALES.get(typed.after[0], 1) if typed.after else 1
    if factor == 1:
        return typed.number, typed.after
    if typed.thousand:
        raise unclear(text, field)
    if typed.number * factor > _MOST:
        raise InputError("This number is too large. Check the zeros.", field)
    return typed.number * factor, typed.after[1:]


def _plain(text: str) -> str:
    """Return the text with one kind of digit, blank, apostrophe and dash."""
    wide = unicodedata.normalize("NFKC", text.translate(_SIGNS))
    digits = (str(unicodedata.digit(c)) if c.isdigit() else c for c in wide)
    return " ".join("".join(digits).split())


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(text.casefold()) if word not in ".,-")


def _figures(figures: str, text: str, field: str) -> tuple[Decimal, bool]:
    """Return the number that a row of figures and marks writes, and whether a lone mark was taken for a thousand."""
    figures = figures.rstrip(" '").rstrip(".,")  # the end of a sentence, and the comma of "500,-"
    last = max(figures.rfind("."), figures.rfind(","))
    whole, decimals = (figures, "") if last < 0 else (figures[:last], figures[last + 1 :])
    if last >= 0 and _GROUPS.fullmatch(figures) and not figures.startswith("0"):
        return Decimal(re.sub(r"\D", "", figures)), figures.count(figures[last]) == 1
    if not decimals.isdigit() and last >= 0:
        raise unclear(text, field)
    if not (whole.isdigit() or whole == "" or _grouped(whole, figures[last] if last >= 0 else "")):
        raise unclear(text, field)
    return Decimal(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{decimals or '0'}"), False


def _grouped(whole: str, decimal_mark: str) -> bool:
    found = _GROUPS.fullmatch(whole)
    return found is not None and found["mark"] != decimal_mark


def unclear(text: str, field: str) -> InputError:
    """Return the error that says that a number can be read in two ways."""
    return InputError(f"“{text.strip()}” can be read in two ways. Write it without marks, such as 1234 or 1.5.", field)
