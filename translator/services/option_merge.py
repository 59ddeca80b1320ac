"""Two people in one option: what only one of them changed is kept, what both changed is asked.

In: three forms of the same option as strings: as I saw it, as I send it, as it stands. Out: the form that keeps both,
and the parts that somebody has to settle. The three points of an estimate are one part: half of mine and half of
theirs would be an estimate that nobody made.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translator.services.errors import Conflict
from translator.services.option_form import POINTS

Fields = Mapping[str, str]
_ESTIMATES = ("one_off", "yearly", "weeks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Hold the form that keeps what only one person changed.

    `asked` are the parts that both changed, in the order of the form; in `fields` they hold mine. `taken` are those
    that only the other person changed.
    """

    fields: Fields
    asked: tuple[str, ...]
    taken: tuple[str, ...]


class OptionConflict(Conflict):
    """Say that two people changed the same parts of an option; `merged` holds all that needs no question."""

    def __init__(self, conflict: Conflict, letter: str, merged: Merged) -> None:
        super().__init__(
            conflict.subject, conflict.mine, conflict.theirs, conflict.version, own=conflict.own, by=conflict.by
        )
        self.letter, self.merged = letter, merged


def merge(seen: Fields, mine: Fields, theirs: Fields) -> Merged:
    """Lay two changes of one form over each other. A field that was not seen counts as changed by both."""
    fields, asked, taken = dict(theirs), [], []
    for part, names in parts(mine):
        sent, stands, was = (tuple(form.get(name, "") for name in names) for form in (mine, theirs, seen))
        was_seen = all(name in seen for name in names)
        if sent == stands or (was_seen and sent == was):
            if sent != stands:
                taken.append(part)
            continue
        fields.update(zip(names, sent, strict=True))
        if not (was_seen and stands == was):
            asked.append(part)
    return Merged(fields=fields, asked=tuple(asked), taken=tuple(taken))


def parts(fields: Fields) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of a form with the names of their fields, in the form's order."""
    for name in fields:
        estimate = next((e for e in _ESTIMATES if name.startswith(f"{e}_")), "")
        if not estimate:
            yield name, (name,)
        elif name == f"{estimate}_{POINTS[0]}":
            yield estimate, tuple(f"{estimate}_{point}" for point in POINTS)
