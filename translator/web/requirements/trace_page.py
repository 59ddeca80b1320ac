"""What the trace pages show: the chosen part of a trace, page by page, and the narrative as links to its lines.

In: a TraceView and what the address asks for. Out: plain values for templates/requirements/trace*.html.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TypeVar
from urllib.parse import urlencode

from translator.core.requirements.model import Requirement, SourceKind
from translator.core.terms import Category
from translator.core.text import Span
from translator.core.tracing.holes import Hole
from translator.core.tracing.links import Thread
from translator.services.tracing import TracePlace, TraceRow, TraceView

AT_ONCE = 100
# Looking for holes reads narratives, which takes longer than listing lines.
USE_CASES_AT_ONCE = 10
SHOWS = ("all", "holes", "suspect")
_LARGEST = 10_000
Shown = TypeVar("Shown", TraceRow, Hole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Hold what the address asks for: which lines, of which category, from which words, or one line by its id.

    `place` is a use case's number, 0 for what belongs to no single one, None for all.
    """

    show: str = "all"
    category: str = ""
    words: str = ""
    line: str = ""
    place: int | None = None
    page: int = 1

    @property
    def narrowed(self) -> bool:
        """Tell whether words or a line were chosen."""
        return bool(self.words or self.line)

    def address(self, **changes: object) -> str:
        """Return the query of this page with something changed; the first page again unless a page is named."""
        wanted = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        said = {name: getattr(wanted, name) for name in ("show", "category", "words", "line", "place", "page")}
        kept = {name: value for name, value in said.items() if value != getattr(Asked(), name)}
        return f"?{urlencode(kept)}#lines" if kept else "?#lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Hold one stretch of the narrative. `thread` is the evidence that it belongs to, None for none.

    Of several, it is the shortest that led somewhere.
    """

    text: str
    thread: Thread | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Hold the rows, or the holes, of one place that stand on this page."""

    place: TracePlace
    rows: tuple[TraceRow, ...] = ()
    holes: tuple[Hole, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Hold which places a page of the project's holes looks into, and how many pages there are."""

    numbers: tuple[int, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Hold what one page of the matrix lists, how many pages there are, and of how many `things` in all."""

    lists: tuple[Listed, ...]
    total: int
    page: int
    pages: int
    things: str = "lines"


def asked_in(args: Mapping[str, str]) -> Asked:
    """Read what an address asks for; what it cannot mean counts as not asked."""
    show, category, place, page = (args.get(name, "") for name in ("show", "category", "place", "page"))
    return Asked(
        show=show if show in SHOWS else "all",
        category=category if category in set(Category) else "",
        words=args.get("words", "").strip(),
        line=args.get("line", "").strip(),
        place=_number(place),
        page=max(1, _number(page) or 1),
    )


def matrix(view: TraceView, asked: Asked) -> Matrix:
    """Return the chosen rows or holes, at most AT_ONCE a page."""
    places = [p for p in view.places if asked.place in (None, p.number)]
    if asked.show == "holes" and not asked.narrowed:
        return _paged([(p, hole) for p in places for hole in p.holes], asked, _holes_listed)
    return _paged([(p, row) for p in places for row in _rows(p, asked)], asked, _rows_listed)


def shelf(asked: Asked, numbers: Sequence[int]) -> Shelf:
    """Return which places a page of the project's holes looks into: the one that is asked for, or ten of all."""
    wanted = tuple(number for number in numbers if asked.place in (None, number))
    pages = max(1, -(-len(wanted) // USE_CASES_AT_ONCE))
    page = min(asked.page, pages)
    start = (page - 1) * USE_CASES_AT_ONCE
    return Shelf(numbers=wanted[start : start + USE_CASES_AT_ONCE], total=len(wanted), page=page, pages=pages)


def holes_on(view: TraceView, looked_into: Shelf) -> Matrix:
    """Return the holes of the places that a page looks into."""
    lists = tuple(Listed(place=p, holes=p.holes) for p in view.places if p.number in looked_into.numbers and p.holes)
    return Matrix(
        lists=lists, total=looked_into.total, things="use cases", page=looked_into.page, pages=looked_into.pages
    )


def stretches(place: TracePlace, asked: Asked) -> tuple[Stretch, ...]:
    """Cut the narrative where evidence starts and ends; each stretch leads to the lines that it caused."""
    text, chosen = place.narrative, _chosen_spans(place, asked)
    spans = [t.span for t in place.words]
    cuts = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    return tuple(
        Stretch(
            text=text[start:end],
            thread=min(_around(place.words, start, end), key=_nearest, default=None),
            chosen=any(s.start <= start and end <= s.end for s in chosen),
        )
        for start, end in pairwise(cuts)
    )


def threads_at(place: TracePlace, words: str) -> tuple[Thread, ...]:
    """Return the evidence that says exactly these words, capitals and blanks apart."""
    sought = _folded(words)
    return tuple(t for t in place.words if _folded(t.text) == sought) if sought else ()


def why_nowhere(place: TracePlace, threads: Iterable[Thread]) -> str:
    """Return why these words led nowhere, "" where they led somewhere."""
    spans = [t.span for t in threads]
    return next((hole.why for hole in place.holes if hole.span is not None and hole.span in spans), "")


def overlapping(place: TracePlace, threads: Iterable[Thread]) -> tuple[Thread, ...]:
    """Return the other evidence that shares characters with these."""
    mine = [t.span for t in threads]
    return tuple(
        t
        for t in place.words
        if t.span not in mine and any(t.span.start < s.end and s.start < t.span.end for s in mine)
    )


def _around(threads: Iterable[Thread], start: int, end: int) -> Iterator[Thread]:
    return (t for t in threads if t.span.start <= start and end <= t.span.end)


def _nearest(thread: Thread) -> tuple[bool, int]:
    return thread.leads_nowhere, thread.span.end - thread.span.start


def _chosen_spans(place: TracePlace, asked: Asked) -> list[Span]:
    found = [t.span for t in threads_at(place, asked.words)]
    lines = (row.requirement for row in place.rows if asked.line and row.requirement.id == asked.line)
    return found + [s.span for line in lines for s in line.trace if s.kind is SourceKind.WORDS and s.span]


def _rows(place: TracePlace, asked: Asked) -> Iterator[TraceRow]:
    caused = {line.id for thread in threads_at(place, asked.words) for line in thread.lines}
    for row in place.rows:
        line = row.requirement
        if asked.category in ("", line.category.value) and _is_shown(line, asked, caused):
            yield row


def _is_shown(line: Requirement, asked: Asked, caused: set[str]) -> bool:
    if asked.line:
        return line.id == asked.line
    if asked.words:
        return line.id in caused
    return asked.show != "suspect" or line.suspect


def _paged(
    found: list[tuple[TracePlace, Shown]], asked: Asked, listed: Callable[[TracePlace, tuple[Shown, ...]], Listed]
) -> Matrix:
    pages = max(1, -(-len(found) // AT_ONCE))
    page = min(asked.page, pages)
    shown = found[(page - 1) * AT_ONCE : page * AT_ONCE]
    groups = groupby(shown, key=lambda pair: pair[0].number)
    gathered = [list(group) for _, group in groups]
    lists = tuple(listed(group[0][0], tuple(one for _, one in group)) for group in gathered)
    return Matrix(lists=lists, total=len(found), page=page, pages=pages)


def _rows_listed(place: TracePlace, rows: tuple[TraceRow, ...]) -> Listed:
    return Listed(place=place, rows=rows)


def _holes_listed(place: TracePlace, holes: tuple[Hole, ...]) -> Listed:
    return Listed(place=place, holes=holes)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _number(word: str) -> int | None:
    return min(int(word), _LARGEST) if word.isascii() and word.isdigit() else None
