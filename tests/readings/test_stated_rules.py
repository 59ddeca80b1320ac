"""Rules that a text states become requirements in its own words, under whatever name the bank knows them."""

from functools import cache

import pytest

from translator.content.load import load_bank
from translator.core.answers import AnswerSheet
from translator.core.bank.model import Bank, Scope
from translator.core.prompts import assume
from translator.core.reading.read import read
from translator.core.requirements.draft import draft
from translator.core.requirements.model import Draft
from translator.core.text import UseCase


@cache
def bank() -> Bank:
    return load_bank()


def lines(text: str) -> tuple[Draft, ...]:
    reading = read(text, bank().lexicon)
    case = UseCase(number=1, title="A use case", narrative=text)
    return draft(bank(), Scope.USE_CASE, case, reading, assume(bank(), reading, AnswerSheet(())))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Text the members. We're stuck with the old till until 2027.", "We're stuck with the old till until 2027"),
        ("Text the members. Refunds must be reversible.", "Refunds must be reversible"),
        (
            "Text the members. Nothing goes live until the pharmacist has looked at it.",
            "Nothing goes live until the pharmacist has looked at it",
        ),
        ("Text the members. Scans are kept for two years.", "Scans are kept for two years"),
    ],
)
def test_a_stated_rule_is_drafted_in_its_own_words(text: str, rule: str) -> None:
    assert any(rule in line.sentence for line in lines(text))


def test_two_rules_of_one_sort_are_both_quoted() -> None:
    said = " ".join(
        line.sentence for line in lines("Text the members only if they agreed. Parents must sign for pupils.")
    )
    assert "Text the members only if they agreed" in said
    assert "Parents must sign for pupils" in said
