"""Figures and dates as the document writes them."""

from datetime import date

import pytest

from translator.core.estimates import Range, ThreePoint
from translator.core.specification import figures


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [
        (3_000_000, "EUR", "€ 30,000"),
        (3_000_050, "EUR", "€ 30,000.50"),
        (1_234_567_89, "GBP", "£ 1,234,567.89"),
        (5_000, "JPY", "¥ 5,000"),
        (1_234_500, "KWD", "KWD 1,234.500"),
        (100_000, "CHF", "CHF 1,000"),
        (-150, "USD", "-$ 1.50"),
        (0, "EUR", "€ 0"),
    ],
)
def test_money_stands_with_its_currency_and_without_empty_cents(minor, currency, written):
    assert plain(figures.money(minor, currency)) == written


def test_dates_are_written_out_and_other_texts_left_alone():
    assert plain(figures.day(date(2026, 11, 21))) == "21 November 2026"
    assert plain(figures.day("2026-11-02")) == "2 November 2026"
    assert figures.day("next spring") == "next spring"


def test_sums_are_told_in_three_significant_figures():
    assert plain(figures.money_range(Range(10_822_953, 12_333_333, 13_843_713), "EUR")) == (
        "€ 123,000 (€ 108,000 to € 138,000)"
    )
    assert plain(figures.money_range(Range(82_350, 99_949, 123_456), "EUR")) == "€ 999 (€ 824 to € 1,230)"
    assert plain(figures.money_range(Range(1_234_567, 2_345_678, 3_456_789), "JPY")) == (
        "¥ 2,350,000 (¥ 1,230,000 to ¥ 3,460,000)"
    )


def test_three_equal_points_are_one_figure():
    assert plain(figures.money_points(ThreePoint(500, 500, 500), "EUR")) == "€ 5"
    assert plain(figures.weeks_points(ThreePoint(4, 6, 9))) == "4 / 6 / 9 weeks"
    assert plain(figures.weeks_points(ThreePoint(1, 1, 1))) == "1 week"
    assert figures.weeks_points(None) == ""


def test_counts_carry_their_noun_and_lists_read_like_sentences():
    assert plain(figures.count(1, "entry", "entries")) == "1 entry"
    assert plain(figures.count(1_200, "entry", "entries")) == "1,200 entries"
    assert figures.listed(("a", "b", "c")) == "a, b and c"
    assert figures.listed(()) == ""
