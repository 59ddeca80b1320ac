"""Phrases: words and phrases that leave a duty open, each list a rule.

Step 6. In: a sentence and the bank's quality words. Out: findings (R7, R8, R9, R10, R20, R25, R26, R31, R34, R35, R38),
each phrase once, with a rewrite where taking words out or writing them in full is enough.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from translator.core.bank.model import QualityWords
from translator.core.quality.clause import Sentence
from translator.core.quality.model import Characteristic, Finding, Rewrite, gtwr
from translator.core.quality.words import base_of, holds_any, listed
from translator.core.text import Span

_VERIFIABLE, _APPROPRIATE = Characteristic.VERIFIABLE, Characteristic.APPROPRIATE
# By list of QualityWords: the finding that each of its phrases gets; {word} is the phrase.
_LISTS = {
    "vague": Finding(
        code="vague", rule=gtwr(7),
        message="“{word}” means something else to everybody.", suggestion="Say how much, how many or how long.",
    ),
    "escape": Finding(
        code="escape", rule=gtwr(8), hurts=_VERIFIABLE,
        message="“{word}” lets the supplier leave it out.",
        suggestion="Say exactly when it applies, or take the words out.",
    ),
    "open_ended": Finding(
        code="open-ended", rule=gtwr(9), hurts=Characteristic.COMPLETE,
        message="“{word}” has no end: nobody knows when it is met.", suggestion="List all that is meant.",
    ),
    "superfluous": Finding(
        code="superfluous", rule=gtwr(10), hurts=_VERIFIABLE,
        message="“{word}” asks for an ability, not for the result.",
        suggestion="Say what the system does: “shall send”, not “shall be able to send”.",
    ),
    "purpose": Finding(
        code="purpose", rule=gtwr(20), hurts=Characteristic.SINGULAR,
        message="“{word}” puts the reason into the duty, and nobody can test a reason.",
        suggestion="Say what the system does here, and put the reason under “why”.",
    ),
    "elsewhere": Finding(
        code="elsewhere", rule=gtwr(25), hurts=Characteristic.COMPLETE,
        message="“{word}” points away from the sentence, which has to stand alone.",
        suggestion="Say here what is meant.",
    ),
    "absolute": Finding(
        code="absolute", rule=gtwr(26), hurts=_VERIFIABLE,
        message="“{word}” cannot be shown in a test.", suggestion="Give the share that is good enough.",
    ),
    "solution": Finding(
        code="solution", rule=gtwr(31), hurts=_APPROPRIATE,
        message="“{word}” says how it is built and shuts out better ways.",
        suggestion="Say what is needed, and leave the way to IT.",
    ),
    "unmeasured": Finding(
        code="unmeasured", rule=gtwr(34), hurts=_VERIFIABLE,
        message="“{word}” sets no figure, so anything would do.", suggestion="Give the figure with its unit.",
    ),
    "undated": Finding(
        code="undated", rule=gtwr(35), hurts=_VERIFIABLE,
        message="“{word}” names no moment that a test could wait for.",
        suggestion="Say within which time, or how often.",
    ),
}  # fmt: skip
_ABLE = re.compile(r"(?:be|have|provide|support) .*\bto$")
_LETS = re.compile(r"(?:allow|enable) (\w+) to$")
_CAPABLE = re.compile(r"\bbe capable of (\w+ing)\b")


def phrases(sentence: Sentence, words: QualityWords) -> Iterator[Finding]:
    """Find every listed phrase once."""
    for name, pattern in _LISTS.items():
        chosen: tuple[str, ...] = getattr(words, name)
        if holds_any(sentence.words, chosen):
            yield from _found(sentence, words, chosen, pattern)


def _found(sentence: Sentence, words: QualityWords, chosen: tuple[str, ...], pattern: Finding) -> Iterator[Finding]:
    seen: set[str] = set()
    for match in listed(chosen)[1].finditer(sentence.masked):
        if match[0] not in seen:
            seen.add(match[0])
            span = Span(match.start(), match.end())
            yield replace(
                pattern,
                message=pattern.message.replace("{word}", sentence.of(match)),
                span=span,
                rewrites=_rewrites(sentence, pattern.code, match, words),
            )


def _rewrites(sentence: Sentence, code: str, match: re.Match[str], words: QualityWords) -> tuple[Rewrite, ...]:
    span = Span(match.start(), match.end())
    if code == "escape":
        return (Rewrite(changes=((_with_commas(sentence.masked, span), ""),)),)
    if code != "superfluous":
        return ()
    if _ABLE.fullmatch(match[0]):
        return (Rewrite(changes=((span, ""),)),)
    lets = _LETS.fullmatch(match[0])
    if lets:
        return (Rewrite(changes=((span, f"let {lets[1]}"),)),)
    able = _CAPABLE.match(sentence.masked, match.start())
    base = base_of(able[1], words) if able else ""
    return (Rewrite(changes=((Span(able.start(), able.end()), base),)),) if able and base else ()


def _with_commas(masked: str, span: Span) -> Span:
    """Widen a phrase that stands between commas, or before the first one, by its commas."""
    before, after = masked[: span.start].rstrip(), masked[span.end :]
    if after.startswith(",") and (not before or before.endswith(",")):
        return Span(len(before) - 1 if before else 0, span.end + 1)
    return span


def short_forms(sentence: Sentence, words: QualityWords) -> Iterator[Finding]:
    """Find a shortened word (R38), as "min." may be minutes or a minimum."""
    full = dict(words.short_forms)
    if not holds_any(sentence.words, tuple(full)):
        return
    for match in listed(tuple(full))[1].finditer(sentence.masked):
        span = Span(match.start(), match.end())
        yield Finding(
            code="short-form",
            rule=gtwr(38),
            message=f"“{sentence.of(match)}” is a short form, and not everybody reads it in the same way.",
            suggestion=f"Write “{full[match[0]]}”.",
            span=span,
            rewrites=(Rewrite(changes=((span, full[match[0]]),)),),
        )
