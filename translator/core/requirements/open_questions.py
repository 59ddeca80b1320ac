"""Open questions: what nobody knows yet, with who finds out and by when.

Step 4. In: the prompts of one use case or of the project. Out: open questions in the order of the prompts.
"""

from translator.core.answers import Answer, AnswerState
from translator.core.bank.model import Bank
from translator.core.prompts import Prompt
from translator.core.requirements.model import OpenQuestion


def open_questions(bank: Bank, prompts: tuple[Prompt, ...], use_case_number: int | None) -> tuple[OpenQuestion, ...]:
    """Return what was answered with "I don't know", and what must be known and nobody has answered.

    A must-question that the text answers stays open until a person confirms it; pass prompts whose answers are
    assumed to let the text count.
    """
    known = {question.id for question in bank.questions}
    return tuple(
        _asked(prompt, use_case_number) for prompt in prompts if prompt.question.id in known and _waits(prompt)
    )


def _waits(prompt: Prompt) -> bool:
    """Tell whether nobody knows it yet; what was confirmed stays known while the text says something else."""
    return _unknown(prompt.answer) or (prompt.question.must and prompt.open and not prompt.changed)


def _unknown(answer: Answer | None) -> bool:
    return answer is not None and answer.state is AnswerState.UNKNOWN


def _asked(prompt: Prompt, use_case_number: int | None) -> OpenQuestion:
    answer = prompt.answer if _unknown(prompt.answer) else None
    return OpenQuestion(
        use_case=use_case_number,
        question_id=prompt.question.id,
        text=prompt.question.text,
        it_wording=prompt.question.it_wording,
        why=prompt.question.why,
        must=prompt.question.must,
        owner=answer.owner if answer else "",
        due=answer.due if answer else None,
    )
