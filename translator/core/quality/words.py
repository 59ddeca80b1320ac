"""Words of the house: verbs and their forms, people, and lists that are searched for.

Step 6. In: words of quality.yaml. Out: what the rules look up.
"""

import re
from collections.abc import Mapping
from functools import cache

from translator.core.bank.model import QualityWords

_WORD = re.compile(r"\w+")
_VOWELS = "aeiou"


@cache
def listed(words: tuple[str, ...]) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the first words of all phrases, to pass over most sentences cheaply, and the pattern of the list."""
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(w) for w in longest_first)})(?![\w-])")
    return frozenset(w for phrase in words for w in _WORD.findall(phrase)[:1]), pattern


def holds_any(said: frozenset[str], words: tuple[str, ...]) -> bool:
    """Tell quickly, from the words of a sentence, whether it may hold one of the phrases."""
    return bool(words) and not listed(words)[0].isdisjoint(said)


@cache
def verb_forms(words: QualityWords) -> Mapping[str, str]:
    """Map every "-ed" and "-ing" form of the known verbs to its base: "sent" -> "send", "storing" -> "store"."""
    forms = {made: base for base in words.verbs for made in _regular(base)}
    return {**forms, **dict(words.verb_forms)}


def base_of(form: str, words: QualityWords) -> str:
    """Return the base of a verb's form, "" for a verb that nobody listed."""
    return verb_forms(words).get(form, "")


@cache
def verbs(words: QualityWords) -> frozenset[str]:
    """Return the base forms of the known verbs."""
    return frozenset((*words.verbs, *dict(words.verb_forms).values()))


def people_in(masked: str, words: QualityWords) -> bool:
    """Tell whether a noun phrase in lower case ends in somebody whom no contract binds: "the shop users"."""
    last = _WORD.findall(masked)[-1:]
    return bool(last) and (last[0] in words.people or last[0].removesuffix("s") in words.people or last[0] == "people")


def _regular(base: str) -> tuple[str, str]:
    if base.endswith("e"):
        return f"{base}d", f"{base[:-1]}ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied", f"{base}ing"
    return f"{base}ed", f"{base}ing"
