"""What every errand needs on its desk, who runs it, and what it says after a save."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from translator.core.bank.model import Bank
from translator.services.remembered import Remembered
from translator.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Hold the store, the question bank and the clock. `now` gives a moment with its time zone.

    `remembered` saves counting again what did not change; it decides nothing. `house` is the bank of the house while
    `bank` is one project's own, None while they are the same.
    """

    db: Database
    bank: Bank
    now: Callable[[], datetime]
    house: Bank | None = None
    remembered: Remembered = field(default_factory=Remembered, compare=False, repr=False)

    @property
    def today(self) -> date:
        """Return the date of now, in the clock's own time zone."""
        return self.now().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Hold who is signed in. An administrator has no rights in projects that others have not given."""

    id: int
    name: str
    email: str
    administrator: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Say what a committed save came to.

    `version` is the one to send with the next save. `removed` counts the characters that no document can carry and
    that had to be taken out.
    """

    version: int
    at: datetime
    removed: int = 0
