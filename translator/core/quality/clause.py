"""A sentence as the rules see it: without the words that stand in quotation marks, and cut at its "shall".

Step 6. In: a sentence. Out: a Sentence. What stands in quotation marks is somebody's own words and is not judged.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from translator.core.text import Span

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"(?:^|, then |, )(?P<subject>[^,]{1,80}?) (?P<shall>shall)\b")


@dataclass(frozen=True)
class Sentence:
    """Hold a sentence; `masked` is as long, in lower case, with quoted words blanked out."""

    text: str

    @cached_property
    def masked(self) -> str:
        """Return the text in lower case with quoted words blanked out; every place keeps its number."""
        text = re.sub(r"\bIT\b", "--", self.text)  # the department, not the pronoun
        lower = text.lower()
        if len(lower) != len(text):  # some capitals, such as İ, become two characters
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        return _QUOTED.sub(lambda m: "“" + "q" * (len(m[0]) - 2) + "”", lower)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words of `masked`."""
        return frozenset(_WORD.findall(self.masked))

    @cached_property
    def unquoted(self) -> str:
        """Return the text as it is written, with quoted words blanked out."""
        return _QUOTED.sub(lambda m: "“" + "q" * (len(m[0]) - 2) + "”", self.text)

    @cached_property
    def clause(self) -> re.Match[str] | None:
        """Return the first subject (group "subject") and its "shall", None where there is none."""
        return _CLAUSE.search(self.masked)

    @property
    def condition(self) -> str:
        """Return what stands before the subject, with its comma: "When a basket is abandoned, "."""
        return self.text[: self.clause.start("subject")] if self.clause else ""

    @property
    def subject(self) -> str:
        """Return who shall do it, as written."""
        return self.text[slice(*self.clause.span("subject"))] if self.clause else ""

    def of(self, match: re.Match[str], group: str | int = 0) -> str:
        """Return what a match on `masked` says in the sentence itself."""
        return self.text[slice(*match.span(group))]


def span_of(match: re.Match[str], group: str | int = 0) -> Span:
    """Return where a match stands."""
    return Span(*match.span(group))


def lowered(words: str) -> str:
    """Return words with a small first letter, unless it begins a name or an abbreviation."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def uppered(words: str) -> str:
    """Return words with a large first letter."""
    return words[:1].upper() + words[1:]


def stopped(words: str) -> str:
    """Return words with one full stop at their end."""
    return words.rstrip(" .,;") + "."
