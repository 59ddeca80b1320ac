"""Tracing: the trace of a project both ways, as its pages show it.

In: a project, one of its use cases or all. Out: places with their threads, holes and lines. Everything is worked out
from one moment of the database; nothing is stored.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from translator.core.bank.model import Bank
from translator.core.dossier import Chapter
from translator.core.pipeline import chapter_of
from translator.core.prompts import assume
from translator.core.requirements.model import Requirement
from translator.core.requirements.trace import ground
from translator.core.terms import Category
from translator.core.tracing.holes import Hole, answer_holes, holes_of, line_holes
from translator.core.tracing.links import Thread, answer_threads, links_of
from translator.services.access import Right, open_use_case
from translator.services.desk import Desk, Person
from translator.services.errand import Errand, reading
from translator.services.gather import dossier, rows_of, use_cases_of
from translator.services.requirement_store import right_for
from translator.services.sharing import as_stored
from translator.storage import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceRow:
    """Hold one line that people want, with what clearing its mark needs."""

    requirement: Requirement
    row_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TracePlace:
    """Hold the trace of one use case (`number` 0: of what belongs to no single one, without words)."""

    number: int
    title: str
    narrative: str = ""
    words: tuple[Thread, ...] = ()
    holes: tuple[Hole, ...] = ()
    rows: tuple[TraceRow, ...] = ()

    @property
    def ref(self) -> str:
        """Return the short name: UC2, or S for what belongs to no single use case."""
        return f"UC{self.number}" if self.number else "S"

    @property
    def suspect(self) -> int:
        """Return how many lines changed since a person looked."""
        return sum(row.requirement.suspect for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceView:
    """Hold the trace of a whole project, or of one use case."""

    project_id: str
    places: tuple[TracePlace, ...]
    rights: frozenset[Right]

    def may_change(self, category: Category) -> bool:
        """Tell whether this person may change lines of a category, and so clear their marks."""
        return right_for(category) in self.rights


def use_case_trace(desk: Desk, who: Person, pid: str, number: int) -> TraceView:
    """Return the trace of one use case, both ways."""
    with reading(desk, who, pid) as errand:
        open_use_case(errand.session, errand.project, number)
        gathered = dossier(errand.session, errand.project, number)
        chapter = chapter_of(errand.desk.bank, gathered, gathered.works[0])
        place = _place(errand.desk.bank, chapter)
        rows = rows_of(errand.session, tables.Requirement, errand.project, {number})
        place = replace(place, rows=_paired(chapter.requirements, rows))
        return TraceView(project_id=pid, places=(place,), rights=errand.rights)


def project_trace(desk: Desk, who: Person, pid: str, holes_in: Collection[int] = ()) -> TraceView:
    """Return the lines of every use case with what they rest on, then of what belongs to no single one (number 0).

    Lines are as the store remembers them: no narrative is read but those of the places named in `holes_in`, whose
    holes are returned too. So the time hardly grows with the number of use cases.
    """
    with reading(desk, who, pid) as errand:
        rows = rows_of(errand.session, tables.Requirement, errand.project)
        cases = use_cases_of(errand.session, errand.project)
        by_scope: defaultdict[int, list[tables.Requirement]] = defaultdict(list)
        for row in rows:
            by_scope[row.scope].append(row)
        lines = {number: as_stored(by_scope[number]) for number in (*(case.number for case in cases), 0)}
        found = _holes(errand, holes_in, lines) if holes_in else {}
        titles = {0: "", **{case.number: case.title for case in cases}}
        return TraceView(
            project_id=pid,
            places=tuple(
                TracePlace(
                    number=number,
                    title=titles[number],
                    rows=_paired(stored, by_scope[number]),
                    holes=found.get(number, ()),
                )
                for number, stored in lines.items()
            ),
            rights=errand.rights,
        )


def _holes(
    errand: Errand, holes_in: Collection[int], lines: Mapping[int, tuple[Requirement, ...]]
) -> dict[int, tuple[Hole, ...]]:
    """Return the holes of the places that are asked for; an answer of the project may lead to lines of any."""
    bank, gathered = errand.desk.bank, dossier(errand.session, errand.project)
    works = (work for work in gathered.works if work.use_case.number in holes_in)
    found = {w.use_case.number: holes_of(bank, links_of(bank, chapter_of(bank, gathered, w))) for w in works}
    if 0 in holes_in:
        every = tuple(line for stored in lines.values() for line in stored)
        answers = answer_threads(ground(bank, None, None, assume(bank, None, gathered.answers)), every)
        found[0] = (*answer_holes(bank, answers), *line_holes(lines[0]))
    return found


def _place(bank: Bank, chapter: Chapter) -> TracePlace:
    links, case = links_of(bank, chapter), chapter.work.use_case
    return TracePlace(
        number=case.number,
        title=case.title,
        narrative=case.narrative,
        words=links.words,
        holes=holes_of(bank, links),
    )


def _paired(requirements: Iterable[Requirement], rows: Iterable[tables.Requirement]) -> tuple[TraceRow, ...]:
    """Pair the lines that people want with their rows; what a newer bank would add waits until the store followed."""
    stored = {row.key: row for row in rows}
    found = ((r, stored.get(r.key)) for r in requirements if r.wanted)
    return tuple(TraceRow(requirement=r, row_id=row.id, version=row.version) for r, row in found if row is not None)
