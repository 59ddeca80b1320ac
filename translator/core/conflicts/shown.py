"""Shown: days and sums of money as positions name them."""

from datetime import date

from translator.core.terms import MONTHS


def day_words(day: date) -> str:
    """Write a day as "1 October 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def money_words(sum_: float, currency: str) -> str:
    """Write a sum as "EUR 50,000"."""
    return f"{currency} {sum_:,.0f}"
