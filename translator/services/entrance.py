"""The entrance for every text that a person sends: cleaned, measured, and refused in plain sentences.

In: raw strings of a form. Out: strings that every store and every export can carry.
"""

from dataclasses import dataclass, field

from translator.core.errors import InputError
from translator.core.text import clean_text
from translator.services.errors import InputErrors

NARRATIVE_LIMIT = 50_000
PROSE_LIMIT = 10_000
LINE_LIMIT = 200


@dataclass(slots=True)
class Entrance:
    """Take in the texts of one form. Ask `check()` after the last one: it raises for all that cannot be used.

    `removed` counts the characters that had to be taken out so far.
    """

    removed: int = 0
    errors: list[InputError] = field(default_factory=list)

    def text(self, name: str, value: str, *, limit: int = PROSE_LIMIT, needed: str = "") -> str:
        """Return a text of several lines, as typed. `needed` is the sentence to say when it is blank."""
        cleaned = clean_text(value)
        self.removed += cleaned.removed
        if len(cleaned.text) > limit:
            self.refuse(name, f"Use at most {limit:,} characters here; this text has {len(cleaned.text):,}.")
        if needed and not cleaned.text.strip():
            self.refuse(name, needed)
        return cleaned.text

    def line(self, name: str, value: str, *, limit: int = LINE_LIMIT, needed: str = "") -> str:
        """Return a text of one line: line ends and runs of blanks become one space, the ends are trimmed."""
        return " ".join(self.text(name, value, limit=limit, needed=needed).split())

    def refuse(self, name: str, sentence: str) -> None:
        """Note why the input called `name` cannot be used."""
        self.errors.append(InputError(sentence, name))

    def check(self) -> None:
        """Raise InputErrors when anything was refused."""
        if self.errors:
            raise InputErrors(tuple(self.errors))
