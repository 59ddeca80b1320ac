"""The narratives beside this file, read and compared with what each states.

A file is a list of {text, kind: [quotes]}; a quote of channel or timing is written `value: quote`. A quote and a
signal meet when they share at least half of the shorter one's characters. Floors are a little below what was
measured when they were last raised, so that a change that makes the reading worse fails.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from translator.content.lexicon_load import load_lexicon
from translator.core.reading.model import Signal
from translator.core.reading.read import Reader

HERE = Path(__file__).parent
KINDS = (
    "actor",
    "channel",
    "data",
    "system",
    "timing",
    "kpi",
    "volume",
    "geography",
    "consent",
    "constraint",
    "negated",
)
Quote = tuple[str, str, str]


@cache
def narratives() -> list[dict[str, Any]]:
    return [row for path in sorted(HERE.glob("*.yaml")) for row in yaml.safe_load(path.read_text("utf-8"))]


def quotes(row: dict[str, Any]) -> Iterator[Quote]:
    for kind in KINDS:
        for item in row.get(kind, []):
            value, quote = next(iter(item.items())) if isinstance(item, dict) else ("", item)
            yield kind, str(value), str(quote)


def meets(row: dict[str, Any], quote: str, signal: Signal) -> bool:
    start = row["text"].find(quote)
    while start >= 0:
        shared = min(start + len(quote), signal.span.end) - max(start, signal.span.start)
        if 2 * shared >= min(len(quote), signal.span.end - signal.span.start):
            return True
        start = row["text"].find(quote, start + 1)
    return False


def kind_of(signal: Signal) -> str:
    return "negated" if signal.negated else signal.kind.value


@cache
def counts() -> Counter[tuple[str, str]]:
    reader, count = Reader(load_lexicon()), Counter[tuple[str, str]]()
    for row in narratives():
        signals = reader.read(row["text"]).signals
        wanted = list(quotes(row))
        for kind, value, quote in wanted:
            hits = [s for s in signals if kind_of(s) == kind and meets(row, quote, s)]
            count[kind, "wanted"] += 1
            count[kind, "recalled"] += bool(hits)
            count[kind, "valued"] += bool(hits and value)
            count[kind, "value right"] += bool(value and any(h.value == value for h in hits))
        for signal in signals:
            count[kind_of(signal), "found"] += 1
            count[kind_of(signal), "right"] += any(k == kind_of(signal) and meets(row, q, signal) for k, _, q in wanted)
    return count


def share(part: str, whole: str, kinds: tuple[str, ...] = KINDS) -> float:
    return sum(counts()[k, part] for k in kinds) / sum(counts()[k, whole] for k in kinds)


def test_there_are_150_narratives_and_every_quote_is_in_its_text() -> None:
    assert len(narratives()) >= 150
    assert [q for row in narratives() for _, _, q in quotes(row) if q not in row["text"]] == []
    assert {key for row in narratives() for key in row} <= {"text", *KINDS}


def test_what_is_found_is_mostly_stated() -> None:
    assert share("right", "found") >= 0.84


def test_what_is_stated_is_mostly_found() -> None:
    assert share("recalled", "wanted") >= 0.85


def test_values_of_closed_vocabularies_are_right() -> None:
    assert share("value right", "valued", ("timing",)) >= 0.98
    assert share("value right", "valued", ("channel",)) >= 0.92


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [
        ("negated", 0.93, 0.97),
        ("consent", 0.81, 0.86),
        ("constraint", 0.94, 0.86),
        ("timing", 0.85, 0.91),
        ("channel", 0.89, 0.89),
        ("actor", 0.85, 0.84),
        ("system", 0.91, 0.79),
        ("geography", 0.92, 0.89),
    ],
)
def test_the_kinds_that_steer_requirements_hold_their_floors(kind: str, precision: float, recall: float) -> None:
    assert share("right", "found", (kind,)) >= precision
    assert share("recalled", "wanted", (kind,)) >= recall


@pytest.mark.parametrize(
    ("kind", "precision", "recall"), [("data", 0.68, 0.72), ("kpi", 0.90, 0.88), ("volume", 0.86, 0.78)]
)
def test_facts_outcomes_and_numbers_hold_their_floors(kind: str, precision: float, recall: float) -> None:
    assert share("right", "found", (kind,)) >= precision
    assert share("recalled", "wanted", (kind,)) >= recall
