"""The benchmarks: `python -m tests.bench`. Each file with rows() is one; figures are ratios measured in one run."""

import sys
from importlib import import_module

BENCHMARKS = ("word_export", "reading_and_drafting", "quality", "sharing", "pages", "load")


def main():
    """Print the table; end with 1 when a ratio is above its goal."""
    sys.stdout.write(f"{'what':<58}{'CPU ms':>10}{'floor ms':>10}{'ratio':>8}{'goal':>8}\n")
    over = 0
    for name in BENCHMARKS:
        for row in import_module(f"tests.bench.{name}").rows():
            goal = f"{row.goal:.1f}" if row.goal else ""
            figures = f"{row.seconds * 1000:>10.3f}{row.floor * 1000:>10.4f}{row.ratio:>8.2f}{goal:>8}"
            sys.stdout.write(f"{row.what:<58}{figures}\n")
            sys.stdout.flush()
            over += bool(row.goal and row.ratio > row.goal)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
