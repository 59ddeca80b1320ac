"""Tracing: the trace of a project both ways, as its pages show it.

In: a project, one of its use cases or all. Out: places with their threads, answers, holes and lines. Everything is
worked out from one moment of the database; nothing is stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from translator.core.bank.model import Bank
from translator.core.dossier import Chapter, Translation
from translator.core.pipeline import translate
from translator.core.requirements.holes import Hole, answer_holes, holes_of, line_holes
from translator.core.requirements.links import AnswerThread, Thread, answer_threads, links_of
from translator.core.requirements.model import Requirement
from translator.core.requirements.trace import ground
from translator.core.terms import Category
from translator.services.access import Right
from translator.services.answer_store import open_scope
from translator.services.desk import Desk, Person
from translator.services.errand import Errand, reading
from translator.services.gather import dossier, rows_of
from translator.services.requirement_store import right_for
from translator.storage import tables

_Rows = Mapping[tuple[int, str], tables.Requirement]


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
    narrative: str
    words: tuple[Thread, ...]
    answers: tuple[AnswerThread, ...]
    holes: tuple[Hole, ...]
    rows: tuple[TraceRow, ...]

    @property
    def ref(self) -> str:
        """Return the short name: UC2, or S for what belongs to no single use case."""
        return f"UC{self.number}" if self.number else "S"

    @property
    def suspect(self) -> int:
        """Return how many lines changed since a person looked."""
        return sum(row.requirement.suspect for row in self.rows)

    @property
    def open_holes(self) -> int:
        """Return how many holes nobody has settled."""
        return sum(not hole.settled for hole in self.holes)


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceView:
    """Hold the trace of a whole project, or of one use case."""

    project_id: str
    places: tuple[TracePlace, ...]
    rights: frozenset[Right]

    def may_change(self, category: Category) -> bool:
        """Tell whether this person may change lines of a category, and so clear their marks."""
        return right_for(category) in self.rights


def trace_view(desk: Desk, who: Person, pid: str, number: int | None = None) -> TraceView:
    """Return the trace of a use case; None = of the whole project, what belongs to no single use case last."""
    with reading(desk, who, pid) as errand:
        if number is not None:
            open_scope(errand.session, errand.project, number)
        translation = translate(desk.bank, dossier(errand.session, errand.project, number))
        rows = _rows(errand)
        places = tuple(_place(desk.bank, chapter, rows) for chapter in translation.chapters)
        if number is None:
            places = (*places, _shared(desk.bank, translation, rows))
        return TraceView(project_id=pid, places=places, rights=errand.rights)


def _place(bank: Bank, chapter: Chapter, rows: _Rows) -> TracePlace:
    links, case = links_of(bank, chapter), chapter.work.use_case
    return TracePlace(
        number=case.number,
        title=case.title,
        narrative=case.narrative,
        words=links.words,
        answers=links.answers,
        holes=holes_of(bank, links),
        rows=_paired(chapter.requirements, rows),
    )


def _shared(bank: Bank, translation: Translation, rows: _Rows) -> TracePlace:
    """Trace what belongs to no single use case; an answer of the project may lead to lines of any."""
    every = (*translation.standard, *(r for chapter in translation.chapters for r in chapter.requirements))
    answers = answer_threads(ground(bank, None, None, translation.answers), every)
    return TracePlace(
        number=0,
        title="",
        narrative="",
        words=(),
        answers=answers,
        holes=(*answer_holes(bank, answers), *line_holes(translation.standard)),
        rows=_paired(translation.standard, rows),
    )


def _paired(requirements: tuple[Requirement, ...], rows: _Rows) -> tuple[TraceRow, ...]:
    """Pair the lines that people want with their rows; what a newer bank would add waits until the store followed."""
    found = ((r, rows.get((r.use_case or 0, r.key))) for r in requirements if r.wanted)
    return tuple(TraceRow(requirement=r, row_id=row.id, version=row.version) for r, row in found if row is not None)


def _rows(errand: Errand) -> _Rows:
    return {(row.scope, row.key): row for row in rows_of(errand.session, tables.Requirement, errand.project)}
