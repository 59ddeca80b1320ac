"""Projects of several use cases over the real question bank, given by their answers."""

from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import translate
from translator.core.project import Project
from translator.core.text import UseCase

TEXT = "When a card is refused, send an e-mail to the customer."
MESSAGE = {"outcome": ("message",), "start": ("event",)}


def said(**answers):
    """Answer questions: choices as tuples of ids, numbers as (number, unit)."""
    sheet = []
    for question, value in answers.items():
        number, unit = value if isinstance(value[0], float) else (None, "")
        values = () if number is not None else tuple(value)
        state = AnswerState.STATED
        sheet.append(Answer(question=question, state=state, values=values, number=number, unit=unit))
    return AnswerSheet(tuple(sheet))


def translated(*sheets, edits=(), own=(), narrative=TEXT):
    works = [
        Work(
            use_case=UseCase(number=number, title=f"Case {number}", narrative=narrative),
            answers=said(**{**MESSAGE, **answers}),
            edits=tuple(edit for edit in edits if edit.use_case == number),
        )
        for number, answers in enumerate(sheets, 1)
    ]
    return translate(load_bank(), Dossier(project=Project(name="P"), works=tuple(works), edits=own))
