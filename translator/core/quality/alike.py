"""Lines that say the same in other words or in another order.

Step 6. In: requirements. Out: groups of two or more, where at least one was written by hand: what the bank drafts
twice is shared elsewhere. Linear in the number of lines: only lines with the same rarest words are compared.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from translator.core.requirements.model import Requirement, Status

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "each", "every", "for", "from", "in", "into", "is",
    "it", "its", "of", "on", "or", "out", "shall", "system", "supplier", "that", "the", "their", "them", "then",
    "this", "to", "when", "while", "where", "if", "with", "within", "use", "case",
})  # fmt: skip
_ALIKE = 0.8  # share of all words that two lines have in common, by Jaccard
_LEAST = 3
_RARE = 3
_BY_HAND = (Status.EDITED, Status.ADDED)


def alike(lines: Iterable[Requirement]) -> tuple[tuple[Requirement, ...], ...]:
    """Return the groups in the order of their first lines; quoted words count like any others."""
    found = [(line, words) for line in lines if len(words := words_of(line.sentence)) >= _LEAST]
    often = Counter(word for _, words in found for word in words)
    index: dict[str, list[int]] = defaultdict(list)
    for place, (_, words) in enumerate(found):
        for word in sorted(words, key=lambda w: (often[w], w))[:_RARE]:
            index[word].append(place)
    groups: list[tuple[Requirement, ...]] = []
    told: set[int] = set()
    for place, (line, words) in enumerate(found):
        if line.status not in _BY_HAND or place in told:
            continue
        near = {other for word in words for other in index[word] if other != place}
        same = sorted(o for o in near if o not in told and _same(words, found[o][1]))
        if same:
            told |= {place, *same}
            groups.append(tuple(found[o][0] for o in sorted((place, *same))))
    return tuple(groups)


def words_of(sentence: str) -> frozenset[str]:
    """Return the words of a sentence that carry its meaning, without the ending of the plural."""
    words = (word.removesuffix("s") if len(word) > _LEAST else word for word in _WORD.findall(sentence.casefold()))
    return frozenset(word for word in words if word not in _EMPTY)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)
