"""Names: software that the lexicon does not know, told by how its name is written and by what stands before it.

Step 2, a rule pass. In: words and candidates. Out: further candidates of kind system: a word with a capital inside
("CleverReach"), or an unknown capitalised word or short form behind "in", "from", "out of", "into", "on", "through", in
a part of a sentence that speaks of keeping or moving data ("the list sits in Hemasoft", "we're all on Optix", "they
live in the PAS").
"""

import itertools
from collections.abc import Callable, Sequence

from translator.core.reading.found import Found
from translator.core.reading.lexicon import Concept
from translator.core.reading.words import NONE, STOP, Word, word_set

_NAMED = Concept(id="system.named", kind="system", value="=", forms=())
_BEFORE = frozenset({"in", "into", "from", "of", "through", "via", "on", "using", "use", "with"})
_ARTICLES = frozenset({"the", "our", "their", "its", "a"})
_KEEPING = word_set("""
    hold keep store sit live lie record list data task ticket export import pull come run work log see entry note
    history diary profile address contact stock all apply keyed held upload sync feed move migrate switch system
""")
_NO_SOFTWARE = word_set("""
    saas paas iot phd pdf csv gdpr vat nps roi kpi faq usp vip tripadvisor trustpilot yelp checkatrade
""")
_FURTHEST = 7
_SHORTEST = 4


def with_names(words: Sequence[Word], found: Sequence[Found], known: Callable[[Word], bool]) -> list[Found]:
    """Return the candidates and the software named in the text; `known` tells which words the lexicon or map has."""
    taken = {i for f in found if f.kind not in ("pattern", "background", "priority") for i in range(f.begin, f.end)}
    systems = {f.end - 1 for f in found if f.kind == "system"}
    named = []
    for i in range(len(words)):
        if i not in taken and (_is_software(words, i, known) or _follows_one(words, i, systems, known)):
            named.append(Found(_NAMED, i, i + 1, i, i + 1))
            systems.add(i)
    return [*found, *named]


def _follows_one(words: Sequence[Word], i: int, systems: set[int], known: Callable[[Word], bool]) -> bool:
    """Tell whether an unknown name stands beside software in a list ("FarmAction and Zorbix")."""
    listed = i > 1 and words[i].brk == NONE and words[i - 1].base in ("and", "or", "plus") and i - 2 in systems
    return listed and _is_name(words[i]) and not known(words[i])


def _is_name(word: Word) -> bool:
    """Tell whether a word is written as a name, or as a short form of three letters and more."""
    surface = word.surface
    long = len(surface) >= _SHORTEST or (len(surface) == _SHORTEST - 1 and surface.isupper())
    return long and surface.isalpha() and surface[0].isupper() and word.lower not in _NO_SOFTWARE


def _is_software(words: Sequence[Word], i: int, known: Callable[[Word], bool]) -> bool:
    surface = words[i].surface
    if not _is_name(words[i]):
        return False
    if _has_inner_capital(surface) and not surface.isupper():
        return not surface.startswith(("Mc", "Mac", "iP"))
    before = i - 1 - (i > 1 and words[i - 1].lower in _ARTICLES and surface.isupper())
    if known(words[i]) or before < 0 or any(w.brk != NONE for w in words[before + 1 : i + 1]):
        return False
    if words[before].base not in _BEFORE:
        return False
    near = range(max(before - _FURTHEST, 0), before)
    return any(words[j].base in _KEEPING for j in near if all(w.brk != STOP for w in words[j + 1 : i]))


def _has_inner_capital(surface: str) -> bool:
    """Tell whether a name is written as software is ("CleverMail", "LIMSoft"), not as an acronym's plural ("SKUs")."""
    if surface[:-1].isupper():
        return False
    return any(a.islower() and b.isupper() for a, b in itertools.pairwise(surface)) or surface[:3].isupper()
