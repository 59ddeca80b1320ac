"""Options: row <-> core value. In: a row of `option`. Out: core.options.Option, and back."""

from types import MappingProxyType

from translator.core.estimates import ThreePoint
from translator.core.options import Meets, Option, Risk
from translator.storage import tables


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
        meets=MappingProxyType({key: Meets(word) for key, word in row.meets.items()}),
        recommended=row.recommended,
        chosen=row.chosen,
    )


def write_option(row: tables.Option, option: Option) -> None:
    """Put an option into its row; use case, person, moment and version are the caller's."""
    row.letter, row.name, row.how = option.letter, option.name, option.how
    row.one_off = points_to(option.one_off)
    row.yearly = points_to(option.yearly)
    row.weeks = points_to(option.weeks)
    row.risk, row.risk_note, row.gives_up = option.risk.value, option.risk_note, option.gives_up
    row.meets = {key: meets.value for key, meets in option.meets.items()}
    row.recommended, row.chosen = option.recommended, option.chosen


def points_from(kept: list[int] | None) -> ThreePoint | None:
    """Read [optimistic, likely, pessimistic]; None when nothing is estimated."""
    return None if kept is None else ThreePoint(*kept)


def points_to(estimate: ThreePoint | None) -> list[int] | None:
    """Write an estimate as [optimistic, likely, pessimistic]."""
    return None if estimate is None else [estimate.optimistic, estimate.likely, estimate.pessimistic]
