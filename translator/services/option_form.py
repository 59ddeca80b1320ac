"""The form of an option: its fields as strings, checked and turned into a core Option, and back.

In: a mapping of field names to what was typed. Fields: name, how, risk, risk_note, gives_up; for each of one_off,
yearly and weeks three fields ending in _optimistic, _likely, _pessimistic; `meets-ROW` for each requirement's row.
Out: an Option, or InputErrors, one for each field that cannot be used.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from babel.numbers import get_currency_precision

from translator.core.errors import InputError
from translator.core.estimates import ThreePoint
from translator.core.options import Meets, Option, Risk
from translator.services.entrance import Entrance
from translator.services.numbers_in import parse_money, parse_weeks

POINTS = ("optimistic", "likely", "pessimistic")
# Ten years; whoever needs more has typed days.
_MOST_WEEKS = 520

Fields = Mapping[str, str]


def option_in(fields: Fields, letter: str, currency: str, keys: Mapping[int, str]) -> tuple[Option, int]:
    """Return the option that a form holds, and how many characters had to be taken out.

    `keys` maps the rows of requirements to their keys. The marks of IT and marketing are not part of the form.
    """
    entrance = Entrance()
    option = Option(
        letter=letter,
        name=entrance.line("name", fields.get("name", ""), needed="Give the option a name."),
        how=entrance.text("how", fields.get("how", "")).strip(),
        one_off=money_in(fields, "one_off", currency, entrance),
        yearly=money_in(fields, "yearly", currency, entrance),
        weeks=_points(fields, "weeks", _weeks, entrance),
        risk=_risk(fields.get("risk", ""), entrance),
        risk_note=entrance.text("risk_note", fields.get("risk_note", "")).strip(),
        gives_up=entrance.text("gives_up", fields.get("gives_up", "")).strip(),
        meets=_meets(fields, keys, entrance),
    )
    entrance.check()
    return option, entrance.removed


def option_out(option: Option, currency: str) -> dict[str, str]:
    """Return the fields of an option as a person would type them, without `meets`."""
    fields = {"name": option.name, "how": option.how, "risk": option.risk.value}
    fields |= money_out("one_off", option.one_off, currency)
    fields |= money_out("yearly", option.yearly, currency)
    fields |= _typed("weeks", option.weeks, str)
    return fields | {"risk_note": option.risk_note, "gives_up": option.gives_up}


def meets_out(option: Option, keys: Mapping[int, str]) -> dict[str, str]:
    """Return how far an option meets the requirements with these rows and keys, as the form holds it; "" = not said."""
    said = ((f"meets-{row_id}", option.meets.get(key)) for row_id, key in keys.items())
    return {name: meets.value if meets else "" for name, meets in said}


def money_in(fields: Fields, name: str, currency: str, entrance: Entrance) -> ThreePoint | None:
    """Return the three amounts that a form holds under a name, None when all are empty."""
    return _points(fields, name, lambda text, field: parse_money(text, currency, field), entrance)


def money_out(name: str, estimate: ThreePoint | None, currency: str) -> dict[str, str]:
    """Return the three fields of an amount as a person would type them."""
    return _typed(name, estimate, lambda minor: _money(minor, currency))


def _points(fields: Fields, name: str, parse: Callable[[str, str], int], entrance: Entrance) -> ThreePoint | None:
    typed = {point: fields.get(f"{name}_{point}", "").strip() for point in POINTS}
    if not any(typed.values()):
        return None
    blank = [point for point, text in typed.items() if not text]
    for point in blank:
        entrance.refuse(f"{name}_{point}", f"Write the {point} value too, or leave all three empty.")
    try:
        values = [parse(text, f"{name}_{point}") for point, text in typed.items() if text]
        return None if blank else ThreePoint(*values)
    except InputError as error:
        field = error.field if error.field.startswith(name) else f"{name}_{error.field}"
        entrance.refuse(field, error.message)
        return None


def _weeks(text: str, field: str) -> int:
    weeks = parse_weeks(text, field)
    if weeks > _MOST_WEEKS:
        raise InputError("This is more than ten years. Write the time in weeks, or name the unit.", field)
    return weeks


def _risk(word: str, entrance: Entrance) -> Risk:
    if word not in set(Risk):
        entrance.refuse("risk", "Choose low, medium or high.")
        return Risk.MEDIUM
    return Risk(word)


def _meets(fields: Fields, keys: Mapping[int, str], entrance: Entrance) -> Mapping[str, Meets]:
    said: dict[str, Meets] = {}
    for row_id, key in keys.items():
        word = fields.get(f"meets-{row_id}", "")
        if word in set(Meets):
            said[key] = Meets(word)
        elif word:
            entrance.refuse(f"meets-{row_id}", "Choose fully, partly or not.")
    return MappingProxyType(said)


def _typed(name: str, estimate: ThreePoint | None, write: Callable[[int], str]) -> dict[str, str]:
    if estimate is None:
        return {f"{name}_{point}": "" for point in POINTS}
    return {f"{name}_{point}": write(getattr(estimate, point)) for point in POINTS}


def _money(minor: int, currency: str) -> str:
    digits = get_currency_precision(currency)
    whole, rest = divmod(minor, 10**digits)
    return f"{whole:,}.{rest:0{digits}d}" if rest else f"{whole:,}"
