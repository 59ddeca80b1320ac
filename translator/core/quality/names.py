"""Names: abbreviations and fixed terms that the glossary does not explain (R4, R37).

Step 6. In: a sentence and the terms that are explained. Out: findings, each name once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translator.core.bank.model import Bank, QualityWords
from translator.core.quality.clause import Sentence, span_of
from translator.core.quality.model import Characteristic, Finding, gtwr

_SHORT = re.compile(r"(?<![\w“.&/-])[A-Z][A-Z0-9]{1,6}(?=s?\b)(?![\w]*[a-rt-z])")
_FIXED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: (?:of |and )?[A-Z][a-z]+)+\b")
_CODE = re.compile(r"(?:UC|S)\d*$")
_LEFT_OUT = frozenset({"TBD", "TBC", "TBA", "XXX", "ASAP"})
_NAMED = frozenset({"system", "place", "channel"})


@dataclass(frozen=True, slots=True)
class Explained:
    """Hold what needs no explaining, in lower case: terms of the glossary, names of systems and places."""

    terms: frozenset[str] = frozenset()


def explained_by(bank: Bank, agreed: Iterable[str] = ()) -> Explained:
    """Return what the bank explains or knows, with a project's own terms."""
    said = (bank_term.term for bank_term in bank.glossary)
    forms = (form for c in bank.lexicon.concepts if c.kind in _NAMED for form in c.forms)
    short = {word.lower() for term in bank.glossary for word in _SHORT.findall(f"{term.it} {term.definition}")}
    terms = (term.casefold() for term in (*said, *agreed, *forms))
    return Explained(frozenset({*terms, *short, *bank.lexicon.places.certain}))


def unexplained(sentence: Sentence, words: QualityWords, explained: Explained) -> Iterator[Finding]:
    """Find abbreviations and terms in capitals that nobody explained."""
    seen: set[str] = set()
    for match in _SHORT.finditer(sentence.unquoted):
        if match[0] not in seen and match[0] not in _LEFT_OUT.union(words.known) and not _CODE.match(match[0]):
            seen.add(match[0])
            if match[0].lower() not in explained.terms:
                yield _finding(match, 37, "is a short form that the glossary does not explain")
    for match in _FIXED.finditer(sentence.unquoted):
        if match[0] not in words.known and match[0] not in seen and match[0].lower() not in explained.terms:
            seen.add(match[0])
            yield _finding(match, 4, "is written like a fixed term, and the glossary does not have it")


def _finding(match: re.Match[str], rule: int, what: str) -> Finding:
    return Finding(
        code="unexplained",
        rule=gtwr(rule),
        message=f"“{match[0]}” {what}.",
        suggestion="Put it into the glossary, or say it in words that everybody knows.",
        hurts=Characteristic.UNAMBIGUOUS,
        span=span_of(match),
    )
