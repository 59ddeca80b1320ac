"""Shown: days and sums of money as positions name them."""

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date) -> str:
    """Write a day as "1 October 2027"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def money_words(sum_: float, currency: str) -> str:
    """Write a sum as "EUR 50,000"."""
    return f"{currency} {sum_:,.0f}"
