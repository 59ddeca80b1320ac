"""Remarks: what to tell people about one line of the specification, in plain words, the weightiest first.

Step 6. In: a requirement as it stands, or a sentence being written. Out: remarks: first on words of the text that are
gone and on times without a year in a typed answer, then on what a person wrote by hand. Drafted sentences were checked
with the bank and get none of the last. Pages show at most MOST of them at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.bank.model import QualityWords
from translator.core.quality.model import Finding
from translator.core.quality.names import Explained
from translator.core.quality.sentence import check_sentence
from translator.core.quality.undated import undated
from translator.core.requirements.model import Requirement, Status

MOST = 3
_BY_HAND = frozenset({Status.EDITED, Status.ADDED})
# What a supplier would ask first: who does what, how many duties, what is left out; then single words; then form.
_FIRST = ("shape", "several", "unfilled", "no-fit", "no-unit", "no-unit-fit", "subject", "passive", "modal")
_LAST = ("unexplained", "any", "short-form", "decimal", "purpose", "solution", "elsewhere", "slip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Hold another wording of a sentence; `second` is the sentence of a line of its own, "" where there is none."""

    sentence: str
    second: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Hold one remark. `where` is the words concerned, or which part of the line; `why` and `suggestion` are sentences.

    `suggestion` is "" where there is nothing to do but to look. `code` is the finding's, "" for one that no rule
    found; `rule` and `hurts` say where the rule stands and what the fault takes away. `offers` are other wordings that
    pass the check in this point and fail in no new one.
    """

    where: str
    why: str
    suggestion: str = ""
    code: str = ""
    rule: str = ""
    hurts: str = ""
    offers: tuple[Offer, ...] = ()


def remarks_on(requirement: Requirement, words: QualityWords, explained: Explained | None = None) -> tuple[Remark, ...]:
    """Return the remarks on one line, the weightiest first; terms are judged where it is told what is `explained`."""
    if not requirement.live:
        return ()
    found = [*_gone(requirement), *_left_behind(requirement), *_moving(requirement)]
    if requirement.status in _BY_HAND:
        found += remarks_on_words(requirement.sentence, requirement.fit, words, explained)
    return tuple(found)


def remarks_on_words(
    sentence: str, fit: str, words: QualityWords, explained: Explained | None = None
) -> tuple[Remark, ...]:
    """Return the remarks on a sentence and its measure as somebody writes them, the weightiest first."""
    findings = sorted(check_sentence(sentence, fit, words, explained), key=_weight)
    return tuple(
        Remark(
            where=_where(finding, sentence),
            why=finding.message,
            suggestion=finding.suggestion,
            code=finding.code,
            rule=finding.rule,
            hurts=finding.hurts.value,
            offers=_offers(finding, findings, sentence, words),
        )
        for finding in findings
    )


def _gone(requirement: Requirement) -> Iterator[Remark]:
    # A suspect line says itself what went and what came.
    if requirement.words_gone and not requirement.suspect:
        said = " and ".join(f"“{words}”" for words in requirement.words_gone)
        yield Remark(
            where="The text",
            why=f"This line rests on words that the text no longer says: {said}.",
            suggestion="Confirm what the text says now, or answer the question in your own words.",
        )


def _left_behind(requirement: Requirement) -> Iterator[Remark]:
    """Find the plain words and the measure of a draft below a sentence that a person has rewritten."""
    line = requirement
    if line.status is not Status.EDITED or line.sentence == line.draft_sentence:
        return
    old = [
        name
        for name, mine, drafted in (
            ("the plain words", line.plain, line.draft_plain),
            ("the measure", line.fit, line.draft_fit),
        )
        if drafted and mine == drafted
    ]
    if old:
        which = " and ".join(old).capitalize()
        still = "still describe" if len(old) > 1 or old[0] == "the plain words" else "still describes"
        yield Remark(
            where=which,
            why=f"{which} {still} the old sentence.",
            suggestion="Write them anew, so that both sides read the same thing.",
        )


def _moving(requirement: Requirement) -> Iterator[Remark]:
    for words in undated(requirement):
        yield Remark(
            where=f"“{words}”",
            why="It means another time when somebody reads it next year.",
            suggestion="Write the year or the date into the answer.",
        )


def _weight(finding: Finding) -> int:
    if finding.code in _FIRST:
        return _FIRST.index(finding.code)
    return len(_FIRST) + (1 + _LAST.index(finding.code) if finding.code in _LAST else 0)


def _offers(finding: Finding, beside: list[Finding], sentence: str, words: QualityWords) -> tuple[Offer, ...]:
    """Return the rewrites that mend this fault and bring no new one."""
    known = {f.code for f in beside} - {finding.code}
    made = (Offer(sentence=rewrite.applied(sentence), second=rewrite.second) for rewrite in finding.rewrites)
    return tuple(offer for offer in made if offer.sentence != sentence and _codes(offer, words) <= known)


def _codes(offer: Offer, words: QualityWords) -> set[str]:
    """Return what is wrong with a wording, whatever measures it."""
    every = (check_sentence(said, "A test.", words) for said in (offer.sentence, offer.second) if said)
    return {finding.code for findings in every for finding in findings}


def _where(finding: Finding, sentence: str) -> str:
    if finding.span is not None:
        return f"“{finding.span.of(sentence)}”"
    return "The measure" if finding.code in ("no-fit", "no-unit-fit") else "The sentence"
