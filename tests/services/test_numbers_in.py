"""Numbers as people type them, from four countries, and the sentences for those that cannot be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.core.errors import InputError
from translator.services.numbers_in import parse_count, parse_duration_number, parse_money


def parse_euros(typed):
    return parse_money(typed, "EUR")


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("30000", 30_000_00),
        ("30.000 €", 30_000_00),
        ("30,000", 30_000_00),
        ("30 000", 30_000_00),
        ("30\u00a0000 €", 30_000_00),
        ("30\u202f000,00 €", 30_000_00),
        ("30'000", 30_000_00),
        ("30’000.50", 30_000_50),
        ("1.234", 1_234_00),
        ("1,234", 1_234_00),
        ("1.234,56", 1_234_56),
        ("1,234.56 EUR", 1_234_56),
        ("1.234.567", 1_234_567_00),
        ("12.50", 12_50),
        ("1,5", 1_50),
        ("0.125k", 125_00),
        (".5", 50),
        ("€30k", 30_000_00),
        ("30 k€", 30_000_00),
        ("30 T€", 30_000_00),
        ("1,2 Mio", 1_200_000_00),
        ("1,2 Mio. €", 1_200_000_00),
        ("2.5 million euros", 2_500_000_00),
        ("2 Mrd", 2_000_000_000_00),
        ("500,-", 500_00),
        ("500.--", 500_00),
        ("about 500", 500_00),
        ("ca. 500 Euro", 500_00),
        ("~500", 500_00),
        ("+500", 500_00),
        ("EUR 500.", 500_00),
        ("0", 0),
        ("٣٠٠٠٠", 30_000_00),
        ("３００", 300_00),
    ],
)
def test_an_amount_is_understood_in_british_continental_and_swiss_writing(typed, minor):
    assert parse_money(typed, "EUR", "budget") == minor


def test_minor_units_are_those_of_the_currency():
    assert parse_money("¥30,000", "JPY") == 30_000
    assert parse_money("Fr.500", "CHF") == 500_00
    assert parse_money("CAD 500", "CAD") == 500_00
    assert parse_money("US$ 500", "USD") == 500_00
    assert parse_money("1,5", "KWD") == 1_500


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write a number, such as 30,000."),
        ("   ", "Write a number, such as 30,000."),
        ("thirty thousand", "Write the number in figures, such as 30,000."),
        ("-5", "Write a number of zero or more."),
        ("−5 €", "Write a number of zero or more."),
        ("10-20k", "Write one number, not a range. Take the one you would plan with."),
        ("10k to 20k", "Write one number, not a range. Take the one you would plan with."),
        ("10 – 20", "Write one number, not a range. Take the one you would plan with."),
        ("3 of 5", "Write one number only, such as 30,000."),
        ("$500", "This project counts in EUR. Write the amount in EUR."),
        ("500 GBP", "This project counts in EUR. Write the amount in EUR."),
        ("500 apples", "Write the amount only, such as 30,000: “apples” is not understood."),
        ("1.234 million", "“1.234 million” can be read in two ways. Write it without marks, such as 1234 or 1.5."),
        ("1.234.56", "“1.234.56” can be read in two ways. Write it without marks, such as 1234 or 1.5."),
        ("30 00", "“30 00” can be read in two ways. Write it without marks, such as 1234 or 1.5."),
        ("1,00,000", "“1,00,000” can be read in two ways. Write it without marks, such as 1234 or 1.5."),
        ("12.3456", "EUR has no such small part. Round the amount."),
        ("99999999999999999999", "This number is too large. Check the zeros."),
        ("90000 bn", "This number is too large. Check the zeros."),
        ("9" * 100_000, "Write a number, such as 30,000."),
    ],
)
def test_an_amount_that_cannot_be_told_is_refused_in_one_plain_sentence(typed, sentence):
    with pytest.raises(InputError) as refused:
        parse_money(typed, "EUR", "budget")
    assert (refused.value.message, refused.value.field) == (sentence, "budget")


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("10k contacts", 10_000),
        ("40,000 visitors a month", 40_000),
        ("1.5m", 1_500_000),
        ("2 500", 2_500),
        ("3 million", 3_000_000),
        ("about 120 per day", 120),
        ("12,5 %", 12.5),
        ("0", 0),
    ],
)
def test_a_count_is_understood_with_the_words_around_it(typed, count):
    assert parse_count(typed) == count


@pytest.mark.parametrize(
    ("typed", "number"), [("2 weeks", 2), ("48h", 48), ("1,5", 1.5), ("5 m", None), ("0.5 days", 0.5)]
)
def test_a_duration_is_understood_unless_its_unit_is_unclear(typed, number):
    if number is None:
        with pytest.raises(InputError, match="not a unit of time"):
            parse_duration_number(typed)
    else:
        assert parse_duration_number(typed) == number


def test_a_duration_that_contradicts_the_chosen_unit_is_refused():
    assert parse_duration_number("2 days", "day") == 2
    with pytest.raises(InputError, match="You wrote days and chose weeks"):
        parse_duration_number("2 days", "week")
    with pytest.raises(InputError, match="two ways"):
        parse_duration_number("1.500", "day")


@given(st.text(max_size=60), st.sampled_from([parse_count, parse_duration_number, parse_euros]))
def test_whatever_is_typed_gives_a_number_or_a_sentence(typed, parse):
    try:
        number = parse(typed)
    except InputError as refused:
        number = 0 if refused.message.endswith(".") else -1
    assert number >= 0


@given(st.integers(0, 10**12), st.sampled_from([",", ".", " ", "'"]))
def test_every_whole_amount_means_the_same_with_and_without_group_marks(amount, mark):
    grouped = f"{amount:,}".replace(",", mark)
    assert parse_money(grouped, "EUR") == parse_money(str(amount), "EUR") == amount * 100
