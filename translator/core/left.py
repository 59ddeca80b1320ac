"""What is left to say about one scope.

The one count that the overview, the list of projects, the answer pages and the document share, so that they never
contradict each other. In: the prompts of a use case or of the project, and how many questions people asked freely.
Out: Left.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from translator.core.answers import AnswerState
from translator.core.prompts import Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Hold counts. The document stays a draft while `needed`, `to_confirm` or `unknown_musts` is above zero.

    `needed`: must-questions without an answer, neither given nor read in the text. `to_confirm`: what counts because
    the text says so and nobody has confirmed it, of which `changed` were confirmed from words that it no longer says;
    an offer that changes nothing before somebody takes it is not among them. `unknown` names the
    questions answered with "I don't know", of which `unknown_musts` cannot stay so. `asked` were asked freely.
    """

    needed: int = 0
    to_confirm: int = 0
    changed: int = 0
    unknown: tuple[str, ...] = ()
    unknown_musts: int = 0
    asked: int = 0

    @property
    def open_questions(self) -> int:
        """Return how many questions wait for somebody to find out."""
        return len(self.unknown) + self.asked

    @property
    def for_marketing(self) -> int:
        """Return how much only marketing can settle: needed answers and confirmations."""
        return self.needed + self.to_confirm


def left_in(prompts: Iterable[Prompt], asked: int = 0) -> Left:
    """Count what is left among the prompts of one scope; `asked` questions were asked freely in it."""
    found = tuple(prompts)
    unknown = [p for p in found if p.answer is not None and p.answer.state is AnswerState.UNKNOWN]
    return Left(
        needed=sum(p.needed and not p.to_confirm for p in found),
        to_confirm=sum(p.needed and p.to_confirm for p in found),
        changed=sum(p.changed for p in found),
        unknown=tuple(p.question.id for p in unknown),
        unknown_musts=sum(p.question.must for p in unknown),
        asked=asked,
    )
