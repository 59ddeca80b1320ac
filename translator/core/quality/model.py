"""Findings: what the quality check says about one requirement, and the rewrites that mend it. Step 6."""

import re
from dataclasses import dataclass
from enum import StrEnum

from translator.core.text import Span

# What is left around words that were taken out or put in.
_LOOSE = ((re.compile(r"[ \t]{2,}"), " "), (re.compile(r" +([,.;:])"), r"\1"), (re.compile(r",(?:\s*,)+"), ","),
          (re.compile(r",([.;:])"), r"\1"))  # fmt: skip
_QUOTED = re.compile(r"(“[^“”]*”|\"[^\"]*\")")


class Characteristic(StrEnum):
    """Name what a single requirement has to be (ISO/IEC/IEEE 29148:2018, 5.2.5)."""

    NECESSARY = "necessary"
    APPROPRIATE = "appropriate"
    UNAMBIGUOUS = "unambiguous"
    COMPLETE = "complete"
    SINGULAR = "singular"
    FEASIBLE = "feasible"
    VERIFIABLE = "verifiable"
    CORRECT = "correct"
    CONFORMING = "conforming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """Hold one way to mend a sentence: spans and what stands there instead.

    `changes` do not overlap and are in the order of the sentence. `second` is a sentence of its own that goes into a
    line of its own, "" where one line stays one.
    """

    changes: tuple[tuple[Span, str], ...]
    second: str = ""

    def applied(self, sentence: str) -> str:
        """Return the sentence with the changes made, its first letter large, blanks and commas put right."""
        for span, words in reversed(self.changes):
            sentence = sentence[: span.start] + words + sentence[span.end :]
        return tidy(sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Hold one finding.

    `code` is a short stable word ("vague"); `rule` its source, such as "INCOSE GtWR v4 R7"; `hurts` the
    characteristic that the fault takes away. `message` says in plain words what is wrong and why, `suggestion` what
    to do. `span` marks the words of the sentence, None when the finding is about the whole sentence or about its fit
    criterion. `rewrites` are other wordings of the sentence, empty where only a person knows.
    """

    code: str
    rule: str
    message: str
    suggestion: str
    hurts: Characteristic = Characteristic.UNAMBIGUOUS
    span: Span | None = None
    rewrites: tuple[Rewrite, ...] = ()


def gtwr(*numbers: int) -> str:
    """Name rules of the INCOSE Guide to Writing Requirements, version 4 (2023): "INCOSE GtWR v4 R18, R19"."""
    return "INCOSE GtWR v4 " + ", ".join(f"R{number}" for number in numbers)


def tidy(sentence: str) -> str:
    """Put blanks, commas and the first letter right; quoted words stay as they are."""
    parts = _QUOTED.split(sentence.strip(" ,"))
    for index in range(0, len(parts), 2):
        for pattern, instead in _LOOSE:
            parts[index] = pattern.sub(instead, parts[index])
    whole = "".join(parts).strip(" ,")
    return whole[:1].upper() + whole[1:]
