"""What a reading is made of: signals, each with the exact characters it rests on."""

from dataclasses import dataclass, replace
from enum import StrEnum

from translator.core.text import Span


class Kind(StrEnum):
    """Name the ten kinds of signal, and the deeds: what the system is asked to do, kept beside them in a reading."""

    ACTOR = "actor"
    CHANNEL = "channel"
    DATA = "data"
    SYSTEM = "system"
    TIMING = "timing"
    KPI = "kpi"
    VOLUME = "volume"
    GEOGRAPHY = "geography"
    CONSENT = "consent"
    CONSTRAINT = "constraint"
    DEED = "deed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Hold a number that the text states.

    `number` is exact; `unit` is a word of the unit table ("EUR", "percent", "share", "day") or the thing counted
    ("customer"); `per` is the period it is counted in ("month"), "" when the text names none.
    """

    number: float
    unit: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Hold one thing that was understood.

    `value` is a word of a closed vocabulary where one exists (channel, timing), else the bank's label or the text
    itself, lower case. `role` says which actor (audience, internal, partner) or which timing (trigger, latency,
    offset, cadence, window, calendar). `negated` means that the text rules the thing out. `concept` is the bank's id
    of what was recognised, "" when a rule and no concept found it. `priority` is "must", "should" or "could"
    where words of the same clause say so ("has to", "ideally"), else "". `said_by` is who marked the words, "" when
    they were read.
    """

    kind: Kind
    value: str
    span: Span
    evidence: str
    negated: bool = False
    role: str = ""
    concept: str = ""
    quantity: Quantity | None = None
    priority: str = ""
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Remember that a person said "no, we did not mean that". It holds by words, so it survives edits elsewhere."""

    kind: Kind
    value: str
    evidence: str

    def hits(self, signal: Signal) -> bool:
        """Tell whether the signal is the one that was rejected (evidence compared without case)."""
        return (self.kind, self.value, self.evidence.casefold()) == (
            signal.kind,
            signal.value,
            signal.evidence.casefold(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Remember what a person said that words mean. It holds by words, wherever they stand in the text.

    `instead_of` is what had been read, when this corrects it: that is rejected as long as the correction stands.
    """

    kind: Kind
    value: str
    evidence: str
    role: str = ""
    negated: bool = False
    person: str = ""
    instead_of: Rejection | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what was understood from one text; signals in order of start, then end.

    `pattern` names the kind of use case ("event-triggered message", "score", "single view" ...) and `rung` how far up
    the ladder it stands ("data assembly" ... "orchestration", see ladder.RUNGS); both "" where the text does not say.
    `measure` is the measure of success as the marketer wrote it beside the text, "" when not stated. `deeds` are what
    the text asks the system to do ("look up", "scan"), and the wishes that the lexicon has no name for ("wish").
    """

    text: str
    signals: tuple[Signal, ...]
    pattern: str = ""
    rung: str = ""
    measure: str = ""
    deeds: tuple[Signal, ...] = ()

    @property
    def wanted(self) -> tuple[Signal, ...]:
        """Return the signals that the text asks for."""
        return tuple(s for s in self.signals if not s.negated)

    @property
    def excluded(self) -> tuple[Signal, ...]:
        """Return the signals that the text rules out."""
        return tuple(s for s in self.signals if s.negated)

    def of(self, kind: Kind) -> tuple[Signal, ...]:
        """Return the wanted signals of one kind."""
        return tuple(s for s in self.signals if s.kind is kind and not s.negated)

    def without(self, rejections: tuple[Rejection, ...]) -> "Reading":
        """Return the reading less everything that a person rejected."""
        kept = tuple(s for s in self.signals if not any(r.hits(s) for r in rejections))
        return replace(self, signals=kept)

    def with_added(self, added: tuple[Signal, ...]) -> "Reading":
        """Return the reading with what people marked; it takes the place of what was read of the same words and kind.

        See reading/added.py for where an Added stands.
        """
        taken = {(s.kind, s.span) for s in added}
        kept = (s for s in self.signals if (s.kind, s.span) not in taken)
        return replace(self, signals=tuple(sorted((*kept, *added), key=lambda s: (s.span.start, s.span.end))))
