"""The check of one requirement: its sentence, and whether anybody could test it.

Step 6. In: a sentence, its fit criterion, the bank's quality words. Out: findings in the order of the sentence.
"""

import re

from translator.core.bank.model import QualityWords
from translator.core.quality import rules
from translator.core.quality.model import Finding

VAGUE = Finding(
    code="vague",
    rule="INCOSE GtWR v4 R7",
    message="“{word}” means something else to everybody.",
    suggestion="Say how much, how many or how long.",
)
ESCAPE = Finding(
    code="escape",
    rule="INCOSE GtWR v4 R8",
    message="“{word}” lets the supplier leave it out.",
    suggestion="Say exactly when it applies, or take the words out.",
)
OPEN_ENDED = Finding(
    code="open-ended",
    rule="INCOSE GtWR v4 R9",
    message="“{word}” has no end: nobody knows when it is met.",
    suggestion="List all that is meant.",
)
SUPERFLUOUS = Finding(
    code="superfluous",
    rule="INCOSE GtWR v4 R10",
    message="“{word}” asks for an ability, not for the result.",
    suggestion="Say what the system does: “shall send”, not “shall be able to send”.",
)
ABSOLUTE = Finding(
    code="absolute",
    rule="INCOSE GtWR v4 R26",
    message="“{word}” cannot be shown in a test.",
    suggestion="Give the share that is good enough.",
)
NO_FIT = Finding(
    code="no-fit",
    rule="INCOSE GtWR v4 R34; Volere fit criterion",
    message="Nobody can tell when this is met.",
    suggestion="Add a number with its unit, or the test that shows it, or say what is to be agreed.",
)

# A measure is a number, a way to show it, or an honest gap.
_MEASURE = re.compile(
    r"\d|\b(?:test|tests|inspection|inspect|demonstrat\w+|shown?|shows|review|reviewed|report|log|record|records"
    r"|sample|document\w*|certificate|signed|agreed|audit|exercise|count\w*)\b",
    re.IGNORECASE,
)


def check_sentence(sentence: str, fit: str, words: QualityWords) -> tuple[Finding, ...]:
    """Check one requirement; no finding means that it can stand as it is. Quoted words are not judged."""
    masked = rules.mask(" ".join(sentence.split("\n")))
    found = [
        *rules.shape(masked),
        *rules.one_shall(masked),
        *rules.modal(masked),
        *rules.passive(masked),
        *rules.pronoun(masked),
        *rules.slash(masked),
        *rules.brackets(masked),
        *rules.unfilled(masked),
        *rules.listed_words(masked, words.vague, VAGUE),
        *rules.listed_words(masked, words.escape, ESCAPE),
        *rules.listed_words(masked, words.open_ended, OPEN_ENDED),
        *rules.listed_words(masked, words.superfluous, SUPERFLUOUS),
        *rules.listed_words(masked, words.absolute, ABSOLUTE),
    ]
    if not _MEASURE.search(fit):
        found.append(NO_FIT)
    return tuple(sorted(found, key=lambda f: f.span.start if f.span else -1))
