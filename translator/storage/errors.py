"""The one error that the store itself raises."""

from translator.core.errors import TranslatorError


class StoreFault(TranslatorError):  # noqa: N818 - a fault of the store, told in a sentence
    """Say in one plain sentence why the database cannot be used as it is, and what to do about it."""
