"""Sharing: the checked values of needs.yaml turned into the bank's own, and where each of them stands."""

from collections.abc import Iterator
from typing import Any

from translator.core.bank.condition import SECONDS
from translator.core.bank.sharing import Against, Also, Clash, Heard, Need, NeedLine, NeedWords, Sharing, Strictest


def sharing_from(raw: dict[str, Any]) -> Sharing:
    """Build what use cases share, from data that its schema has accepted."""
    return Sharing(
        needs=tuple(_need(entry) for entry in raw["needs"]),
        clashes=tuple(_clash(entry) for entry in raw["clashes"]),
        alike=raw["alike"],
    )


def places_of(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the name of each entry, as faults call it, with its key path in the file."""
    yield from ((f"need {entry['id']}", f"needs[{index}]") for index, entry in enumerate(raw["needs"]))
    yield from ((f"clash {entry['id']}", f"clashes[{index}]") for index, entry in enumerate(raw["clashes"]))


def _need(raw: dict[str, Any]) -> Need:
    return Need(
        id=raw["id"],
        name=raw["name"],
        question=raw["question"],
        strictest=Strictest(raw["strictest"]),
        order=tuple(raw.get("order", ())),
        lines=tuple(_line(line) for line in raw["lines"]),
    )


def _line(raw: dict[str, Any]) -> NeedLine:
    differing = raw.get("differing")
    return NeedLine(
        template=raw["template"],
        same=NeedWords(sentence=raw["sentence"], plain=raw["plain"], fit=raw["fit"]),
        differing=NeedWords(**differing) if differing else None,
    )


def _clash(raw: dict[str, Any]) -> Clash:
    number, unit = raw.get("least", (0, "day"))
    return Clash(
        id=raw["id"],
        name=raw["name"],
        question=raw.get("question", ""),
        against=Against(raw["against"]),
        groups=tuple(tuple(group) for group in raw.get("groups", ())),
        also=tuple(_also(entry) for entry in raw.get("also", ())),
        ask=raw["ask"],
        why=raw["why"],
        heard=tuple(_heard(entry) for entry in raw.get("heard", ())),
        choices=tuple(raw.get("choices", ())),
        words=tuple(raw.get("words", ())),
        least=number * SECONDS[unit],
    )


def _also(raw: dict[str, Any]) -> Also:
    sizes = raw.get("sizes", {})
    return Also(
        question=raw["question"],
        where=raw.get("where", ""),
        equals=raw.get("is", ""),
        unless=raw.get("unless", ""),
        sizes={choice: number * SECONDS[unit] for choice, (number, unit) in sizes.items()},
        needs=raw.get("needs", False),
    )


def _heard(raw: dict[str, Any]) -> Heard:
    return Heard(
        kinds=tuple(raw.get("kinds", ())),
        words=tuple(raw["words"]),
        means=raw.get("means", ""),
        values=tuple(raw.get("values", ())),
        around=raw.get("around", False),
        beside=tuple(raw.get("beside", ())),
    )
