"""Narratives of `fresh/`, written before anybody looked how the reading takes them: what it holds on the unseen.

They are read as they stood; the floors say what was reached since, and the lower ones what a stranger may expect.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from readings.test_own_narratives import KINDS, kind_of, meets, quotes

from translator.content.lexicon_load import load_lexicon
from translator.core.reading.read import Reader

HERE = Path(__file__).parent / "fresh"
FILES = sorted(HERE.glob("*.yaml"))


def rows(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load(path.read_text("utf-8")))


def measured(path: Path) -> tuple[float, float]:
    """Return precision and recall over all kinds of a file."""
    reader = Reader(load_lexicon())
    wanted = recalled = found = right = 0
    for row in rows(path):
        signals, stated = reader.read(row["text"]).signals, list(quotes(row))
        wanted += len(stated)
        found += len(signals)
        recalled += sum(any(kind_of(s) == k and meets(row, q, s) for s in signals) for k, _, q in stated)
        right += sum(any(k == kind_of(s) and meets(row, q, s) for k, _, q in stated) for s in signals)
    return right / found, recalled / wanted


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_quote_is_in_its_text(path: Path) -> None:
    assert [q for row in rows(path) for _, _, q in quotes(row) if q not in row["text"]] == []
    assert {key for row in rows(path) for key in row} <= {"text", *KINDS}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_what_is_read_in_unseen_texts_is_mostly_stated_and_what_is_stated_mostly_read(path: Path) -> None:
    precision, recall = measured(path)
    assert precision >= 0.86
    assert recall >= 0.86
