"""Words: a text cut into words with their exact places, each reduced to the base form that the lexicon is keyed by.

Step 2, first pass. In: any text. Out: words in order; commas and sentence ends are marks on the word that follows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.reading.lexicon import Spelling

NONE, COMMA, STOP = 0, 1, 2

# One pass, no nested repetition over the same characters: linear on any input.
_PIECE = re.compile(r"\d+(?:[.,:'\u2019]\d+)*|[^\W\d_]+|\n|\S", re.UNICODE)
_BREAKS = {",": COMMA, "(": COMMA, ")": COMMA, "\u2013": COMMA, "\u2014": COMMA, "[": COMMA, "]": COMMA, ";": COMMA}
_STOPS = frozenset(".!?…:")
_SYMBOLS = frozenset("€£$¥%+/&@#<>")
_APOSTROPHES = "'\u2019"
_TAILS = {"s": "'s", "re": "be", "ve": "have", "ll": "will", "d": "would", "m": "be"}
BARE_NOT = {
    "dont": "do", "doesnt": "do", "didnt": "do", "cant": "can", "cannot": "can", "wont": "will", "isnt": "be",
    "arent": "be", "wasnt": "be", "werent": "be", "shouldnt": "should", "wouldnt": "would", "couldnt": "could",
    "mustnt": "must", "havent": "have", "hasnt": "have", "hadnt": "have",
}  # fmt: skip
_BEFORE_NOT = {
    "do": "do", "does": "do", "did": "do", "ca": "can", "wo": "will", "sha": "shall", "is": "be", "are": "be",
    "was": "be", "were": "be", "has": "have", "have": "have", "had": "have", "ai": "be",
}  # fmt: skip
# Behind these an "'s" is a verb and owns nothing.
_SUBJECTS = frozenset({"it", "that", "there", "he", "she", "what", "who", "where", "here", "how", "nobody", "nothing"})
_VOWELS = frozenset("aeiouy")
_SHORTEST = 4
_CACHE_LIMIT = 20_000
_PASSAGE, _LONGEST_PASSAGE = 80, 160


@dataclass(slots=True)
class Word:
    """Hold one word.

    `base` is what the lexicon is keyed by, `lower` and `surface` how it was written, `brk` the strongest break before
    it (NONE, COMMA, STOP).
    """

    start: int
    end: int
    surface: str
    lower: str
    base: str
    brk: int


def is_inflected(word: Word) -> bool:
    """Tell whether a word is written otherwise than its base (which lacks a last e: "leave" is "leav")."""
    return word.lower not in (word.base, word.base + "e")


class Speller:
    """Reduce words to base forms: inflection and British spelling by rule, the rest from the lexicon."""

    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling
        self._cache: dict[str, str] = {}

    def base(self, lower: str) -> str:
        """Return the base form of a word in lower case. The same word always gives the same base."""
        found = self._cache.get(lower)
        if found is None:
            if len(self._cache) > _CACHE_LIMIT:
                self._cache.clear()
            found = self._cache[lower] = self._reduce(lower)
        return found

    def _reduce(self, lower: str) -> str:
        known = self._spelling
        word = known.irregular.get(lower, lower)
        if word in known.keep:
            return word
        single = word.removesuffix("s")
        if single in known.keep:
            return single
        stem = _without_ending(_british(known.british.get(word, word)))
        return known.british.get(stem, stem)

    def words(self, text: str) -> list[Word]:
        """Cut a text into words, in order."""
        out: list[Word] = []
        brk, last_end = STOP, -1
        for piece in _PIECE.finditer(text):
            written, start = piece.group(), piece.start()
            first = written[0]
            if first.isalnum():
                self._add(out, written, start, brk, joined=start == last_end)
                brk, last_end = NONE, piece.end()
            elif first in _APOSTROPHES and start == last_end:
                last_end = piece.end()
            elif written in _SYMBOLS:
                out.append(Word(start, piece.end(), written, written, "and" if written == "&" else written, brk))
                brk = NONE
            else:
                brk = max(brk, _break(text, written, start))
        return out

    def _add(self, out: list[Word], written: str, start: int, brk: int, *, joined: bool) -> None:
        end, lower = start + len(written), written.lower()
        if joined and out and self._tail(out, lower, start, end):
            return
        if out and out[-1].lower == "e" and lower.startswith("mail") and start == out[-1].end + 1:
            first = out.pop()
            out.append(Word(first.start, end, first.surface + written, "e" + lower, self.base("e" + lower), first.brk))
            return
        if lower in BARE_NOT:
            cut = end - (3 if lower == "cannot" else 2)
            out.append(Word(start, cut, written[: cut - start], lower[: cut - start], BARE_NOT[lower], brk))
            out.append(Word(cut, end, written[cut - start :], "not", "not", NONE))
            return
        out.append(Word(start, end, written, lower, self.base(lower), brk))

    def _tail(self, out: list[Word], lower: str, start: int, end: int) -> bool:
        """Join what follows an apostrophe ("n't", "'s", "'re") to the word before; tell whether it was one."""
        before = out[-1]
        if before.end >= start:
            return False
        if lower == "t" and len(before.surface) > 1 and before.lower.endswith("n"):
            stem = before.lower[:-1]
            out[-1] = Word(
                before.start, before.end - 1, before.surface[:-1], stem, _BEFORE_NOT.get(stem, stem), before.brk
            )
            out.append(Word(before.end - 1, end, "n't", "not", "not", NONE))
            return True
        base = _TAILS.get(lower)
        if base is None:
            return False
        if lower == "s" and before.lower in _SUBJECTS:
            base = "be"
        out.append(Word(start - 1, end, "'" + lower, "'" + lower, base, NONE))
        return True


def passages(words: list[Word]) -> Iterator[list[Word]]:
    """Cut a text into passages of whole sentences, so that every later pass works on a bounded number of words."""
    start = 0
    for i in range(len(words)):
        length = i - start
        if length >= _LONGEST_PASSAGE or (length >= _PASSAGE and words[i].brk == STOP):
            yield words[start:i]
            start = i
    if start < len(words):
        yield words[start:]


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a text that lists them; those on -e also as the base that they are reduced to."""
    words = listed.split()
    return frozenset((*words, *(w.removesuffix("e") for w in words if len(w) > _SHORTEST)))


def _break(text: str, written: str, start: int) -> int:
    after = text[start + 1 : start + 2]
    if written == "." and after.isalnum():
        return NONE
    if written in _BREAKS:
        return _BREAKS[written]
    if written == "-":
        return COMMA if text[start - 1 : start].isspace() and after.isspace() else NONE
    if written == "\n":
        return NONE if after.islower() else STOP
    return STOP if written[0] in _STOPS else NONE


def _british(word: str) -> str:
    if len(word) > 6:  # noqa: PLR2004 - "prize", "size" and "seize" keep their z
        for american, british in (("iz", "is"), ("yz", "ys")):
            at = word.rfind(american)
            if at >= 4 and word[at + 2 :] in ("e", "ed", "es", "er", "ers", "ing", "ation", "ations"):  # noqa: PLR2004
                return word[:at] + british + word[at + 2 :]
    return word


def _without_ending(word: str) -> str:
    """Take the endings of plural, past and progress away, so that browse, browses, browsed, browsing are one."""
    if len(word) < _SHORTEST:
        return word
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
        if word.endswith(("sse", "xe", "che", "she", "zze")):
            return word[:-1]
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and not word.endswith("eed") and not _VOWELS.isdisjoint(stem):  # noqa: PLR2004
            return _restored(stem)
    if word.endswith("ie") and len(word) > _SHORTEST:
        return word[:-2] + "y"
    return word.removesuffix("e") if len(word) > _SHORTEST else word


def _restored(stem: str) -> str:
    """Undo what the ending did to its stem: a doubled letter, or the e of a short word (dat|ed is date)."""
    if len(stem) > 3 and stem[-1] == stem[-2] and (stem[-1] not in "lsze" or (stem[-1] == "l" and len(stem) > 5)):  # noqa: PLR2004
        return stem[:-1]
    if len(stem) == 3 and stem[1] in _VOWELS and stem[0] not in _VOWELS and stem[2] not in "aeiouwxy":  # noqa: PLR2004
        return stem + "e"
    return stem.removesuffix("e") if len(stem) > _SHORTEST else stem
