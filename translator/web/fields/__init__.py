"""The fields: one small class a question type, and the one table that knows them all.

In: a question of the bank and what is stored or was typed. Out: the part of a form that asks it, and what the form
says. A new way to answer is a new file here, a new macro in templates/macros/fields.html and a line in the table.
"""

from collections.abc import Mapping
from types import MappingProxyType

from translator.core.bank.model import Question, QuestionType
from translator.web.fields.chosen import OneChoice, SeveralChoices, YesNo
from translator.web.fields.field import Field, Typed
from translator.web.fields.measured import Count, Duration, Percent
from translator.web.fields.written import Sentences

__all__ = ["FIELD_TYPES", "Field", "Typed", "field_for"]

FIELD_TYPES: Mapping[QuestionType, type[Field]] = MappingProxyType(
    {
        QuestionType.CHOICE: OneChoice,
        QuestionType.CHOICES: SeveralChoices,
        QuestionType.YES_NO: YesNo,
        QuestionType.TEXT: Sentences,
        QuestionType.NUMBER: Count,
        QuestionType.DURATION: Duration,
        QuestionType.PERCENT: Percent,
    }
)


def field_for(question: Question) -> Field:
    """Return the field that asks a question."""
    return FIELD_TYPES[question.type](question)
