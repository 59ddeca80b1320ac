"""What a text rules out never becomes a requirement: every exclusion of the narratives, from the text to the draft.

A requirement may quote a rule that is itself the exclusion ("no texts after 9pm" is a limit to keep to); no other
words of an exclusion may stand behind a requirement.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from readings.test_own_narratives import meets

from translator.content.load import load_bank
from translator.core.answers import AnswerSheet
from translator.core.bank.model import Bank, Scope
from translator.core.prompts import assume
from translator.core.reading.model import Kind, Reading
from translator.core.reading.read import read
from translator.core.requirements.draft import draft
from translator.core.requirements.exclusions import exclusions
from translator.core.requirements.model import Draft, Exclusion, Source
from translator.core.text import Span, UseCase

HERE = Path(__file__).parent
FILES = sorted((*HERE.glob("*.yaml"), *(HERE / "fresh").glob("*.yaml")))
RULES = (Kind.CONSENT.value, Kind.CONSTRAINT.value)
# Exclusions worded as plain statements ("corporate contracts keep their price"), and two that nobody could tell.
MOST_UNSEEN = 3


@cache
def bank() -> Bank:
    return load_bank()


@cache
def rows() -> tuple[dict[str, Any], ...]:
    return tuple(row for path in FILES for row in yaml.safe_load(path.read_text("utf-8")))


@cache
def understood(text: str) -> tuple[Reading, tuple[Draft, ...], tuple[Exclusion, ...]]:
    case = UseCase(number=1, title="A use case", narrative=text)
    reading = read(text, bank().lexicon)
    lines = draft(bank(), Scope.USE_CASE, case, reading, assume(bank(), reading, AnswerSheet(())))
    return reading, lines, exclusions(case, reading)


def quoted_inside(lines: tuple[Draft, ...], span: Span) -> Iterator[Source]:
    for line in lines:
        for source in line.trace:
            if source.span is not None and span.start <= source.span.start and source.span.end <= span.end:
                yield source


def annotated() -> Iterator[tuple[str, str]]:
    for row in rows():
        for quote in row.get("negated", []):
            yield row["text"], str(next(iter(quote.values())) if isinstance(quote, dict) else quote)


def test_no_requirement_is_drafted_from_the_words_of_what_was_understood_as_ruled_out() -> None:
    found = []
    for row in rows():
        reading, lines, _ = understood(row["text"])
        for ruled_out in reading.excluded:
            found += [
                (ruled_out.evidence, source.text)
                for source in quoted_inside(lines, ruled_out.span)
                if source.ref not in RULES
            ]
    assert found == []


def test_no_requirement_is_drafted_from_an_annotated_exclusion() -> None:
    found = []
    for text, quote in annotated():
        _, lines, listed = understood(text)
        start = text.find(quote)
        if any(meets({"text": text}, quote, exclusion) for exclusion in listed):
            inside = quoted_inside(lines, Span(start, start + len(quote)))
            found += [(quote, source.text) for source in inside if source.ref not in RULES]
    assert found == []


def test_every_annotated_exclusion_is_stated_as_one() -> None:
    missing = [
        quote
        for text, quote in annotated()
        if not any(meets({"text": text}, quote, exclusion) for exclusion in understood(text)[2])
    ]
    assert len(missing) <= MOST_UNSEEN, missing


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Remind members by e-mail and never by SMS.", "never by SMS"),
        ("Every customer gets the offer except staff.", "except staff"),
        ("We want a weekly list. Guests who complained must not be contacted.", "Guests who complained must not"),
        ("Call the dealers, but no data from Instagram, please.", "no data from Instagram"),
        (
            "Nothing of this may be stored in the CRM. Send the nurse an alert.",
            "Nothing of this may be stored in the CRM",
        ),
    ],
)
def test_an_exclusion_is_listed_in_its_own_words_and_causes_nothing(text: str, excluded: str) -> None:
    _, lines, listed = understood(text)
    (one,) = listed
    assert excluded in one.evidence or one.evidence in excluded
    assert [s.text for s in quoted_inside(lines, one.span) if s.ref not in RULES] == []
