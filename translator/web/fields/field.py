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


class Field:
    """Ask one question. `macro` names the macro that draws it."""

    macro: ClassVar[str]

    def __init__(self, question: Question) -> None:
        self.question = question

    def typed(self, form: Form) -> Typed:
        """Read what was sent with the form."""
        return Typed(values=form.all("values"))

    def shown(self, answer: Answer | None) -> Form:
        """Return a form filled with a stored or suggested answer; None leaves it empty."""
        return Form.of(values=answer.values if answer and answer.values else "")
