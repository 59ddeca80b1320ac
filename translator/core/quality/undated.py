"""Undated: words of a typed answer that mean another day each time somebody reads them, such as "this year".

Step 6. In: a requirement. Out: the words, in quotation marks as the line quotes them; the answer stays as it was typed.
"""

import re

from translator.core.requirements.model import Requirement, SourceKind

_QUOTED = re.compile("“([^”]*)”")
_MOVING = re.compile(
    r"\b(?:this|next|last|coming) (?:year|quarter|month|spring|summer|autumn|winter|season|christmas)\b",
    re.IGNORECASE,
)


def undated(requirement: Requirement) -> tuple[str, ...]:
    """Return each such phrase that a line quotes from an answer, once, in the order of the line."""
    typed = " ".join(s.text for s in requirement.trace if s.kind is SourceKind.ANSWER).casefold()
    found = (m.group() for said in _QUOTED.findall(requirement.sentence) for m in _MOVING.finditer(said))
    return tuple(dict.fromkeys(words for words in found if words.casefold() in typed))
