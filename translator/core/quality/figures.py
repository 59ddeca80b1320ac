"""Figures: a number says something once it has a unit, a direction and one way to be read.

Step 6. In: a sentence, or a measure. Out: findings (R6, R33, R40).
"""

import re
from collections.abc import Iterator

from translator.core.quality.clause import Sentence, span_of
from translator.core.quality.model import Characteristic, Finding, Rewrite, gtwr

_NUMBER = re.compile(r"(?<![\w.,€$£%°/:#+-])(?P<number>\d[\d.,]*\d|\d)(?![\w%€$£°/:-]|\s?[%€$£]|[.,]\d)")
# What may stand before a number that needs no unit: it names something, or it is a date.
_NAMING = re.compile(
    r"(?:\b(?:version|release|level|article|section|clause|chapter|class|tier|grade|phase|step|option|stage|group|page"
    r"|number|no\.?|nr\.?|top|rank|rule|day|week|wave|type|case|annex|iso|iec|ieee|wcag|tls|ssl|soc|en|of|in|by|since"
    r"|year|eur|usd|gbp|chf|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|uc|and|or"
    r"|to|from|between|of the|than|at)|[€$£(])\s*$"
)
_NAME = re.compile(r"[a-z,] [A-Z]\w+(?: [A-Z]\w+)* $")  # "Google Analytics 4"
_ONLY_YEAR = frozenset(
    {"in", "by", "since", "year", "from", "to", "of", "and", "or", "between", "than", "at", "of the"}
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_BARE_END = re.compile(
    r"\s*(?:$|[.,;:!?)](?:\s|$)|(?:for|in|on|by|at|when|while|if|that|which|after|before|from|with|without|as|is|are"
    r"|shall|per|within|during|until|across|under|over|because|so|than|via|into|and(?! \d)|or(?! \d)|but)\b)"
)
_SHARE = re.compile(r"\s*(?:of|out of|in)\s+(?:each |every |the )?\d|\s*(?:to|and|or|-|\u2013|by|x)\s*\d")
_AFTER_SHARE = re.compile(r"\d\s*(?:of|out of)\s+(?:each |every |the )?$|\bin\s+$")
_IN_TIME = re.compile(
    r"\b(?<!once )(?<!twice )(?P<in>in) \d[\d.,]* (?:milliseconds?|seconds?|minutes?|hours?)\b(?!['\u2019])"
)
_COMMA = re.compile(r"(?<![\d.,])(?P<whole>\d+),(?P<part>\d{1,2})(?![\d,])")
_POINTS = re.compile(r"(?<![\d.,v])(?P<whole>[1-9]\d{0,2})(?P<rest>(?:\.\d{3})+)(?![\d.])")


def without_unit(sentence: Sentence) -> Iterator[Finding]:
    """Find the first number that counts nothing: "within 5" fails, "within 5 minutes" and "95 of 100" pass."""
    for match in _NUMBER.finditer(sentence.masked):
        if _bare(sentence, match):
            yield Finding(
                code="no-unit",
                rule=gtwr(6),
                hurts=Characteristic.COMPLETE,
                message=f"“{match['number']}” of what?",
                suggestion="Write the unit behind the number, such as seconds, people or percent.",
                span=span_of(match, "number"),
            )
            return


def _bare(sentence: Sentence, match: re.Match[str]) -> bool:
    masked = sentence.masked
    after, before, number = masked[match.end() :], masked[: match.start()], match["number"]
    if _NAME.search(sentence.text[: match.start()]):
        return False
    if not _BARE_END.match(after) or _SHARE.match(after) or _AFTER_SHARE.search(before):
        return False
    naming = _NAMING.search(before)
    if naming is None:
        return True
    word = naming[0].strip()
    return word in _ONLY_YEAR and not _YEAR.fullmatch(number) and not _CLOCK.fullmatch(number)


def readable(sentence: Sentence) -> Iterator[Finding]:
    """Find a number that two people read in two ways (R40), and a time that is met at one moment only (R33)."""
    comma, points, at = (pattern.search(sentence.masked) for pattern in (_COMMA, _POINTS, _IN_TIME))
    if comma:
        yield _number(sentence, comma, f"{comma['whole']}.{comma['part']}")
    elif points:
        yield _number(sentence, points, points[0].replace(".", ","))
    if at:
        yield Finding(
            code="moment",
            rule=gtwr(33),
            hurts=Characteristic.VERIFIABLE,
            message="“in” names one moment: is earlier wrong?",
            suggestion="Write “within” for the longest time.",
            span=span_of(at, "in"),
            rewrites=(Rewrite(changes=((span_of(at, "in"), "within"),)),),
        )


def _number(sentence: Sentence, match: re.Match[str], instead: str) -> Finding:
    return Finding(
        code="decimal",
        rule=gtwr(40),
        message=f"“{sentence.of(match)}” is read in two ways: a point or a comma marks the decimals.",
        suggestion="Write a point before decimals and a comma between thousands.",
        span=span_of(match),
        rewrites=(Rewrite(changes=((span_of(match), instead),)),),
    )
