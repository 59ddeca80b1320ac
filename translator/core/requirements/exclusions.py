"""Exclusions: what the text rules out. They are listed in the document and never become a requirement.

Step 5. In: a use case and its reading. Out: exclusions in the order of the text, each with its quote.
"""

from translator.core.reading.model import Reading
from translator.core.requirements.model import Exclusion
from translator.core.text import UseCase


def exclusions(use_case: UseCase, reading: Reading) -> tuple[Exclusion, ...]:
    """Return what the narrative rules out; the same thing ruled out in the same words stands once."""
    found = (
        Exclusion(
            use_case=use_case.number, kind=s.kind.value, what=s.value, evidence=s.evidence, span=s.span,
            said_by=s.said_by,
        )
        for s in reading.excluded
    )  # fmt: skip
    return tuple(dict.fromkeys(found))
