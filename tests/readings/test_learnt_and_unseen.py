"""Narratives that the reading has learnt from, and narratives that nobody looks into: what a stranger may expect.

Those of `learnt/` were read once unseen (precision 0.71 to 0.79, recall 0.51 to 0.73) and then learnt from. Those of
`unseen/` are measured and never looked into: a miss there is no reason for a new form. Floors are a little below what
was measured.
"""

from pathlib import Path

import pytest
from readings.test_fresh_narratives import measured, rows
from readings.test_own_narratives import KINDS, quotes

HERE = Path(__file__).parent
# Precision and recall over all kinds, of every file of a folder.
FLOORS = {"learnt": (0.76, 0.74), "unseen": (0.63, 0.62)}
# Files that hold more than the others of their folder.
HIGHER = {
    "case_studies": (0.84, 0.86),
    "many_voices": (0.89, 0.79),
    "retail_to_recruitment": (0.87, 0.80),
    "services_one_by_one": (0.81, 0.74),
    "odd_trades": (0.79, 0.64),
    "themes": (0.75, 0.65),
}
FILES = sorted(path for folder in FLOORS for path in (HERE / folder).glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_quote_is_in_its_text(path):
    assert [q for row in rows(path) for _, _, q in quotes(row) if q not in row["text"]] == []
    assert {key for row in rows(path) for key in row} <= {"text", *KINDS}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_what_is_read_is_mostly_stated_and_what_is_stated_mostly_read(path):
    precision, recall = measured(path)
    least_precision, least_recall = HIGHER.get(path.stem, FLOORS[path.parent.name])
    assert precision >= least_precision
    assert recall >= least_recall
