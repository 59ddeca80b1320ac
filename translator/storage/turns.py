"""Turns: the writers of one process come one after the other, in the order in which they asked.

SQLite lets one writer in at a time and leaves it to chance which one is next. With a queue in each process only one
thread of each takes part in that draw, so that nobody waits much longer than those before them need.
"""

from collections import deque
from threading import Event, Lock

from translator.storage.errors import StoreBusy


class Turns:
    """Let one thread through at a time: `with turns: ...`. Raise StoreBusy after `patience` seconds of waiting."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._lock = Lock()
        self._queue: deque[Event] = deque()

    def __enter__(self) -> None:
        mine = Event()
        with self._lock:
            self._queue.append(mine)
            if self._queue[0] is mine:
                mine.set()
        if not mine.wait(self._patience):
            self._leave(mine)
            raise StoreBusy

    def __exit__(self, *_: object) -> None:
        with self._lock:
            first = self._queue[0]
        self._leave(first)

    def _leave(self, event: Event) -> None:
        with self._lock:
            self._queue.remove(event)
            if self._queue:
                self._queue[0].set()
