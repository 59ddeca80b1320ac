"""Text as it enters the way: cleaned once at the door, addressed by character spans afterwards.

Step 0. In: what somebody typed or a file held. Out: text that every store and every export can carry.
"""

import re
from dataclasses import dataclass

# Tab and line feed stay. The rest of C0/C1, lone surrogates and the non-characters at the end of each plane
# make Word, Excel and PostgreSQL refuse the whole document (XML 1.0, 5th edition, production 2, "Char").
_NONCHARACTERS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef" + _NONCHARACTERS + "]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Address the characters [start, end) of a text, counted in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def between(self, text: str, end: re.Pattern[str]) -> "Span":
        """Return the stretch of `text` between two ends, such as full stops, in which the span stands."""
        before = [match.end() for match in end.finditer(text, 0, self.start)]
        after = end.search(text, self.end)
        return Span(before[-1] if before else 0, after.start() if after else len(text))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Hold a text that is safe to keep, and how many characters had to be taken out."""

    text: str
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCase:
    """Hold one use case as its marketer wrote it.

    `number` counts from 1 within the project and never changes: it is the 2 of UC2.
    `measure` is the measure of success in the marketer's words, "" when not stated.
    """

    number: int
    title: str
    narrative: str
    measure: str = ""

    @property
    def ref(self) -> str:
        """Return the short name used in ids, pages and documents: UC2."""
        return f"UC{self.number}"


def clean_text(text: str) -> Cleaned:
    """Take out the characters that no document can carry and turn every line ending into a line feed.

    Everything else stays byte for byte: no normalisation, no trimming.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned, removed = _UNWANTED.subn("", lines)
    return Cleaned(cleaned, removed)
