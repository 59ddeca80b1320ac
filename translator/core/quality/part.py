"""What the check of the whole looks at and what it says: parts of a project, and findings about the set. Step 6."""

from collections.abc import Sequence
from dataclasses import dataclass

from translator.core.answers import AnswerSheet
from translator.core.prompts import Prompt
from translator.core.reading.model import Reading
from translator.core.requirements.model import Requirement
from translator.core.requirements.wording import listed
from translator.core.text import UseCase

WHOLE = "ISO/IEC/IEEE 29148:2018, 5.2.6"
"""Where the characteristics of a set of requirements stand."""

SHOWN = 3
"""How many things a sentence names before it says "and 5 more"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFinding:
    """Hold one fault of the set.

    `code` is a short stable word, `rule` its source. `message` says what is missing and why it matters, `suggestion`
    what to do. `use_case` is None for the whole project. `question` is the id of the question that would settle it,
    `of_project` tells that the project answers it; `lines` are the ids of the requirements concerned.
    """

    code: str
    rule: str
    message: str
    suggestion: str
    use_case: int | None = None
    question: str = ""
    of_project: bool = False
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Hold what is checked of one use case, or of the project itself (`use_case` None, no reading).

    `answers` are those that count: people's, and what the text lets us assume.
    """

    use_case: UseCase | None = None
    reading: Reading | None = None
    prompts: tuple[Prompt, ...]
    answers: AnswerSheet
    requirements: tuple[Requirement, ...]

    @property
    def number(self) -> int | None:
        """Return the number of the use case, None for the project."""
        return self.use_case.number if self.use_case else None

    @property
    def live(self) -> list[Requirement]:
        """Return the requirements that go into the document."""
        return [r for r in self.requirements if r.live]

    def answered(self, question: str) -> bool:
        """Tell whether there is an answer that says something."""
        answer = self.answers.get(question)
        return answer is not None and answer.known


def some(things: Sequence[str]) -> str:
    """Join the first things as an enumeration: "a, b, c and 5 more"."""
    more = len(things) - SHOWN
    return listed([*things[:SHOWN], f"{more} more"]) if more > 0 else listed(things)


def quoted(words: Sequence[str]) -> str:
    """Join the first words, each in quotation marks."""
    return some([f"“{word}”" for word in words])


def forms(things: Sequence[str], one: str, more: str) -> str:
    """Return the form of a word that fits how many things there are."""
    return one if len(things) == 1 else more
