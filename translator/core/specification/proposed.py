"""Proposed: standard values that stand in a line while the question that would settle them is open.

Step 10. In: the bank, a translation. Out: one Proposed for each such line and question; the line and the question
both say so, and nobody reads a value as agreed that somebody still looks for.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from translator.core.bank.model import Bank
from translator.core.bank.tailored import StandardPlace, standard_places
from translator.core.dossier import Translation
from translator.core.requirements.model import OpenQuestion, Requirement
from translator.core.requirements.shared import ALIKE

_OPEN_VALUE = "to be agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Hold a value as it stands in the line with this id, and the open question that it waits for."""

    line: str
    words: str
    question: OpenQuestion


def proposed(bank: Bank, translation: Translation, asked: Iterable[OpenQuestion]) -> tuple[Proposed, ...]:
    """Return the values that are proposed until a question is answered, in the order of the lines."""
    waiting = {(q.use_case, q.question_id): q for q in asked if q.question_id}
    places: dict[str, list[StandardPlace]] = {}
    for place in standard_places(bank) if waiting else ():
        if place.slot.answer:
            places.setdefault(place.template.id, []).append(place)
    lines = (*translation.standard, *(r for chapter in translation.chapters for r in chapter.requirements))
    return tuple(one for line in lines if line.live for one in _in(line, places, waiting))


def _in(
    line: Requirement, places: Mapping[str, list[StandardPlace]], waiting: Mapping[tuple[int | None, str], OpenQuestion]
) -> Iterator[Proposed]:
    scopes = (line.use_case, None, *(part.use_case for part in line.shares))
    for place in places.get(line.key.removeprefix(ALIKE).partition(":")[0], ()):
        question = next((q for scope in scopes if (q := waiting.get((scope, place.slot.answer))) is not None), None)
        values = (value for value in place.values if value in line.sentence or value in line.fit)
        words = next((value for value in values if _OPEN_VALUE not in value), "")
        if question is not None and words:
            yield Proposed(line=line.id, words=words, question=question)
