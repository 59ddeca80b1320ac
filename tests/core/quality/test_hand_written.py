"""Sentences that people write by hand: how many faults are found, and how many alarms are false.

The sentences beside this file are judged by a person. The floors are a little below what was measured when they were
last raised, so that a change that makes the check worse fails.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml

from translator.content.load import load_bank
from translator.core.quality.names import explained_by
from translator.core.quality.remarks import remarks_on_words

BANK = load_bank()
ROWS = yaml.safe_load(Path(__file__).with_name("hand_written.yaml").read_text("utf-8"))
PRECISION, RECALL = 0.95, 0.95


@cache
def explained():
    return explained_by(BANK)


def found(row):
    fit = row.get("fit", "A test with 50 guests shows it.")
    return {r.code for r in remarks_on_words(row["say"], fit, BANK.quality, explained())}


def test_enough_sentences_are_judged():
    assert len(ROWS) >= 60
    assert sum(not row.get("faults") for row in ROWS) >= 25


@pytest.mark.parametrize("row", [r for r in ROWS if not r.get("faults")], ids=lambda row: row["say"][:50])
def test_a_sentence_that_can_stand_is_left_alone(row):
    assert found(row) == set()


def test_faults_are_found_and_few_alarms_are_false():
    hits = alarms = faults = 0
    wrong = []
    for row in ROWS:
        meant, said = set(row.get("faults", ())), found(row)
        hits, alarms, faults = hits + len(meant & said), alarms + len(said), faults + len(meant)
        if meant != said:
            wrong.append((row["say"], sorted(said - meant), sorted(meant - said)))
    assert hits / alarms >= PRECISION, wrong
    assert hits / faults >= RECALL, wrong
