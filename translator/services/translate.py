"""Translate a file of use cases into a specification at once, without a store and without pages.

In: a file of use cases and, where there is one, a file of answers. Out: the document, and what to tell the person.
Suggested answers are taken as assumed; whatever nobody said becomes an open question.
"""

from dataclasses import dataclass, replace
from datetime import date

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import Bank
from translator.core.dossier import Dossier, Translation, Work
from translator.core.errors import InputError
from translator.core.pipeline import specify, translate
from translator.core.project import Project
from translator.core.prompts import Prompt
from translator.core.specification.editions import in_edition
from translator.core.specification.model import Edition
from translator.export import EXPORTERS
from translator.intake import Answers, read_answers, read_use_cases


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """Hold a written document, the notices about its source, and counts of what is in it."""

    data: bytes
    notices: tuple[str, ...]
    use_cases: int
    requirements: int
    open_questions: int


def translate_file(
    bank: Bank,
    name: str,
    data: bytes,
    ending: str,
    *,
    answers: bytes | None = None,
    edition: Edition = Edition.WHOLE,
    prepared_on: date,
) -> Translated:
    """Translate the file `name` holding `data` into a document of the format `ending` (".docx" or "docx").

    Raise InputError for a file, an answer or an ending that cannot be used.
    """
    kind = ending.lower().removeprefix(".")
    if kind not in EXPORTERS:
        raise InputError(f"The document can be written as {', '.join(f'.{e}' for e in EXPORTERS)}.", "ending")
    intake = read_use_cases(name, data)
    given = read_answers(answers, bank, intake.ids) if answers else Answers(project=AnswerSheet(), use_cases={})
    works = tuple(Work(use_case=u, answers=given.use_cases.get(u.number, AnswerSheet())) for u in intake.use_cases)
    project = Project(name=name.rsplit(".", 1)[0])
    translation = _asked_openly(bank, Dossier(project=project, works=works, answers=given.project))
    return Translated(
        data=EXPORTERS[kind][0](in_edition(specify(bank, translation, prepared_on), edition)),
        notices=intake.notices,
        use_cases=len(works),
        requirements=sum(len(c.requirements) for c in translation.chapters) + len(translation.standard),
        open_questions=sum(len(c.open_questions) for c in translation.chapters) + len(translation.open_questions),
    )


def _asked_openly(bank: Bank, dossier: Dossier) -> Translation:
    """Translate, with every question that neither the text nor the answers answer noted as not known."""
    first = translate(bank, dossier)
    works = tuple(
        replace(chapter.work, answers=_opened(chapter.work.answers, chapter.prompts)) for chapter in first.chapters
    )
    return translate(bank, replace(dossier, works=works, answers=_opened(dossier.answers, first.prompts)))


def _opened(sheet: AnswerSheet, prompts: tuple[Prompt, ...]) -> AnswerSheet:
    for prompt in prompts:
        if prompt.answer is None and prompt.suggestion is None:
            sheet = sheet.with_answer(Answer(question=prompt.question.id, state=AnswerState.UNKNOWN))
    return sheet
