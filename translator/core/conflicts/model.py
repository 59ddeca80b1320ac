"""Positions and conflicts: what one place says, and what contradicts until people decide."""

from dataclasses import dataclass, field

from translator.core.bank.sharing import Clash
from translator.core.options import Decision
from translator.core.requirements.model import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Hold what one use case says on one clash; `use_case` None is the project.

    `says` names it for ever, `words` are for people, `quote` is the text it was read in, "" for an answer. `needs`: it
    stands on the other side of the clash (it asks for information to be there, and not for how long it is kept; it
    rules a channel out; it is a last day or a limit). `size` is what amounts compare by: seconds, a rate a second, a
    day, money; None for a choice. `subject` tells several contradictions of one clash apart, `about` is what it speaks
    of in the text. `question` is the one that this is, or would be, an answer to; `given` is that answer.
    """

    clash: str
    use_case: int | None
    says: str
    words: str
    quote: str = ""
    needs: bool = False
    size: float | None = None
    subject: str = ""
    about: frozenset[str] = field(default=frozenset())
    question: str = ""
    given: Given | None = None

    @property
    def place(self) -> str:
        """Return who says it: "UC2", or "The project"."""
        return f"UC{self.use_case}" if self.use_case else "The project"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Hold one contradiction. `earlier` was decided about the same thing when use cases said something else.

    `name` is what it is about, its subject included.
    """

    clash: Clash
    name: str
    key: str
    positions: tuple[Position, ...]
    decision: Decision | None = None
    earlier: Decision | None = None

    @property
    def settled(self) -> bool:
        """Tell whether people have decided about it as it stands."""
        return self.decision is not None and bool(self.decision.outcome)

    @property
    def reopened(self) -> bool:
        """Tell whether it was decided before and what use cases say is another thing since."""
        return not self.settled and self.earlier is not None


def gone(about: str) -> str:
    """Return what a decision is about once its conflict is no more, so that it does not settle one that comes back."""
    return about if about.endswith(":gone") else f"{about}:gone"
