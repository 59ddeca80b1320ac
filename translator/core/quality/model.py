"""Findings: what the quality check says about one requirement. Step 6."""

from dataclasses import dataclass

from translator.core.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Hold one finding.

    `code` is a short stable word ("vague"); `rule` its source, such as "INCOSE GtWR v4 R7". `message` says in plain
    words what is wrong and why, `suggestion` what to do. `span` marks the words of the sentence, None when the
    finding is about the whole sentence or about its fit criterion.
    """

    code: str
    rule: str
    message: str
    suggestion: str
    span: Span | None = None
