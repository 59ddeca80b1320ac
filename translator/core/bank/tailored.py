"""A bank tailored to one project: the topics that it rules out are gone, and IT's own standard values stand in place.

In: the bank that a project works with, and what its people settled. Out: another bank; every step of the way takes it
as it would take the first.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from translator.core.bank.model import Bank, Slot, Template


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOut:
    """Hold a topic that a project rules out, who did and why."""

    topic: str
    reason: str
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnValue:
    """Hold a standard value as IT set it; `key` is "template id/place", `reason` may be ""."""

    key: str
    value: str
    reason: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardPlace:
    """Hold one place of a standard line whose value can be set: which line, and what stands there unset."""

    key: str
    template: Template
    slot: Slot

    @property
    def values(self) -> tuple[str, ...]:
        """Return the values that the bank knows, the one for no special case last."""
        return tuple(choice.words for choice in self.slot.standards) or (self.slot.otherwise,)


def standard_places(bank: Bank) -> tuple[StandardPlace, ...]:
    """Return the places that IT may set, in the order of the document."""
    return tuple(_places(bank))


def tailored(bank: Bank, ruled_out: Collection[str] = (), own: Iterable[OwnValue] = ()) -> Bank:
    """Return the bank without these topics, and with these values; one whose place is no more is passed over."""
    set_here = {value.key: value for value in own}
    if not ruled_out and not set_here:
        return bank
    gone = frozenset(ruled_out)
    return replace(
        bank,
        questions=tuple(q for q in bank.questions if q.topic not in gone),
        templates=tuple(_with_values(t, set_here) for t in bank.templates if t.topic not in gone),
    )


def _places(bank: Bank) -> Iterator[StandardPlace]:
    for template in bank.templates:
        for name, slot in template.slots.items():
            if slot.standards or (template.standard and slot.otherwise):
                yield StandardPlace(key=f"{template.id}/{name}", template=template, slot=slot)


def _with_values(template: Template, own: Mapping[str, OwnValue]) -> Template:
    found = {name: own[f"{template.id}/{name}"] for name in template.slots if f"{template.id}/{name}" in own}
    if not found:
        return template
    slots = {name: _set(slot, found[name]) if name in found else slot for name, slot in template.slots.items()}
    return replace(template, slots=slots)


def _set(slot: Slot, own: OwnValue) -> Slot:
    unset = " or ".join(f"“{words}”" for words in (*(c.words for c in slot.standards), slot.otherwise) if words)
    because = f": {own.reason}" if own.reason else ""
    credit = f"{own.person or 'IT'} set “{own.value}” in place of {unset}{because}"
    return replace(slot, standards=(), otherwise=own.value, credit=credit)
