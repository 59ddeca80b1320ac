"""The panel beside the text: what was read or said, what is ruled out, what was not meant, what is still missing.

In: a reading, of the stored text or of the one being typed. Out: what templates/describe/reading.html shows.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from translator.core.prompts import Prompt
from translator.core.reading.added import absent
from translator.core.reading.ladder import PATTERNS, needed_before
from translator.core.reading.model import Added, Reading, Rejection
from translator.core.requirements.wording import listed
from translator.web.describe.chips import Chip, ChipGroup, added_chips, groups_of, rejected_chips, ruled_out
from translator.web.describe.language import is_foreign
from translator.web.describe.missing import Hint, still_missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Hold the panel. `left_out` was rejected and `said` was added just now: both are offered back at once.

    `gone` is what people said of words that no longer stand in the text. `foreign`: it is not in English. `looks_like`
    is the kind of use case in plain words, "" when the text does not say, and `needs` what has to be there before it.
    """

    blank: bool
    foreign: bool
    groups: tuple[ChipGroup, ...]
    ruled_out: tuple[Chip, ...]
    rejected: tuple[Chip, ...]
    gone: tuple[Chip, ...]
    missing: tuple[Hint, ...]
    looks_like: str = ""
    needs: str = ""
    left_out: Chip | None = None
    said: Chip | None = None

    @property
    def count(self) -> int:
        """Return how many things were understood."""
        return sum(len(group.chips) for group in self.groups) + len(self.ruled_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Hold what people say beside the text: what they rejected and added, and who looks.

    `left_out` and `said` are the tokens of what was rejected or added a moment ago, "" for none.
    """

    rejections: tuple[Rejection, ...]
    additions: tuple[Added, ...]
    me: str
    left_out: str = ""
    said: str = ""


def panel_of(reading: Reading, measure: str, word: Word, prompts: tuple[Prompt, ...]) -> Panel:
    """Build the panel for a text."""
    rejected = rejected_chips(word.rejections)
    return Panel(
        blank=not reading.text.strip(),
        foreign=is_foreign(reading.text),
        groups=groups_of(reading, word.me),
        ruled_out=ruled_out(reading, word.me),
        rejected=rejected,
        gone=added_chips(absent(reading.text, word.additions), word.me),
        looks_like=PATTERNS.get(reading.pattern, ""),
        needs=listed(needed_before(reading.rung)),
        missing=still_missing(reading, measure, prompts),
        left_out=_named(rejected, word.left_out),
        said=_named(added_chips(word.additions, word.me), word.said),
    )


def _named(chips: Iterable[Chip], token: str) -> Chip | None:
    return next((chip for chip in chips if chip.token == token), None)
