"""The project: one commercial objective that marketing and IT deliver together.

Step 0. These are facts that people state; nothing here is derived.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Hold one person of a project. `side` is "marketing", "it", "both" or "reader"; a lead may sign for the side."""

    name: str
    side: str
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Hold what a project states about itself.

    `budget` is in minor units of `currency` (ISO 4217), None when not stated. The three questions that every
    purchase must answer are `problem`, `success` (in 12 months) and `proof` (how we will know); "" = unanswered.
    Prose fields may use Markdown.
    """

    name: str
    objective: str = ""
    problem: str = ""
    success: str = ""
    proof: str = ""
    currency: str = "EUR"
    budget: int | None = None
    deadline: date | None = None
    members: tuple[Member, ...] = ()
