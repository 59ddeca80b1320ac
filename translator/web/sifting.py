"""Sifting a long list by what its address asks for, so that a choice can be kept, passed on and taken back.

In: the query of an address, and one test for each of its names. Out: the rows that pass, and each further choice as a
link that says how many rows it would leave.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Hold one choice of a filter. `value` is "" for all of them, `many` how many rows it would leave."""

    value: str
    words: str
    many: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sift(Generic[Row]):
    """Hold what an address chose, name by name ("" = nothing chosen), and when a row fits a choice."""

    chosen: Mapping[str, str]
    tests: Mapping[str, Callable[[Row, str], bool]]

    @property
    def narrowed(self) -> bool:
        """Tell whether anything was chosen."""
        return any(self.chosen.values())

    def address(self, **changes: str) -> str:
        """Return the query of this page with something changed."""
        return f"?{urlencode({name: value for name, value in {**self.chosen, **changes}.items() if value})}"

    def keeps(self, row: Row, *, beside: str = "") -> bool:
        """Tell whether a row fits every choice, that of `beside` left out."""
        return all(test(row, self.chosen[n]) for n, test in self.tests.items() if self.chosen[n] and n != beside)

    def choices(self, name: str, options: Iterable[tuple[str, str]], rows: Collection[Row]) -> tuple[Choice, ...]:
        """Return the choices of one filter, (value, words) each, with how many rows they leave beside the others."""
        left = [row for row in rows if self.keeps(row, beside=name)]
        test = self.tests[name]
        return tuple(
            Choice(
                value=value,
                words=words,
                many=sum(not value or test(row, value) for row in left),
                chosen=self.chosen[name] == value,
            )
            for value, words in options
        )


def sift(
    args: Mapping[str, str], tests: Mapping[str, Callable[[Row, str], bool]], **allowed: Collection[str]
) -> Sift[Row]:
    """Read what an address chooses; `allowed` are the values of a name, and a value beside them counts as none."""
    said = {name: args.get(name, "").strip() for name in tests}
    return Sift(
        chosen={name: value if value in allowed.get(name, (value,)) else "" for name, value in said.items()},
        tests=tests,
    )


def holds(words: str, *texts: str) -> bool:
    """Tell whether any of the texts holds these words, capitals apart."""
    return any(words.casefold() in text.casefold() for text in texts)
