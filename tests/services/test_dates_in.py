"""Dates as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.core.errors import InputError
from translator.services.dates_in import parse_date


@pytest.mark.parametrize(
    "typed",
    [
        "2027-03-05",
        "05/03/2027",
        "5.3.2027",
        "5. 3. 2027",
        "5 March 2027",
        "5th Mar 2027",
        "  5 MARCH  2027 ",
        "5. mar. 2027",
    ],
)
def test_a_date_is_understood_in_british_and_continental_writing(typed):
    assert parse_date(typed) == date(2027, 3, 5)


@pytest.mark.parametrize(
    "typed", ["", "soon", "03/31/2027", "31/02/2027", "2027", "5/3/27", "5 Foo 2027", "0/0/0000", "99.99.9999"]
)
def test_what_is_no_date_is_refused_and_never_turned_round(typed):
    with pytest.raises(InputError) as refused:
        parse_date(typed, "deadline")
    assert (refused.value.field, refused.value.message) == (
        "deadline", "Write the date as day, month and year, such as 31/03/2027.",
    )  # fmt: skip


@given(st.integers(0, 3_000_000), st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y"]))
def test_every_date_that_is_written_out_comes_back(days, form):
    day = date(1000, 1, 1) + timedelta(days=days)
    assert parse_date(day.strftime(form)) == day


@given(st.text(max_size=40))
def test_whatever_is_typed_gives_a_date_or_a_sentence(typed):
    try:
        found = parse_date(typed)
    except InputError:
        found = date.min
    assert isinstance(found, date)
