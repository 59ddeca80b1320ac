"""Exclusions: what the text rules out. They are listed in the document and never become a requirement.

Step 5. In: a use case and its reading. Out: exclusions in the order of the text, each with its quote.
"""

from translator.core.reading.model import Reading, Signal
from translator.core.requirements.model import Exclusion
from translator.core.suggestions import own_words
from translator.core.text import UseCase


def exclusions(use_case: UseCase, reading: Reading) -> tuple[Exclusion, ...]:
    """Return what the narrative rules out, in its own words; the same words stand once, inside longer ones not at all.

    The bank's labels would say something else than the person wrote: "opt-out" for "nobody who unsubscribed".
    """
    found = (
        Exclusion(
            use_case=use_case.number, kind=s.kind.value, what=own_words(s.evidence), evidence=s.evidence, span=s.span,
            said_by=s.said_by,
        )
        for s in reading.excluded
        if not any(_inside(s, other) for other in reading.excluded)
    )  # fmt: skip
    return tuple({exclusion.span: exclusion for exclusion in found}.values())


def _inside(signal: Signal, other: Signal) -> bool:
    """Tell whether a signal's words stand inside longer words that rule something out."""
    mine, theirs = signal.span, other.span
    return mine != theirs and theirs.start <= mine.start and mine.end <= theirs.end
