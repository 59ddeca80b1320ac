"""Words that the question bank and the requirements share."""

from enum import StrEnum


class Category(StrEnum):
    """Name the kinds of requirement, in the order every page and document shows them.

    SERVICES is what surrounds the system: implementation, training, support, prices, the vendor, the way out.
    """

    FUNCTIONAL = "functional"
    DATA = "data"
    INFRASTRUCTURE = "infrastructure"
    SERVICES = "services"

    @property
    def letter(self) -> str:
        """Return the letter used in ids: F, D, I, or V for what the vendor does (S stands for shared)."""
        return "V" if self is Category.SERVICES else self.value[0].upper()

    @property
    def label(self) -> str:
        """Return the name that pages show."""
        return "Vendor and services" if self is Category.SERVICES else self.value.capitalize()


class Priority(StrEnum):
    """Name the MoSCoW priorities (DSDM), strongest first."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"
    WONT = "won't"


def singular(unit: str) -> str:
    """Return a unit for one of it: "people" -> "person", "messages a week" -> "message a week"."""
    first, space, rest = unit.partition(" ")
    if first == "people":
        return f"person{space}{rest}"
    if first.endswith("ies"):
        return f"{first[:-3]}y{space}{rest}"
    return f"{first.removesuffix('s')}{space}{rest}"


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Currencies whose minor unit is not a hundredth.
_MINOR_DIGITS = {"JPY": 0, "KRW": 0, "ISK": 0, "CLP": 0, "VND": 0, "BHD": 3, "KWD": 3, "OMR": 3, "TND": 3, "JOD": 3}


def minor_digits(currency: str) -> int:
    """Return how many digits the minor unit of a currency has (ISO 4217)."""
    return _MINOR_DIGITS.get(currency, 2)
