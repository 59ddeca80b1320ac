"""Labels: what each word of a text may count as when forms are matched.

Step 2. In: words, the lexicon's vocabulary and classes. Out: for each word, (label, word after) pairs.
"""

from collections.abc import Iterable, Mapping

from translator.core.reading.matcher import elements
from translator.core.reading.words import BARE_NOT, Speller, Word

_SLIP_LENGTH = 7
_LONGEST_WORD = 24
_SHORTEST_DOING = 4
_SHORTEST_DOERS = 5
_DOERS = ("ers", "ors", "ists", "ians", "ees")
_CACHE_LIMIT = 20_000

Labels = list[list[tuple[str, int]]]


class Labeller:
    """Give every word its labels: base form, exact writing, classes, and the word it is a slip of."""

    def __init__(
        self, forms: Iterable[str], classes: Mapping[str, tuple[str, ...]], speller: Speller, whole: frozenset[str]
    ) -> None:
        self._speller = speller
        self._cache: dict[tuple[str, str], tuple[str, ...]] = {}
        self._reduced: dict[str, tuple[str, ...]] = {}
        self._classes: dict[str, list[str]] = {}
        for name, members in classes.items():
            for member in members:
                for label in self.reduce(member):
                    self._classes.setdefault(label, []).append("{" + name + "}")
        self._vocabulary = self._used(forms) | set(self._classes)
        self._whole = whole
        self._slips = self._deletions()

    def knows(self, word: Word) -> bool:
        """Tell whether a word stands in any form of the lexicon, or is marked as a correct word or a place."""
        return word.base in self._vocabulary or word.lower in self._whole

    def reduce(self, element: str) -> tuple[str, ...]:
        """Return the labels that one element of a form stands for, in a row (a hyphen makes two)."""
        found = self._reduced.get(element)
        if found is None:
            found = self._reduced[element] = self._reduce(element)
        return found

    def _reduce(self, element: str) -> tuple[str, ...]:
        if element == "*" or element[0] in "{^'":
            return (element,)
        if element[0] == "=" and len(element) > 1:
            return ("=" + element[1:].lower(),)
        if element.isalpha() and element.islower() and element not in BARE_NOT:
            return (self._speller.base(element),)
        return tuple(w.base for w in self._speller.words(element)) or (element,)

    def labels(self, words: list[Word]) -> Labels:
        """Return the labels of every word."""
        return [[(label, i + 1) for label in self._of(word)] for i, word in enumerate(words)]

    def _of(self, word: Word) -> tuple[str, ...]:
        key = (word.surface, word.base)  # the "won" of "won't" is another word than the one in "we won"
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) > _CACHE_LIMIT:
                self._cache.clear()
            found = self._cache[key] = self._make(word)
        return found

    def _make(self, word: Word) -> tuple[str, ...]:
        base = word.base
        exact, written = "=" + word.lower, "^" + word.surface
        known = base in self._vocabulary or exact in self._vocabulary
        if (
            not known
            and _SLIP_LENGTH <= len(word.lower) <= _LONGEST_WORD
            and word.lower.isalpha()
            and word.lower not in self._whole
        ):
            base = self._meant(base)
        out = [base, *(x for x in (exact, written) if x in self._vocabulary)]
        for label in tuple(out):
            out.extend(self._classes.get(label, ()))
        if len(word.lower) > _SHORTEST_DOING and word.lower.endswith("ing") and base != word.lower:
            out.append("{doing}")
        if _names_doers(word.lower) and "{no_agent}" not in out:
            out.append("{agent}")
        rest = () if "{function}" in out or not word.surface[0].isalpha() else ("*",)
        return (*dict.fromkeys(out), *rest)

    def _used(self, forms: Iterable[str]) -> set[str]:
        written = {element.removesuffix("?") for form in forms for element in elements(form)}
        parts = {part for element in written for part in (element.split("/") if len(element) > 1 else element)}
        return {label for part in parts if part for label in self.reduce(part)}

    def _deletions(self) -> dict[str, str]:
        """Index long words by what is left when one letter is taken out (ambiguous remainders lead nowhere)."""
        index: dict[str, str] = {}
        for word in sorted(self._vocabulary):
            if len(word) >= _SLIP_LENGTH - 1 and word.isalpha():
                for short in {word, *_shorter(word)}:
                    index[short] = "" if index.get(short, word) != word else word
        return index

    def _meant(self, base: str) -> str:
        """Return the vocabulary word that is one letter, or one swap of neighbours, away; else the word itself."""
        index = self._slips
        if index.get(base):
            return index[base]
        for short in _shorter(base):
            meant = index.get(short)
            if meant and meant[0] == base[0] and abs(len(meant) - len(base)) <= 1:
                return meant
        return base


def _names_doers(lower: str) -> bool:
    """Tell whether a word is built as plurals of people are ("joiners", "neurologists", "trustees")."""
    return len(lower) > _SHORTEST_DOERS and lower.endswith(_DOERS)


def _shorter(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(1, len(word))]
