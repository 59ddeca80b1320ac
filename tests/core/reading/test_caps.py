"""Limits on how often: the number and the period that a text allows are read as they are meant."""

import pytest

from translator.core.reading.read import Reader


@pytest.mark.parametrize(
    ("text", "number", "per"),
    [
        ("Write to them at most twice a year.", 2, "year"),
        ("No more than 3 times a week, please.", 3, "week"),
        ("Everybody gets 5 e-mails a year at most.", 5, "year"),
        ("Never more than two texts per guest per week.", 2, "week"),
        ("We send no more than one a fortnight.", 1, "fortnight"),
        ("Once a month at most.", 1, "month"),
        ("One call per household and quarter is the limit.", 1, "quarter"),
        ("Never twice in the same week.", 1, "week"),
        ("Weekly at most.", 1, "week"),
        ("A maximum of 4 messages per person a month.", 4, "month"),
    ],
)
def test_a_limit_on_how_often_says_how_many_in_which_period(reader: Reader, text: str, number: int, per: str) -> None:
    caps = [s for s in reader.read(text).wanted if s.concept == "constraint.frequency_cap"]
    assert [(c.quantity.number, c.quantity.per) for c in caps if c.quantity] == [(number, per)]


def test_a_limit_without_a_number_states_none(reader: Reader) -> None:
    (cap,) = [s for s in reader.read("We need a contact cap.").wanted if s.concept == "constraint.frequency_cap"]
    assert cap.quantity is None
