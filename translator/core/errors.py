"""The errors of the way, in one small tree.

TranslatorError
+-- ContentFault     the question bank is wrong: names file, line and key
+-- InputError       a person's input cannot be used: one plain sentence, and the field it belongs to
"""


class TranslatorError(Exception):
    """Mark every error that this product raises on purpose."""


class ContentFault(TranslatorError):  # noqa: N818 - a fault of the content, never of the program
    """Say what is wrong in the question bank, and where: file, line (1-based, 0 = unknown) and key."""

    def __init__(self, file: str, line: int, key: str, message: str) -> None:
        super().__init__(f"{file}:{line}: {key}: {message}" if line else f"{file}: {key}: {message}")
        self.file, self.line, self.key, self.message = file, line, key, message


class InputError(TranslatorError):
    """Say in one plain sentence why a person's input cannot be used; `field` names the input, "" for the whole."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message, self.field = message, field
