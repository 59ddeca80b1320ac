"""Measuring: CPU seconds, the median of several runs, always beside a floor of the same run."""

import gc
import statistics
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, its CPU seconds, those of its floor, and the most the ratio may be."""

    what: str
    seconds: float
    floor: float
    goal: float | None = None

    @property
    def ratio(self):
        return self.seconds / self.floor


def cpu_seconds(work, times=5):
    """Return the median CPU time of one call, after one that warms up."""
    work()
    runs = []
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        work()
        runs.append(time.process_time() - start)
    return statistics.median(runs)


def side_by_side(*works, times=5):
    """Return the median CPU time of each work, taken in turns so that a busy machine slows all alike."""
    for work in works:
        work()
    runs = [[] for _ in works]
    for _ in range(times):
        for kept, work in zip(runs, works, strict=True):
            gc.collect()
            start = time.process_time()
            work()
            kept.append(time.process_time() - start)
    return [statistics.median(kept) for kept in runs]
