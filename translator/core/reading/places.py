"""Places: countries, regions and towns named in a text, and not the ordinary words that share their names.

Step 2. In: words. Out: candidates of kind geography. A name counts only when it is written with a capital; an
uncertain one (Reading, Nice, Mobile) also needs a word of place before it.
"""

from collections.abc import Sequence

from translator.core.reading.found import Found
from translator.core.reading.lexicon import Concept, Places
from translator.core.reading.words import NONE, STOP, Word

_LONGEST_NAME = 4
_BEFORE = frozenset({"in", "from", "near", "across", "around", "throughout", "outside", "to", "at", "of"})
_COMPANY = frozenset({"and", "or", "/"})


class Gazetteer:
    """Find the names of a list of places."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._longest: dict[str, int] = {}
        for name in (*places.certain, *places.doubtful):
            first = name.split(" ", 1)[0]
            self._longest[first] = max(self._longest.get(first, 0), name.count(" ") + 1)

    def found(self, words: Sequence[Word]) -> list[Found]:
        """Return every place, the longest name first where several start at one word."""
        out: list[Found] = []
        i = 0
        while i < len(words):
            one = self._at(words, i, out)
            out.extend([one] if one else [])
            i = one.after if one else i + 1
        return out

    def _at(self, words: Sequence[Word], i: int, before: Sequence[Found]) -> Found | None:
        most = min(self._longest.get(words[i].lower, 0), _LONGEST_NAME)
        if not most or not words[i].surface[0].isupper():
            return None
        for count in range(most, 0, -1):
            part = words[i : i + count]
            name = " ".join(w.lower for w in part)
            if len(part) < count or any(w.brk != NONE for w in part[1:]):
                continue
            if name in self._places.certain or (name in self._places.doubtful and _in_place(words, i, before)):
                return Found(_place(name), i, i + count, i, i + count)
        return None


def _place(name: str) -> Concept:
    return Concept(id=f"geography.{name.replace(' ', '_')}", kind="geography", value=name, forms=())


def _in_place(words: Sequence[Word], i: int, before: Sequence[Found]) -> bool:
    if words[i].brk == STOP or words[i].surface.isupper():
        return False
    if before and before[-1].after == i - (words[i - 1].base in _COMPANY):
        return True
    return words[i - 1].base in _BEFORE and words[i].brk == NONE
