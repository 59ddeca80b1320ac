"""Priorities: how much a wish weighs, by the obligations and hedges of its clause ("has to", "ideally").

Step 2, a rule pass. In: candidates, and cues of kind `priority`. Out: the same candidates, weighed.
"""

from collections.abc import Sequence

from translator.core.reading.found import Found
from translator.core.reading.words import NONE, Word

# A hedge softens the obligation beside it ("ideally it must ..."); an obligation outweighs a plain wish.
_ORDER = ("could", "must", "should")


def with_priorities(words: Sequence[Word], found: list[Found]) -> list[Found]:
    """Return the candidates with the priority of their clause."""
    said = weights(words, found)
    for one in found:
        one.priority = said[one.begin]
    return found


def weights(words: Sequence[Word], found: Sequence[Found]) -> list[str]:
    """Return the priority of the clause that each word stands in, "" where nothing says."""
    clause = _clauses(words)
    said: dict[int, str] = {}
    for cue in (f for f in found if f.kind == "priority"):
        known = said.get(clause[cue.begin], cue.concept.role)
        said[clause[cue.begin]] = min(known, cue.concept.role, key=_ORDER.index)
    return [said.get(number, "") for number in clause]


def _clauses(words: Sequence[Word]) -> list[int]:
    """Return the number of the clause that each word stands in."""
    out, number = [], 0
    for word in words:
        number += word.brk != NONE
        out.append(number)
    return out
