"""Remarks: what to tell people about one line of the specification, in plain words and no more than they can use.

Step 6. In: a requirement as it stands. Out: at most three remarks: first on words of the text that are gone, then on
what a person wrote by hand. Drafted sentences were checked with the bank and get none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.bank.model import QualityWords
from translator.core.quality.model import Finding
from translator.core.quality.sentence import check_sentence
from translator.core.requirements.model import Requirement, Status

MOST = 3
_BY_HAND = frozenset({Status.EDITED, Status.ADDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Hold one remark. `where` is the words concerned, or which part of the line; `why` and `suggestion` are sentences.

    `suggestion` is "" where there is nothing to do but to look.
    """

    where: str
    why: str
    suggestion: str = ""


def remarks_on(requirement: Requirement, words: QualityWords) -> tuple[Remark, ...]:
    """Return the remarks on one line, the weightiest first."""
    if not requirement.live:
        return ()
    return (*_gone(requirement), *_left_behind(requirement), *_checked(requirement, words))[:MOST]


def _gone(requirement: Requirement) -> Iterator[Remark]:
    if requirement.words_gone:
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


def _checked(requirement: Requirement, words: QualityWords) -> Iterator[Remark]:
    if requirement.status not in _BY_HAND:
        return
    for finding in check_sentence(requirement.sentence, requirement.fit, words):
        yield Remark(where=_where(finding, requirement), why=finding.message, suggestion=finding.suggestion)


def _where(finding: Finding, requirement: Requirement) -> str:
    if finding.span is not None:
        return f"“{finding.span.of(requirement.sentence)}”"
    return "The measure" if finding.code == "no-fit" else "The sentence"
