"""Options: the ways in which IT could meet a use case, so that the answer is never just yes or no.

Step 8.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from translator.core.estimates import ThreePoint

if TYPE_CHECKING:
    from collections.abc import Mapping


class Risk(StrEnum):
    """Name how likely an option is to go wrong."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Meets(StrEnum):
    """Say how far an option meets one requirement."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Hold one way to meet a use case.

    `letter` is A, B, C ... within the use case and never changes. Costs are in minor units of the project's
    currency; `weeks` is calendar time to first use. `how`, `risk_note` and `gives_up` may use Markdown. `meets` maps
    requirement keys; a key that is missing has not been judged. `changed_since_chosen`: it says something else now
    than when marketing chose it. `priced_for` maps the keys of requirements to digests of what they said when IT last
    saved it (requirements/suspect.py); empty where nobody knows.
    """

    letter: str
    name: str
    how: str = ""
    one_off: ThreePoint | None = None
    yearly: ThreePoint | None = None
    weeks: ThreePoint | None = None
    risk: Risk = Risk.MEDIUM
    risk_note: str = ""
    gives_up: str = ""
    meets: "Mapping[str, Meets]" = field(default_factory=lambda: MappingProxyType({}))
    recommended: bool = False
    chosen: bool = False
    changed_since_chosen: bool = False
    priced_for: "Mapping[str, str]" = field(default_factory=lambda: MappingProxyType({}))

    @property
    def priced(self) -> bool:
        """Tell whether cost and time are all stated."""
        return None not in (self.one_off, self.yearly, self.weeks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Hold what must be or was decided. `outcome` is "" while it is open. `use_case` None = the whole project.

    `about` names the conflict that it settles, "" for none.
    """

    use_case: int | None
    what: str
    owner: str = ""
    due: str = ""
    outcome: str = ""
    reason: str = ""
    decided_by: str = ""
    decided_on: str = ""
    about: str = ""
