"""What was counted from texts, remembered by the very texts it was counted from; so it can never be out of date."""

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from translator.core.left import Left

# About a hundred projects of ten use cases.
_MOST = 1000


class Remembered:
    """Hold counts by a digest of everything that goes into them; the ones not asked for longest are forgotten."""

    def __init__(self) -> None:
        self._found: OrderedDict[bytes, Left] = OrderedDict()
        self._lock = Lock()

    def left(self, source: object, count: Callable[[], Left]) -> Left:
        """Return what `count` gives, or gave for the same `source`, whose repr must tell all that counts."""
        key = sha256(repr(source).encode()).digest()
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        made = count()
        with self._lock:
            self._found[key] = made
            while len(self._found) > _MOST:
                self._found.popitem(last=False)
        return made
