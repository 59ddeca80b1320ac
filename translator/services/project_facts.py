"""The facts of a project, as typed into its form: checked, compared with what is stored, and put in.

In: strings; None = not sent. Out: the project's row changed, with a line of history.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

from babel.numbers import get_currency_precision
from sqlalchemy import select

from translator.core.errors import InputError
from translator.services.dates_in import parse_date
from translator.services.entrance import Entrance
from translator.services.errand import Errand
from translator.services.history import snapshot
from translator.services.numbers_in import currencies, parse_money
from translator.services.versions import changed_last_by_me, expect, said_already
from translator.storage.tables import Option, Project, UseCase

_PROSE = ("objective", "problem", "success", "proof")
_ALL = ("name", *_PROSE, "currency", "budget", "deadline")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """Hold the fields of the form, as typed. None leaves a fact as it is, "" empties it."""

    name: str | None = None
    objective: str | None = None
    problem: str | None = None
    success: str | None = None
    proof: str | None = None
    currency: str | None = None
    budget: str | None = None
    deadline: str | None = None

    def sent(self) -> dict[str, str]:
        """Return the fields that were sent."""
        values = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: value for name, value in values if value is not None}


def put_facts(errand: Errand, version: int, facts: ProjectFacts) -> int:
    """Put the facts that were sent into the project; return how many characters had to be taken out.

    Raise InputErrors when some cannot be used, Conflict when somebody else saved since `version`.
    """
    project, sent = errand.project, facts.sent()
    entrance = Entrance()
    values = _values(errand, entrance, sent)
    entrance.check()
    if said_already(project, version, values, {name: getattr(project, name) for name in values}):
        return entrance.removed
    own = changed_last_by_me(errand, "project", project.id, "saved")
    expect(project, version, "the project", sent, {name: as_text(project, name) for name in sent}, own=own)
    before = snapshot(project, *_ALL)
    for name, value in values.items():
        setattr(project, name, value)
    errand.session.flush()
    after = snapshot(project, *_ALL)
    if after != before:
        errand.record("saved", "project", project.id, before=before, after=after)
    return entrance.removed


def as_text(project: Project, name: str) -> str:
    """Return a fact as it would be typed."""
    value = getattr(project, name)
    if name == "budget" and value is not None:
        digits = get_currency_precision(project.currency)
        return f"{value / 10**digits:,.{digits}f}".removesuffix("." + "0" * digits)
    return value.isoformat() if isinstance(value, date) else (value or "")


def _values(errand: Errand, entrance: Entrance, sent: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {name: entrance.text(name, sent[name]) for name in _PROSE if name in sent}
    if "name" in sent:
        values["name"] = entrance.line("name", sent["name"], needed="Give the project a name.")
    currency = errand.project.currency
    if "currency" in sent:
        currency = values["currency"] = _currency(errand, entrance, entrance.line("currency", sent["currency"]))
    if "budget" in sent:
        typed = entrance.line("budget", sent["budget"])
        values["budget"] = _parsed(entrance, typed, lambda text: parse_money(text, currency, "budget"))
    elif currency != errand.project.currency:
        values["budget"] = _in_units_of(currency, errand.project)
    if "deadline" in sent:
        typed = entrance.line("deadline", sent["deadline"])
        values["deadline"] = _parsed(entrance, typed, lambda text: parse_date(text, "deadline"))
    return values


def _parsed(entrance: Entrance, typed: str, parse: Callable[[str], Value]) -> Value | None:
    """Return what was typed, None for nothing; note why it cannot be used."""
    try:
        return parse(typed) if typed else None
    except InputError as error:
        entrance.refuse(error.field, error.message)
        return None


def _currency(errand: Errand, entrance: Entrance, typed: str) -> str:
    code, now = typed.upper(), errand.project.currency
    if code not in currencies():
        entrance.refuse("currency", "Choose a currency by its three letters, such as EUR.")
        return now
    if code != now and _priced(errand):
        entrance.refuse("currency", f"Options are priced in {now} already, so the currency cannot change.")
    return code


def _priced(errand: Errand) -> bool:
    query = select(Option.id).join(UseCase, UseCase.id == Option.use_case_id)
    priced = Option.one_off.is_not(None) | Option.yearly.is_not(None)
    query = query.where(UseCase.project_id == errand.project.id, Option.deleted_at.is_(None), priced)
    return errand.session.scalars(query.limit(1)).first() is not None


def _in_units_of(currency: str, project: Project) -> int | None:
    """Return the same amount in another currency's minor units: 100.00 EUR becomes 100 JPY."""
    if project.budget is None:
        return None
    step = get_currency_precision(currency) - get_currency_precision(project.currency)
    return int(project.budget * 10**step) if step >= 0 else int(project.budget // 10**-step)
