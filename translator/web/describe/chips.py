"""Chips: what was understood, grouped by kind, each with the words it rests on and a plain explanation.

In: a reading. Out: groups in the order a reader expects (who, where, when ...), and what the text rules out apart.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from translator.core.reading.explain import KIND_NAMES, Explanation, explain, label_of
from translator.core.reading.model import Added, Kind, Reading, Rejection, Signal
from translator.core.text import Span, clean_text
from translator.web.describe.marking import means_of
from translator.web.describe.marks import InBrowser

_ORDER = (
    Kind.ACTOR, Kind.CHANNEL, Kind.TIMING, Kind.DATA, Kind.SYSTEM,
    Kind.CONSENT, Kind.CONSTRAINT, Kind.VOLUME, Kind.KPI, Kind.GEOGRAPHY,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """Hold one signal as the page shows it, or several that say the same in the same words.

    `start` and `end` are the evidence in UTF-16 units, `also` the other places where the same words stand. `about` is
    None of what was rejected. `token` is what the page sends back to reject it. `means` and `value` fill the control
    that corrects it. `who` ("you", a name) said so, "" when it was read.
    """

    label: str
    kind: str
    evidence: str
    about: Explanation | None
    start: int
    end: int
    negated: bool
    token: str
    means: str = ""
    value: str = ""
    who: str = ""
    also: tuple[Span, ...] = ()

    @property
    def times(self) -> int:
        """Return how often the text says it."""
        return 1 + len(self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipGroup:
    """Hold the chips of one kind under its plain name."""

    name: str
    chips: tuple[Chip, ...]


def groups_of(reading: Reading, me: str) -> tuple[ChipGroup, ...]:
    """Return what the text asks for, one group a kind; kinds without a signal are left out. `me` is who looks."""
    places = InBrowser(reading.text)
    found = ((kind, _merged(_chip(s, places.span(s.span), me) for s in reading.of(kind))) for kind in _ORDER)
    return tuple(ChipGroup(name=KIND_NAMES[kind], chips=chips) for kind, chips in found if chips)


def ruled_out(reading: Reading, me: str) -> tuple[Chip, ...]:
    """Return what the text rules out, in the order of the text."""
    places = InBrowser(reading.text)
    return _merged(_chip(signal, places.span(signal.span), me) for signal in reading.excluded)


def added_chips(additions: Iterable[Added], me: str) -> tuple[Chip, ...]:
    """Return what people said of words, wherever those stand now."""
    nowhere = Span(0, 0)
    return tuple(
        _chip(
            Signal(
                kind=a.kind, value=a.value, role=a.role, negated=a.negated, evidence=a.evidence, span=nowhere,
                said_by=a.person,
            ),
            nowhere,
            me,
        )
        for a in additions
    )  # fmt: skip


def rejected_chips(rejections: Iterable[Rejection]) -> tuple[Chip, ...]:
    """Return what a person said was not meant, so that it can be taken back."""
    return tuple(
        Chip(
            label=r.value, kind=KIND_NAMES[r.kind], evidence=r.evidence, about=None,
            start=0, end=0, negated=False, token=token_of(r),
        )
        for r in rejections
    )  # fmt: skip


def token_of(thing: Rejection | Added | Signal) -> str:
    """Write what names a signal into one form value."""
    return json.dumps([thing.kind.value, thing.value, thing.evidence], ensure_ascii=False)


def named_by(token: str) -> tuple[str, str, str] | None:
    """Read kind, value and evidence back from a form value, None when it is not one of ours."""
    try:
        parts = json.loads(token)
    except (ValueError, RecursionError):
        return None
    if not isinstance(parts, list) or len(parts) != 3 or not all(isinstance(part, str) for part in parts):  # noqa: PLR2004
        return None
    # JSON can write what no text may hold, such as half a character: no page could show it.
    kind, value, evidence = (clean_text(part).text for part in parts)
    return kind, value, evidence


def _merged(chips: Iterable[Chip]) -> tuple[Chip, ...]:
    """Make one chip of those that say the same in the same words; the first one stands for all, as a rejection does."""
    found: dict[tuple[str, ...], Chip] = {}
    for chip in chips:
        key = (chip.token.casefold(), chip.means, chip.label.casefold(), chip.who)
        first = found.get(key)
        found[key] = replace(first, also=(*first.also, Span(chip.start, chip.end))) if first else chip
    return tuple(found.values())


def _chip(signal: Signal, place: Span, me: str) -> Chip:
    who = "you" if signal.said_by == me else signal.said_by
    return Chip(
        label=label_of(signal),
        kind=KIND_NAMES[signal.kind],
        evidence=signal.evidence,
        about=explain(signal, who),
        start=place.start,
        end=place.end,
        negated=signal.negated,
        token=token_of(signal),
        means=means_of(signal),
        value=signal.value,
        who=who,
    )
