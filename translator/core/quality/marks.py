"""Marks and small words: what a sentence must not hold, whatever it says.

Step 6. In: a sentence. Out: findings (R12, R17, R21, R24, R32; 29148:2018, 5.2.4 and 5.2.5), each kind once.
"""

import re
from collections.abc import Iterator

from translator.core.quality.clause import Sentence, span_of
from translator.core.quality.model import Characteristic, Finding, Rewrite, gtwr

_SHALL = re.compile(r"\bshall\b")
_BINDING = re.compile(r"\b(?:should|must|will|has to|have to|needs to|need to)\b(?: please)?")
_LOOSE = re.compile(r"\b(?:may|can|could|would|might)\b")
_PRONOUN = re.compile(
    r"\b(?:it|they|them|their|its|he|she|him|her|his)\b(?! own\b)"
    r"|\b(?:this|these|those)\b(?=\s*[,.;]|\s+(?:is|are|was|were|has|have|shall)\b)"
)
_AND_OR = re.compile(r"\band ?/ ?or\b")
_SLASH = re.compile(r"(?P<left>[^\W\d][\w-]*)(?P<slash>\s?/\s?)(?P<right>[^\W\d][\w-]*)")
_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]|[()\[\]]")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|\b(?:tbd|tbc|tba|xxx)\b|\?\?+|…|\.\.\.")
_TWICE = re.compile(r"\b(?P<once>[a-z]+)(?P<again> (?P=once))\b")
_SHALL_TO = re.compile(r"\bshall(?P<to> to)\b|\bshall (?P<more>shall|should|must|will)\b")
_ANY = re.compile(r"(?<!\bin )(?<!\bat )\bany (?=(?P<noun>[a-z]+))")
_WITHOUT_UNIT = frozenset({"one", "thing", "time", "more", "other", "of", "kind", "further", "longer"})


def modal(sentence: Sentence) -> Iterator[Finding]:
    """Find "should", "must" or "can" where only "shall" binds."""
    if _SHALL.search(sentence.masked):
        return
    binding, loose = _BINDING.search(sentence.masked), _LOOSE.search(sentence.masked)
    found = binding or loose
    if found:
        said = sentence.of(found)
        yield Finding(
            code="modal",
            rule="ISO/IEC/IEEE 29148:2018, 5.2.4",
            hurts=Characteristic.CONFORMING,
            message=f"“{said}” leaves open whether this is binding.",
            suggestion="Write “shall”, and say how important it is in the priority.",
            span=span_of(found),
            rewrites=(Rewrite(changes=((span_of(found), "shall"),)),) if binding else (),
        )


def pronoun(sentence: Sentence) -> Iterator[Finding]:
    """Find a word that points elsewhere (R24)."""
    found = _PRONOUN.search(sentence.masked)
    if found:
        yield Finding(
            code="pronoun",
            rule=gtwr(24),
            message=f"“{sentence.of(found)}” can be misread: what does it stand for?",
            suggestion="Repeat the noun.",
            span=span_of(found),
        )


def slash(sentence: Sentence) -> Iterator[Finding]:
    """Find a slash between words (R17), as "email/SMS" may mean both or one of them."""
    both = _AND_OR.search(sentence.masked)
    found = both or _SLASH.search(sentence.masked)
    if found is None:
        return
    where = span_of(found) if both else span_of(found, "slash")
    yield Finding(
        code="slash",
        rule=gtwr(17),
        message="A slash can mean “and” or “or”.",
        suggestion="Write the word that is meant.",
        span=span_of(found),
        rewrites=tuple(Rewrite(changes=((where, word if both else f" {word} "),)) for word in ("and", "or")),
    )


def brackets(sentence: Sentence) -> Iterator[Finding]:
    """Find brackets (R21), as nobody knows whether words in them bind."""
    found = _BRACKET.search(sentence.masked)
    if found is None:
        return
    inside = sentence.of(found, "inside").strip() if found["inside"] else ""
    choices = ("", f", {inside},") if inside else ()
    yield Finding(
        code="brackets",
        rule=gtwr(21),
        message="It is unclear whether words in brackets are binding.",
        suggestion="Put them into the sentence, or into the reason.",
        span=span_of(found),
        rewrites=tuple(Rewrite(changes=((span_of(found), words),)) for words in choices),
    )


def unfilled(sentence: Sentence) -> Iterator[Finding]:
    """Find a place that was left to be filled."""
    found = _PLACEHOLDER.search(sentence.masked)
    if found:
        yield Finding(
            code="unfilled",
            rule="ISO/IEC/IEEE 29148:2018, 5.2.5 (complete)",
            hurts=Characteristic.COMPLETE,
            message="Something was left out here.",
            suggestion="Fill it in, or say in the measure what is to be agreed.",
            span=span_of(found),
        )


def slips(sentence: Sentence) -> Iterator[Finding]:
    """Find a word that stands twice, or one too many beside "shall" (R12)."""
    for pattern, groups in ((_TWICE, ("again",)), (_SHALL_TO, ("to", "more"))):
        found = pattern.search(sentence.masked)
        if found and found["once" if "once" in found.groupdict() else 0] not in ("that", "had"):
            group = next(name for name in groups if found[name])
            yield Finding(
                code="slip",
                rule=gtwr(12),
                hurts=Characteristic.CORRECT,
                message=f"“{sentence.of(found)}” has a word too many.",
                suggestion="Take one of them out.",
                span=span_of(found),
                rewrites=(Rewrite(changes=((span_of(found, group), ""),)),),
            )


def any_of(sentence: Sentence) -> Iterator[Finding]:
    """Find "any" (R32), which is one of them or each of them."""
    found = _ANY.search(sentence.masked)
    if found is None or found["noun"] in _WITHOUT_UNIT:
        return
    one = not found["noun"].endswith("s")
    word = "each " if one else "all "
    yield Finding(
        code="any",
        rule=gtwr(32),
        message="“any” can mean one of them or each of them.",
        suggestion=f"Write “{word.strip()}”, or name the one.",
        span=span_of(found),
        rewrites=(Rewrite(changes=((span_of(found), word),)),),
    )
