"""Options: row <-> core value. In: a row of `option`. Out: core.options.Option, and back.

Marketing chooses an option as it stands. The row remembers what it said then, so that a later change shows.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from translator.core.estimates import ThreePoint
from translator.core.options import Meets, Option, Risk
from translator.storage import tables

# What a choice is about: everything that an option says, without the marks that people put on it.
_SAYS = ("name", "how", "one_off", "yearly", "weeks", "risk", "risk_note", "gives_up", "meets")


def option_from(row: tables.Option) -> Option:
    """Read an option from its row."""
    return Option(
        letter=row.letter,
        name=row.name,
        how=row.how,
        one_off=points_from(row.one_off),
        yearly=points_from(row.yearly),
        weeks=points_from(row.weeks),
        risk=Risk(row.risk),
        risk_note=row.risk_note,
        gives_up=row.gives_up,
        meets=_meets_from(row.meets),
        recommended=row.recommended,
        chosen=row.chosen,
        changed_since_chosen=bool(_moved(row)),
        priced_for=MappingProxyType(row.priced_for or {}),
    )


def remember_choice(row: tables.Option) -> None:
    """Keep what an option says now as what marketing chose."""
    row.chosen_as = {name: getattr(row, name) for name in _SAYS}


def chosen_from(row: tables.Option) -> Option | None:
    """Read the option as it stood when marketing chose it; None unless it says something else now."""
    if not _moved(row):
        return None
    stood = row.chosen_as or {}
    return replace(
        option_from(row),
        name=stood["name"],
        how=stood["how"],
        one_off=points_from(stood["one_off"]),
        yearly=points_from(stood["yearly"]),
        weeks=points_from(stood["weeks"]),
        risk=Risk(stood["risk"]),
        risk_note=stood["risk_note"],
        gives_up=stood["gives_up"],
        meets=_meets_from(stood["meets"]),
    )


def _moved(row: tables.Option) -> tuple[str, ...]:
    """Return what a chosen option says otherwise now. What it says of requirements that came later is no change."""
    if not row.chosen or row.chosen_as is None:
        return ()
    stood = row.chosen_as
    meets = {key: word for key, word in row.meets.items() if key in stood["meets"]}
    return tuple(name for name in _SAYS if stood[name] != (meets if name == "meets" else getattr(row, name)))


def _meets_from(kept: Mapping[str, str]) -> Mapping[str, Meets]:
    return MappingProxyType({key: Meets(word) for key, word in kept.items()})


def write_option(row: tables.Option, option: Option) -> None:
    """Put an option into its row; use case, person, moment and version are the caller's."""
    row.letter, row.name, row.how = option.letter, option.name, option.how
    row.one_off = points_to(option.one_off)
    row.yearly = points_to(option.yearly)
    row.weeks = points_to(option.weeks)
    row.risk, row.risk_note, row.gives_up = option.risk.value, option.risk_note, option.gives_up
    row.meets = {key: meets.value for key, meets in option.meets.items()}
    row.recommended, row.chosen = option.recommended, option.chosen
    row.priced_for = dict(option.priced_for)


def points_from(kept: list[int] | None) -> ThreePoint | None:
    """Read [optimistic, likely, pessimistic]; None when nothing is estimated."""
    return None if kept is None else ThreePoint(*kept)


def points_to(estimate: ThreePoint | None) -> list[int] | None:
    """Write an estimate as [optimistic, likely, pessimistic]."""
    return None if estimate is None else [estimate.optimistic, estimate.likely, estimate.pessimistic]
