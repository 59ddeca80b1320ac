"""Shapes: is it one of the sentences of EARS (Mavin and others, RE 2009), and if not, which one it might be.

Step 6. In: a sentence. Out: at most one finding, with what it might say where that can be told (R1, R5).
"""

import re
from collections.abc import Iterator

from translator.core.bank.model import QualityWords
from translator.core.quality.clause import Sentence, lowered, stopped
from translator.core.quality.model import Characteristic, Finding, Rewrite, gtwr, tidy
from translator.core.quality.words import people_in, verbs
from translator.core.text import Span

_SUBJECT = r"the [a-z][a-z -]{1,40}? shall\b"
_PART = r"(?:[^.]|\.(?=\d))+"
_EARS = tuple(
    re.compile(shape)
    for shape in (
        rf"^{_SUBJECT}",  # ubiquitous
        rf"^when {_PART}, {_SUBJECT}",  # event-driven
        rf"^while {_PART}, (?:when {_PART}, )?{_SUBJECT}",  # state-driven, also combined with an event
        rf"^where {_PART}, (?:when {_PART}, )?{_SUBJECT}",  # optional feature, also combined with an event
        rf"^if {_PART}, then {_SUBJECT}",  # unwanted behaviour
    )
)
_MODAL = r"(?:shall|should|must|will|needs? to|has to|have to|is to|ought to)"
_OPENING = re.compile(r"^(?:once|as soon as|whenever|every time|each time|after)\s+(?=[^,]*,)", re.IGNORECASE)
_STATE = re.compile(r"^(?:during|as long as)\s+", re.IGNORECASE)
_CASE = re.compile(r"^(?:in case|in the event that|in case that|should it happen that)\s+", re.IGNORECASE)
_NO_COMMA = re.compile(
    r"^((?:when|while|where|if|once|as soon as|whenever|every time|each time|after|during|as long as|in case"
    r"|in the event that) [^,]+?) (?=(?:then )?the (?:system|supplier|platform) \w+)",
    re.IGNORECASE,
)
_IF = re.compile(rf"^(if [^,]+(?:,[^,]+)*), (?=the [a-z -]+? {_MODAL}\b)", re.IGNORECASE)
_THEN = re.compile(r"^((?:when|while|where) .+?), then (?=the )", re.IGNORECASE)
_BARE = re.compile(rf"(^|, (?:then )?)(?:a |an |our |your |this |any )?(system|supplier|platform|solution|tool|vendor)"
                   rf" (?={_MODAL}\b)", re.IGNORECASE)  # fmt: skip
_DUTY = re.compile(rf"(\bthe [a-z][a-z -]{{1,40}}?) {_MODAL}(?: please)? (?=\w)", re.IGNORECASE)
_WISH = re.compile(
    r"^(?:please |we (?:want|need|would like|wish) (?:the system |it )?to "
    r"|i (?:want|need|would like) (?:the system )?to "
    r"|the system needs to |it (?:should|must|shall|has to|needs to) )(?=(\w+))",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"^it (?:should|must|shall|has to|needs to) be possible (?:for (?P<who>[\w -]+?) )?to (?=\w)", re.IGNORECASE
)
_CAN = re.compile(
    r"^(?P<who>(?:the |a |an |all |any |each |every )?[a-z-]+(?: [a-z-]+)?) "
    r"(?:can|may|could|(?:should|must|shall|will) be able to|(?:needs?|ha(?:s|ve)) to be able to) (?=\w)",
    re.IGNORECASE,
)


def in_shape(masked: str) -> bool:
    """Tell whether a masked sentence is in one of the shapes."""
    return any(pattern.match(masked) for pattern in _EARS)


def shape(sentence: Sentence, words: QualityWords) -> Iterator[Finding]:
    """Find a sentence in none of the shapes: "Offers on the homepage" fails, "The system shall ..." passes."""
    if in_shape(sentence.masked) or in_shape(_DUTY.sub(r"\1 shall ", sentence.masked, count=1)):
        return
    meant = _meant(sentence, words)
    yield Finding(
        code="shape",
        rule=f"EARS; {gtwr(1)}",
        hurts=Characteristic.CONFORMING,
        message="The sentence does not say who does what, and when.",
        suggestion="Begin with “The system shall”, with “When …, the system shall” or “If …, then the system shall”.",
        rewrites=(Rewrite(changes=((Span(0, len(sentence.text)), meant),)),) if meant else (),
    )


def _meant(sentence: Sentence, words: QualityWords) -> str:
    """Return what the sentence probably means, in one of the shapes; "" when nobody can tell."""
    for turn in (_possible, _can, _wish, _order, _openings):
        found = turn(sentence.text.strip(), words)
        if found:
            made = stopped(tidy(found))
            return made if in_shape(Sentence(made).masked) else ""
    return ""


def _openings(text: str, _: QualityWords) -> str:
    """Put the words that open a shape right, then the subject and its duty."""
    text = _BARE.sub(lambda m: f"{m[1]}the {m[2].lower()} ", text, count=1)
    for pattern, instead in (
        (_NO_COMMA, r"\1, "),
        (_CASE, "If "),
        (_OPENING, "When "),
        (_STATE, "While "),
        (_THEN, r"\1, "),
        (_IF, r"\1, then "),
        (_DUTY, r"\1 shall "),
    ):
        text = pattern.sub(instead, text, count=1)
    return text


def _possible(text: str, _: QualityWords) -> str:
    found = _POSSIBLE.match(text)
    return f"The system shall let {found['who'] or 'users'} {text[found.end() :]}" if found else ""


def _can(text: str, words: QualityWords) -> str:
    found = _CAN.match(text)
    if found is None or not people_in(found["who"].lower(), words):
        return ""
    return f"The system shall let {lowered(found['who'])} {text[found.end() :]}"


def _wish(text: str, words: QualityWords) -> str:
    found = _WISH.match(text)
    return f"The system shall {text[found.end() :]}" if found and _verb(found[1].lower(), words) else ""


def _order(text: str, words: QualityWords) -> str:
    first = text.split(" ", 1)[0].lower()
    return f"The system shall {lowered(text)}" if " " in text and _verb(first, words) else ""


def _verb(word: str, words: QualityWords) -> bool:
    return word in verbs(words)
