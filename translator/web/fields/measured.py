"""Fields for a number with its unit. What "30.000" or "10k" means is for the services to say."""

from translator.core.answers import Answer
from translator.services.answer_values import DURATION_UNITS
from translator.web.fields.field import Field, Typed
from translator.web.forms import Form


class Count(Field):
    """Ask for a count in one of the question's units."""

    macro = "count"

    @property
    def units(self) -> tuple[str, ...]:
        """Return the units to choose from, as the bank writes them."""
        return self.question.units

    def typed(self, form: Form) -> Typed:
        """Read the number and its unit."""
        return Typed(number=form.text("number"), unit=form.text("unit"))

    def shown(self, answer: Answer | None) -> Form:
        """Fill in the number as people write it, and its unit."""
        if answer is None or answer.number is None:
            return Form.of(number="", unit="")
        return Form.of(number=_written(answer.number), unit=answer.unit)


class Duration(Count):
    """Ask for a length of time."""

    macro = "duration"

    @property
    def units(self) -> tuple[str, ...]:
        """Return the question's own periods, or all of them."""
        return self.question.units or DURATION_UNITS

    def shown(self, answer: Answer | None) -> Form:
        """Fill in the answer; without one, choose the unit that the example is given in."""
        if answer is not None and answer.number is not None:
            return super().shown(answer)
        usual = next((unit for unit in self.units if unit in self.question.example), self.units[0])
        return Form.of(number="", unit=usual)


class Percent(Count):
    """Ask for a share of a hundred."""

    macro = "percent"


def _written(number: float) -> str:
    """Write a number so that it reads back as itself: "40,000", "2.5"."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.12g}"
