"""What was counted from texts, remembered by the very texts it was counted from; so it can never be out of date."""

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from threading import Lock
from typing import TypeVar, cast

from translator.core.left import Left

Made = TypeVar("Made")
# About a hundred projects of ten use cases, each with its counts and its positions.
_MOST = 2000


class Remembered:
    """Hold counts by a digest of everything that goes into them; the ones not asked for longest are forgotten."""

    def __init__(self) -> None:
        self._found: OrderedDict[bytes, object] = OrderedDict()
        self._lock = Lock()

    def left(self, source: object, count: Callable[[], Left]) -> Left:
        """Return what `count` gives, or gave for the same `source`, whose repr must tell all that counts."""
        return self.kept(("left", source), count)

    def kept(self, source: object, make: Callable[[], Made]) -> Made:
        """Return what `make` gives, or gave for the same `source`, whose repr must tell all that counts.

        The first part of `source` names what is made, so that it is of one type.
        """
        key = sha256(repr(source).encode()).digest()
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return cast("Made", self._found[key])
        made = make()
        with self._lock:
            self._found[key] = made
            while len(self._found) > _MOST:
                self._found.popitem(last=False)
        return made
