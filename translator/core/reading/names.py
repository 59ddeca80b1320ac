"""Names: software that the lexicon does not know, told by how its name is written and by what stands before it.

Step 2, a rule pass. In: words and candidates. Out: further candidates of kind system: a word with a capital inside
("CleverReach"), or an unknown capitalised word behind "in", "from", "out of", "into" in a part of a sentence that
speaks of keeping or moving data ("the list sits in Hemasoft").
"""

import itertools
from collections.abc import Callable, Sequence

from translator.core.reading.found import Found
from translator.core.reading.lexicon import Concept
from translator.core.reading.words import NONE, STOP, Word, word_set

_NAMED = Concept(id="system.named", kind="system", value="=", forms=())
_BEFORE = frozenset({"in", "into", "from", "of"})
_KEEPING = word_set("""
    hold keep store sit live lie record list data task ticket export import pull come run work log see entry note
    history diary profile address contact stock
""")
_FURTHEST = 7
_SHORTEST = 4


def with_names(words: Sequence[Word], found: Sequence[Found], known: Callable[[Word], bool]) -> list[Found]:
    """Return the candidates and the software named in the text; `known` tells which words the lexicon or map has."""
    taken = {i for f in found if f.kind not in ("pattern", "background", "priority") for i in range(f.begin, f.end)}
    named = [
        Found(_NAMED, i, i + 1, i, i + 1)
        for i, word in enumerate(words)
        if i not in taken and len(word.surface) >= _SHORTEST and _is_software(words, i) and not known(word)
    ]
    return [*found, *named]


def _is_software(words: Sequence[Word], i: int) -> bool:
    surface = words[i].surface
    if not surface.isalpha() or not surface[0].isupper() or surface.isupper():
        return False
    if _has_inner_capital(surface):
        return not surface.startswith(("Mc", "Mac"))
    if i == 0 or words[i].brk == STOP or words[i].brk != NONE or words[i - 1].base not in _BEFORE:
        return False
    start = max(i - _FURTHEST, 0)
    near = range(start, i - 1)
    return any(words[j].base in _KEEPING for j in near if all(w.brk != STOP for w in words[j + 1 : i]))


def _has_inner_capital(surface: str) -> bool:
    """Tell whether a name is written as software is ("CleverMail", "LIMSoft"), not as an acronym's plural ("SKUs")."""
    if surface[:-1].isupper():
        return False
    return any(a.islower() and b.isupper() for a, b in itertools.pairwise(surface)) or surface[:3].isupper()
