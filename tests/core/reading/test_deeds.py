"""Deeds: what a text asks the system to do is read beside its signals, and nothing that it rules out or only tells."""

import pytest

from translator.core.reading.model import Kind
from translator.core.reading.read import Reader


def deeds(reader: Reader, text: str) -> set[str]:
    return {deed.value for deed in reader.read(text).deeds}


def test_a_deed_is_read_with_the_words_that_ask_for_it(reader: Reader) -> None:
    (scan,) = (d for d in reader.read("Guests should scan a code at the door.").deeds if d.value == "scan")
    assert scan.evidence == "scan a code"
    assert scan.kind is Kind.DEED


def test_a_deed_is_no_signal(reader: Reader) -> None:
    assert all(s.kind is not Kind.DEED for s in reader.read("Guests should scan a code at the door.").signals)


@pytest.mark.parametrize("text", ["Please do not scan badges at the door.", "Today we scan a badge by hand."])
def test_what_is_ruled_out_or_only_told_is_no_deed(reader: Reader, text: str) -> None:
    assert "scan" not in deeds(reader, text)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("The lamp should glow while somebody sings.", True),
        ("Paint the fence before the neighbours are back.", True),
        ("The lamp glows while somebody sings.", False),
        ("Nobody can explain the lamp in the hall.", False),
    ],
)
def test_a_sentence_that_asks_for_something_is_a_wish(reader: Reader, text: str, *, wished: bool) -> None:
    assert ("wish" in deeds(reader, text)) is wished
