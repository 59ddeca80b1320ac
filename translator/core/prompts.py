"""Prompts: which questions this use case needs now, most important first, each with a suggestion where the text
gives one.

Step 3. In: the bank, a reading, the answers so far. Out: prompts in the order to ask them.
"""

from dataclasses import dataclass

from translator.core.answers import Answer
from translator.core.bank.model import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Hold one question put to one use case (or to the project) now.

    `suggestion` is what the text already says, as an ASSUMED answer with its quote. `answer` is what was said so
    far, None while nothing was.
    """

    question: Question
    suggestion: Answer | None
    answer: Answer | None

    @property
    def open(self) -> bool:
        """Tell whether it still waits for a person (nothing said, or skipped)."""
        return self.answer is None or self.answer.state.value == "skipped"
