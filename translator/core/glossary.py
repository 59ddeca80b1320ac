"""The glossary of a project: what marketing means, what IT means, and what both agreed to mean.

In: the bank's terms and what a project made of them. Out: its entries in the order of the alphabet, and the places in
a text where they stand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from translator.core.bank.model import Term

# Texts hold the plural more often than the term itself; a dash joins a term to what it is part of (opt-out, opt-outs).
_AROUND = r"(?<![\w-])(?:{})(?:s|es)?(?![\w-])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Hold one term. `marketing_by` and `it_by` name who agreed for each side, "" while nobody did.

    `own`: the project worded it, or agreed to it; otherwise it stands as the bank ships it.
    """

    term: str
    marketing: str = ""
    it: str = ""
    definition: str = ""
    marketing_by: str = ""
    it_by: str = ""
    own: bool = False

    @property
    def key(self) -> str:
        """Return what tells terms apart."""
        return key_of(self.term)

    @property
    def agreed(self) -> bool:
        """Tell whether both sides agreed; until then the meaning is proposed."""
        return bool(self.marketing_by and self.it_by)

    @property
    def state(self) -> str:
        """Return "agreed" or "proposed"."""
        return "agreed" if self.agreed else "proposed"


def key_of(term: str) -> str:
    """Return a term in lower case, without slashes and needless blanks, so that it can stand in an address."""
    return " ".join(term.casefold().replace("/", " ").split())


def glossary(terms: Iterable[Term], own: Iterable[Entry] = ()) -> tuple[Entry, ...]:
    """Return a project's entries: the bank's terms, with the project's own wording in their place and beside them."""
    shipped = (Entry(term=t.term, marketing=t.marketing, it=t.it, definition=t.definition) for t in terms)
    entries = {entry.key: entry for entry in (*shipped, *own)}
    return tuple(entries[key] for key in sorted(entries))


def places_of(text: str, entries: tuple[Entry, ...]) -> Iterator[tuple[int, int, Entry]]:
    """Yield where terms stand in a text, as (start, end, entry) in order; the longest term wins, none overlap."""
    pattern, by_key = _finder(entries)
    for match in pattern.finditer(text) if by_key else ():
        words = match[0].casefold()
        found = next(
            (by_key[w] for w in (words, words.removesuffix("s"), words.removesuffix("es")) if w in by_key), None
        )
        if found is not None:
            yield match.start(), match.end(), found


def standing_in(text: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries whose term stands in a text, in the entries' order; quick on a whole document."""
    folded = text.casefold()
    return tuple(entry for entry in entries if _stands_in(entry.term.casefold(), folded))


def _stands_in(term: str, text: str) -> bool:
    """Look for the bare words first, as most terms are not there."""
    return term in text and re.search(_AROUND.format(re.escape(term)), text) is not None


@lru_cache(maxsize=64)
def _finder(entries: tuple[Entry, ...]) -> tuple[re.Pattern[str], dict[str, Entry]]:
    longest_first = sorted((entry.term for entry in entries), key=len, reverse=True)
    pattern = _AROUND.format("|".join(re.escape(term) for term in longest_first))
    return re.compile(pattern, re.IGNORECASE), {entry.term.casefold(): entry for entry in entries}
