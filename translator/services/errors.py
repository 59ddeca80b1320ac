"""What can go wrong in an errand, in errors that carry what the page needs to say.

TranslatorError (core)
+-- NotFound       absent, or not visible to this person: never told apart
+-- NotAllowed     a member without the right
+-- Conflict       somebody else saved first: both texts, nothing thrown away
+-- InputErrors    several inputs cannot be used: one InputError (core) each
"""

from collections.abc import Mapping
from dataclasses import dataclass

from translator.core.errors import InputError, TranslatorError


class NotFound(TranslatorError):  # noqa: N818 - it names the answer, which is no fault of anybody
    """Say that there is nothing here for this person. Foreign and absent give the same words on purpose."""

    def __init__(self) -> None:
        super().__init__("There is nothing here, or you are not a member of the project it belongs to.")


class NotAllowed(TranslatorError):  # noqa: N818
    """Say that a member lacks a right; `who_may` says in plain words who has it."""

    def __init__(self, right: str, who_may: str) -> None:
        super().__init__(f"You cannot do this here: it is for {who_may}.")
        self.right, self.who_may = right, who_may


_OWN = "You saved another version of this yourself meanwhile, perhaps in another tab."


@dataclass(frozen=True, slots=True)
class Clash:
    """Hold one field in which two people's texts differ."""

    field: str
    mine: str
    theirs: str


class Conflict(TranslatorError):  # noqa: N818
    """Say that another text was saved first. `version` is the one to send when saving again.

    `subject` is what was being saved, in words ("use case 2"). `mine` and `theirs` map the same field names to text.
    `own`: the same person saved both, from two pages. `by` is the name of who saved the other, "" when unknown.
    """

    def __init__(
        self,
        subject: str,
        mine: Mapping[str, str],
        theirs: Mapping[str, str],
        version: int,
        *,
        own: bool = False,
        by: str = "",
    ) -> None:
        super().__init__(_OWN if own else f"{by or 'Somebody else'} changed {subject} while you were writing.")
        self.subject, self.mine, self.theirs, self.version = subject, dict(mine), dict(theirs), version
        self.own, self.by = own, by

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Return the fields that differ, in the order they were sent."""
        pairs = ((field, mine, self.theirs.get(field, "")) for field, mine in self.mine.items())
        return tuple(Clash(field, mine, theirs) for field, mine, theirs in pairs if mine != theirs)


class InputErrors(TranslatorError):  # noqa: N818
    """Hold every input that cannot be used, in the order of the page; there is at least one."""

    def __init__(self, errors: tuple[InputError, ...]) -> None:
        super().__init__(" ".join(error.message for error in errors))
        self.errors = errors
