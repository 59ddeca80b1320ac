"""The check of one requirement: its sentence, and whether anybody could test it.

Step 6. In: a sentence, its fit criterion, the bank's quality words. Out: findings in the order of the sentence.
Rule numbers are those of the INCOSE Guide to Writing Requirements, version 4 (2023). What no text check can tell is
left to people (R13, R14, R22, R23, R39) or to the check of the set (R29, R30, R36, R41, R42; see whole.py).
"""

import re
from dataclasses import replace

from translator.core.bank.model import QualityWords
from translator.core.quality.clause import Sentence
from translator.core.quality.duties import mixed_logic, one_duty, passive, subject, turned_twice
from translator.core.quality.figures import readable, without_unit
from translator.core.quality.marks import any_of, brackets, modal, pronoun, slash, slips, unfilled
from translator.core.quality.model import Characteristic, Finding, gtwr
from translator.core.quality.names import Explained, unexplained
from translator.core.quality.phrases import phrases, short_forms
from translator.core.quality.shapes import shape

NO_FIT = Finding(
    code="no-fit",
    rule=f"{gtwr(34)}; Volere fit criterion",
    hurts=Characteristic.VERIFIABLE,
    message="Nobody can tell when this is met.",
    suggestion="Add a number with its unit, or the test that shows it, or say what is to be agreed.",
)
# A measure is a number, a way to show it, or an honest gap.
_MEASURE = re.compile(
    r"\d|\b(?:test|tests|inspection|inspect|demonstrat\w+|shown?|shows|review|reviewed|report|log|record|records"
    r"|sample|document\w*|certificate|signed|agreed|audit|exercise|count\w*)\b",
    re.IGNORECASE,
)


def check_sentence(
    sentence: str, fit: str, words: QualityWords, explained: Explained | None = None
) -> tuple[Finding, ...]:
    """Check one requirement; no finding means that it can stand as it is. Quoted words are not judged.

    Terms are looked up in what is `explained`, and not judged without it.
    """
    said = Sentence(" ".join(sentence.split("\n")))
    found = [
        *shape(said, words),
        *one_duty(said, words),
        *modal(said),
        *passive(said, words),
        *subject(said, words),
        *turned_twice(said),
        *mixed_logic(said),
        *pronoun(said),
        *slash(said),
        *brackets(said),
        *unfilled(said),
        *slips(said),
        *any_of(said),
        *phrases(said, words),
        *short_forms(said, words),
        *without_unit(said),
        *readable(said),
        *(unexplained(said, words, explained) if explained else ()),
    ]
    return (*sorted(_apart(found), key=lambda f: f.span.start if f.span else -1), *_on_fit(fit))


def has_measure(fit: str) -> bool:
    """Tell whether a fit criterion says how anybody can tell that it is met."""
    return _MEASURE.search(fit) is not None


def _apart(found: list[Finding]) -> list[Finding]:
    """Leave out a finding whose words lie inside those of another, and "should" where the shape is put right anyway."""
    turned = any(f.code == "shape" and f.rewrites for f in found)
    spans = [f.span for f in found if f.span]
    return [
        f
        for f in found
        if not (turned and f.code == "modal")
        and (
            f.span is None
            or f.code in _KEPT
            or not any(s != f.span and s.start <= f.span.start and f.span.end <= s.end for s in spans)
        )
    ]


_KEPT = frozenset({"several", "passive", "subject"})


def _on_fit(fit: str) -> tuple[Finding, ...]:
    if not has_measure(fit):
        return (NO_FIT,)
    return tuple(
        replace(f, code="no-unit-fit", span=None, message=f.message.replace("of what?", "of what, in the measure?"))
        for f in without_unit(Sentence(fit))
    )
