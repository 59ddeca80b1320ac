"""The panel beside the text: what was read, what is ruled out, what was not meant, what is still missing.

In: a reading, of the stored text or of the one being typed. Out: what templates/describe/reading.html shows.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from translator.core.prompts import Prompt
from translator.core.reading.model import Reading, Rejection
from translator.web.describe.chips import Chip, ChipGroup, groups_of, rejected_chips, ruled_out
from translator.web.describe.missing import Hint, still_missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Hold the panel. `left_out` is the signal that was rejected just now, to be offered back at once."""

    blank: bool
    groups: tuple[ChipGroup, ...]
    ruled_out: tuple[Chip, ...]
    rejected: tuple[Chip, ...]
    missing: tuple[Hint, ...]
    left_out: Chip | None = None

    @property
    def count(self) -> int:
        """Return how many things were understood."""
        return sum(len(group.chips) for group in self.groups) + len(self.ruled_out)


def panel_of(
    reading: Reading, measure: str, rejections: Iterable[Rejection], prompts: tuple[Prompt, ...], left_out: str = ""
) -> Panel:
    """Build the panel for a text; `left_out` is the token of a signal that was rejected just now."""
    rejected = rejected_chips(rejections)
    return Panel(
        blank=not reading.text.strip(),
        groups=groups_of(reading),
        ruled_out=ruled_out(reading),
        rejected=rejected,
        missing=still_missing(reading, measure, prompts),
        left_out=next((chip for chip in rejected if chip.token == left_out), None),
    )
