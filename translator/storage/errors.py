"""The errors that the store itself raises."""

from translator.core.errors import TranslatorError


class StoreFault(TranslatorError):  # noqa: N818 - a fault of the store, told in a sentence
    """Say in one plain sentence why the database cannot be used as it is, and what to do about it."""


class StoreBusy(StoreFault):
    """Say that others wrote for so long that this write gave up; nothing of it was saved."""

    def __init__(self) -> None:
        super().__init__("Many people are saving at this moment. Nothing was saved; please try again.")
