"""The rules of a good requirement sentence, one function each.

Step 6. In: a sentence. Out: findings with the place in the sentence. Rule numbers are those of the INCOSE Guide to
Writing Requirements, version 4 (2023); sentence shapes are EARS (Mavin and others, RE 2009). What stands in quotation
marks is somebody's own words and is not judged: rules look at `mask(sentence)`, which has the same length.
"""

import re
from collections.abc import Iterator
from functools import cache

from translator.core.quality.model import Finding
from translator.core.text import Span

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_SUBJECT = r"the [a-z][a-z -]{1,40}? shall\b"
_CLAUSE = r"(?:[^.]|\.(?=\d))+"
_EARS = tuple(
    re.compile(shape)
    for shape in (
        rf"^{_SUBJECT}",  # ubiquitous
        rf"^when {_CLAUSE}, {_SUBJECT}",  # event-driven
        rf"^while {_CLAUSE}, (?:when {_CLAUSE}, )?{_SUBJECT}",  # state-driven, also combined with an event
        rf"^where {_CLAUSE}, (?:when {_CLAUSE}, )?{_SUBJECT}",  # optional feature, also combined with an event
        rf"^if {_CLAUSE}, then {_SUBJECT}",  # unwanted behaviour
    )
)
_WORD = re.compile(r"\w+")
_SHALL = re.compile(r"\bshall\b")
_OTHER_MODAL = re.compile(r"\b(?:should|must|will|may|can|could|would|might)\b")
_PASSIVE = re.compile(r"\bshall (?:not )?be (?:\w+ly )?\w+(?:ed|en|wn|nt|lt|ld|de|pt|ut)\b")
_PRONOUN = re.compile(
    r"\b(?:it|they|them|their|its|he|she|him|her|his)\b"
    r"|\b(?:this|these|those)\b(?=\s*[,.;]|\s+(?:is|are|was|were|has|have|shall)\b)"
)
_SLASH = re.compile(r"\w\s?/\s?\w")
_BRACKET = re.compile(r"[()\[\]]")
_JOINED_DUTIES = re.compile(r"\bshall\b[^,;]*[,;]? and (?:shall|also|then)\b|;")
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|\b(?:tbd|tbc|xxx)\b")


def mask(sentence: str) -> str:
    """Return the sentence in lower case with quoted words blanked out; every place keeps its number."""
    sentence = re.sub(r"\bIT\b", "--", sentence)  # the department, not the pronoun
    lower = sentence.lower()
    if len(lower) != len(sentence):  # some capitals, such as İ, become two characters
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in sentence)
    return _QUOTED.sub(lambda m: "“" + "q" * (len(m[0]) - 2) + "”", lower)


def shape(masked: str) -> Iterator[Finding]:
    """Find a sentence that is in none of the EARS shapes (R1).

    "Offers on the homepage" fails; "When a basket is abandoned, the system shall send a reminder." passes.
    """
    if not any(pattern.match(masked) for pattern in _EARS):
        yield Finding(
            code="shape",
            rule="EARS; INCOSE GtWR v4 R1",
            message="The sentence does not say who does what, and when.",
            suggestion="Begin with “The system shall”, or with “When …, the system shall”.",
        )


def one_shall(masked: str) -> Iterator[Finding]:
    """Find a second duty in one sentence (R18, R19)."""
    shalls = list(_SHALL.finditer(masked))
    second = shalls[1:2] or ([m] if (m := _JOINED_DUTIES.search(masked)) else [])
    for match in second:
        yield Finding(
            code="several",
            rule="INCOSE GtWR v4 R18, R19",
            message="The sentence asks for more than one thing, so it can be half met.",
            suggestion="Write one requirement for each thing.",
            span=Span(match.start(), match.end()),
        )


def modal(masked: str) -> Iterator[Finding]:
    """Find "should", "must" or "can" where only "shall" binds (R1; ISO/IEC/IEEE 29148:2018, 5.2.4)."""
    if _SHALL.search(masked):
        return
    for match in _first(_OTHER_MODAL, masked):
        yield Finding(
            code="modal",
            rule="ISO/IEC/IEEE 29148:2018, 5.2.4",
            message=f"“{match[0]}” leaves open whether this is binding.",
            suggestion="Write “shall”, and say how important it is in the priority.",
            span=Span(match.start(), match.end()),
        )


def passive(masked: str) -> Iterator[Finding]:
    """Find a passive that hides who acts (R2): "shall be sent" fails, "the system shall send" passes."""
    for match in _first(_PASSIVE, masked):
        yield Finding(
            code="passive",
            rule="INCOSE GtWR v4 R2",
            message="The sentence hides who does it.",
            suggestion="Name who acts: “the system shall …”.",
            span=Span(match.start(), match.end()),
        )


def pronoun(masked: str) -> Iterator[Finding]:
    """Find a word that points elsewhere (R24)."""
    for match in _first(_PRONOUN, masked):
        yield Finding(
            code="pronoun",
            rule="INCOSE GtWR v4 R24",
            message=f"“{match[0]}” can be misread: what does it stand for?",
            suggestion="Repeat the noun.",
            span=Span(match.start(), match.end()),
        )


def slash(masked: str) -> Iterator[Finding]:
    """Find a slash between words (R17), as "email/SMS" may mean both or one of them."""
    for match in _first(_SLASH, masked):
        yield Finding(
            code="slash",
            rule="INCOSE GtWR v4 R17",
            message="A slash can mean “and” or “or”.",
            suggestion="Write the word that is meant.",
            span=Span(match.start(), match.end()),
        )


def brackets(masked: str) -> Iterator[Finding]:
    """Find brackets (R21), as nobody knows whether words in them bind."""
    for match in _first(_BRACKET, masked):
        yield Finding(
            code="brackets",
            rule="INCOSE GtWR v4 R21",
            message="It is unclear whether words in brackets are binding.",
            suggestion="Put them into the sentence, or into the reason.",
            span=Span(match.start(), match.end()),
        )


def unfilled(masked: str) -> Iterator[Finding]:
    """Find a place that was left to be filled."""
    for match in _first(_PLACEHOLDER, masked):
        yield Finding(
            code="unfilled",
            rule="ISO/IEC/IEEE 29148:2018, 5.2.5 (complete)",
            message="Something was left out here.",
            suggestion="Fill it in, or say in the measure what is to be agreed.",
            span=Span(match.start(), match.end()),
        )


def listed_words(masked: str, words: tuple[str, ...], finding: Finding) -> Iterator[Finding]:
    """Find words or phrases of a list, each once; `finding` is the pattern, its message may hold {word}."""
    starts, pattern = _list(words)
    if starts.isdisjoint(_WORD.findall(masked)):
        return
    seen: set[str] = set()
    for match in pattern.finditer(masked):
        if match[0] not in seen:
            seen.add(match[0])
            yield Finding(
                code=finding.code,
                rule=finding.rule,
                message=finding.message.replace("{word}", match[0]),
                suggestion=finding.suggestion,
                span=Span(match.start(), match.end()),
            )


@cache
def _list(words: tuple[str, ...]) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the first words of all phrases, to pass over most sentences cheaply, and the pattern of the list."""
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in longest_first)})(?!\w)")
    return frozenset(w for phrase in words for w in _WORD.findall(phrase)[:1]), pattern


def _first(pattern: re.Pattern[str], masked: str) -> list[re.Match[str]]:
    match = pattern.search(masked)
    return [match] if match else []
