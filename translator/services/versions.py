"""Versions: a write says which version it saw, and nobody's words are lost when that was not the latest."""

from collections.abc import Mapping
from typing import Protocol

from translator.services.errors import Conflict


class Versioned(Protocol):
    """Hold a row that counts its changes."""

    version: int


def expect(row: Versioned, seen: int, subject: str, mine: Mapping[str, str], theirs: Mapping[str, str]) -> None:
    """Raise Conflict with both texts unless the row is still as the person saw it."""
    if row.version != seen:
        raise Conflict(subject, mine, theirs, row.version)
