"""Scope: where a clause or phrase ends, counted in words.

Step 2. In: words and a word to start from. Out: the word after the last one that still belongs.
"""

from collections.abc import Sequence

from translator.core.reading.words import NONE, Word, word_set

LONGEST = 16
_CLAUSE_ENDS = word_set("but because so although though unless while until then")
# Behind a who-clause or a condition these begin what is asked for.
_MAIN_VERBS = frozenset({"should", "must", "will", "shall", "becom", "become"})
_MAIN_FORMS = frozenset({"gets", "goes", "receives", "becomes", "sees", "hears", "can't", "cannot"})
_PHRASE_ENDS = _CLAUSE_ENDS | word_set(
    """
    and or for who whose which that when if in on at to from with as be will should must can have get just only
    please where until before after
"""
)
_SUBJECTS = word_set(
    """
    we i they it he she you please send give tell show let then
"""
)


def clause_end(words: Sequence[Word], at: int, longest: int = LONGEST) -> int:
    """Return where the clause that goes on at word `at` ends: a break, a clause-joining word, or "and we ..."."""
    for i in range(at, min(at + longest, len(words))):
        word = words[i]
        if word.brk != NONE and at:
            return i
        if i > at + 1 and (word.base in _MAIN_VERBS or word.lower in _MAIN_FORMS):
            return i
        if i > at and (word.base in _CLAUSE_ENDS or (word.base == "and" and _base(words, i + 1) in _SUBJECTS)):
            return i
    return min(at + longest, len(words))


def phrase_end(words: Sequence[Word], at: int, longest: int = 6) -> int:
    """Return where the phrase that starts at word `at` ends: a break or any joining word."""
    for i in range(at, min(at + longest, len(words))):
        if i > at and (words[i].brk != NONE or words[i].base in _PHRASE_ENDS):
            return i
    return min(at + longest, len(words))


def sentence_start(words: Sequence[Word], at: int) -> int:
    """Return the first word of the sentence or comma-bounded part that word `at` stands in."""
    while at > 0 and words[at].brk == NONE:
        at -= 1
    return at


def _base(words: Sequence[Word], i: int) -> str:
    return words[i].base if i < len(words) else ""
