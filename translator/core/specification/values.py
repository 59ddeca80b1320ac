"""Values as a reader writes them: what was answered, in labels and figures (10 %).

Step 10. In: an answer with its question. Out: words for a table.
"""

from translator.core.answers import Answer
from translator.core.bank.model import Question, QuestionType
from translator.core.requirements.wording import amount
from translator.core.specification.figures import number


def answer_words(question: Question, answer: Answer) -> str:
    """Write an answer as a reader expects it: labels instead of ids, a number with its unit."""
    if answer.number is not None:
        return _figure(answer.number, "percent" if question.type is QuestionType.PERCENT else answer.unit)
    labels = ((question.choice(value), value) for value in answer.values)
    return "; ".join(choice.label if choice else value for choice, value in labels)


def _figure(value: float, unit: str) -> str:
    if unit in ("percent", "%"):
        return f"{number(value)}\N{NO-BREAK SPACE}%"
    return amount(value, unit)
