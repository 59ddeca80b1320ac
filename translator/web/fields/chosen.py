"""Fields to choose in: one answer, several, or yes and no."""

from translator.core.bank.model import Choice
from translator.web.fields.field import Field

_YES_NO = (Choice(id="yes", label="Yes"), Choice(id="no", label="No"))


class OneChoice(Field):
    """Ask for one of the choices."""

    macro = "one_choice"

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the choices, in the order of the bank."""
        return self.question.choices


class SeveralChoices(OneChoice):
    """Ask for any number of the choices."""

    macro = "several_choices"


class YesNo(OneChoice):
    """Ask for yes or no, in the bank's words where it has its own."""

    macro = "yes_no"

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the two choices."""
        return self.question.choices or _YES_NO
