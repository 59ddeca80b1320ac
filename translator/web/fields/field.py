"""What every field can do: name its macro, show a stored answer, and read what was typed."""

from dataclasses import dataclass
from typing import ClassVar

from translator.core.answers import Answer
from translator.core.bank.model import Question
from translator.web.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Hold what a form says to one question, as strings; the names are those of services.answer.save_answer."""

    values: tuple[str, ...] = ()
    number: str = ""
    unit: str = ""

    @property
    def blank(self) -> bool:
        """Tell whether nothing was typed or chosen. A unit alone says nothing: it is chosen beforehand."""
        return not self.number.strip() and not any(value.strip() for value in self.values)


class Field:
    """Ask one question. `macro` names the macro that draws it, `grouped` whether it is a group under a legend."""

    macro: ClassVar[str]
    grouped: ClassVar[bool] = False

    def __init__(self, question: Question) -> None:
        self.question = question

    @property
    def first(self) -> str:
        """Return the id of the element that an error leads to."""
        return "values"

    def typed(self, form: Form) -> Typed:
        """Read what was sent with the form."""
        return Typed(values=form.all("values"))

    def shown(self, answer: Answer | None) -> Form:
        """Return a form filled with a stored or suggested answer; None leaves it empty."""
        return Form.of(values=answer.values if answer else ())
