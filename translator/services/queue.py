"""The queue: what waits for IT, across all projects in which a person is IT.

In: the stored lines, options and questions. Out: a QueueView. It drafts nothing: the store follows every write, so
what is stored is what stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from translator.core.options import Option
from translator.core.requirements.model import Status
from translator.core.requirements.suspect import is_suspect
from translator.core.specification.figures import listed
from translator.services.access import visible_to
from translator.services.desk import Desk, Person
from translator.services.errand import Errand
from translator.services.gather import options_of, rows_of, use_cases_of
from translator.services.questions import OpenRow, open_rows
from translator.storage import tables
from translator.storage.option_mapping import option_from
from translator.storage.requirement_mapping import edit_from

_OUT = (Status.DROPPED.value, Status.WITHDRAWN.value)
_OPTIONS_NEEDED = 2
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """Hold one use case that waits for IT (scope 0: the requirements of no single one).

    `to_judge` counts requirements without a verdict, `stale` those whose sentence or measure changed after it, and
    `suspect` those that say the same while something behind them changed since a person looked.
    `priced` counts options with all estimates; two are needed. `lacking` says what the others lack, one phrase each:
    "B lacks yearly cost and time".
    """

    project_id: str
    project_name: str
    scope: int
    title: str
    asked_at: datetime | None
    asked_note: str
    total: int
    to_judge: int
    stale: int
    options: int
    priced: int
    suspect: int = 0
    lacking: tuple[str, ...] = ()

    @property
    def judged(self) -> int:
        """Return how many requirements need nothing more from IT."""
        return self.total - self.to_judge - self.stale

    @property
    def options_missing(self) -> int:
        """Return how many options must still be priced or added."""
        return max(0, _OPTIONS_NEEDED - self.priced) if self.scope else 0

    @property
    def options_to_add(self) -> int:
        """Return how many options are needed beside those that are there."""
        return max(0, _OPTIONS_NEEDED - self.options) if self.scope else 0

    @property
    def options_to_price(self) -> int:
        """Return how many of the options that are there still need their estimates."""
        return self.options_missing - self.options_to_add

    @property
    def waits(self) -> bool:
        """Tell whether IT has something to do: it was asked, or something changed under a verdict."""
        asked = self.asked_at is not None and (self.to_judge > 0 or self.options_missing > 0)
        return asked or self.stale > 0 or self.suspect > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """Hold what waits: use cases, those asked first on top; open questions by due date."""

    rows: tuple[QueueRow, ...]
    questions: tuple[OpenRow, ...]

    @property
    def waiting(self) -> int:
        """Return how many things wait."""
        return len(self.rows) + len(self.questions)


def queue(desk: Desk, who: Person) -> QueueView:
    """Return what waits for this person as IT. Questions: those that wait for IT's side.

    The sample project waits for nobody.
    """
    rows: list[QueueRow] = []
    questions: list[OpenRow] = []
    with desk.db.reading() as session:
        member = tables.Membership
        mine = select(member.project_id).where(member.user_id == who.id, member.side.in_(("it", "both")))
        project = tables.Project
        found = session.scalars(select(project).where(visible_to(who), project.id.in_(mine), project.sample.is_(False)))
        for one in found.all():
            errand = Errand(session=session, desk=desk, who=who, project=one)
            rows += [row for row in _rows(errand) if row.waits]
            questions += _for_it(errand)
    return QueueView(
        rows=tuple(sorted(rows, key=lambda row: row.asked_at or _LONG_AGO)),
        questions=tuple(sorted(questions, key=lambda q: (q.due is None, q.due or _LONG_AGO.date()))),
    )


def _rows(errand: Errand) -> list[QueueRow]:
    cases = use_cases_of(errand.session, errand.project)
    options = options_of(errand.session, cases)
    lines = rows_of(errand.session, tables.Requirement, errand.project)
    rows = [_row(errand, case, lines, [o for o in options if o.use_case_id == case.id]) for case in cases]
    return [*rows, _shared(errand, cases, lines)]


def _row(
    errand: Errand, case: tables.UseCase, lines: Sequence[tables.Requirement], options: Sequence[tables.Option]
) -> QueueRow:
    live = [line for line in lines if line.scope == case.number and _stands(line)]
    return QueueRow(
        project_id=errand.project.id,
        project_name=errand.project.name,
        scope=case.number,
        title=case.title,
        asked_at=case.asked_it_at,
        asked_note=case.asked_it_note,
        total=len(live),
        to_judge=sum(line.feasibility is None for line in live),
        stale=sum(_stale(line) for line in live),
        suspect=sum(_suspect(line) for line in live),
        options=len(options),
        priced=sum(option_from(option).priced for option in options),
        lacking=tuple(words for option in options if (words := _lacking(option_from(option)))),
    )


def _lacking(option: Option) -> str:
    parts = {"one-off cost": option.one_off, "yearly cost": option.yearly, "time": option.weeks}
    blank = tuple(words for words, estimate in parts.items() if estimate is None)
    return f"{option.letter} lacks {listed(blank)}" if blank else ""


def _shared(errand: Errand, cases: Sequence[tables.UseCase], lines: Sequence[tables.Requirement]) -> QueueRow:
    """Build the row of the shared lines; IT is asked about them together with its first use case."""
    live = [line for line in lines if line.scope == 0 and _stands(line)]
    return QueueRow(
        project_id=errand.project.id,
        project_name=errand.project.name,
        scope=0,
        title="Shared requirements",
        asked_at=min((c.asked_it_at for c in cases if c.asked_it_at), default=None),
        asked_note="",
        total=len(live),
        to_judge=sum(line.feasibility is None for line in live),
        stale=sum(_stale(line) for line in live),
        suspect=sum(_suspect(line) for line in live),
        options=0,
        priced=0,
    )


def _stale(line: tables.Requirement) -> bool:
    """Tell whether IT judged another sentence or measure: the rule of core.requirements.follow, without drafting."""
    word, drafted = line.feasibility, line.last_draft or {}
    if word is None:
        return False
    sentence = drafted.get("sentence", "") if line.sentence is None else line.sentence
    fit = drafted.get("fit", "") if line.fit is None else line.fit
    return word.about != sentence or word.about_fit not in (None, fit)


def _suspect(line: tables.Requirement) -> bool:
    return line.feasibility is not None and not _stale(line) and is_suspect(edit_from(line))


def _for_it(errand: Errand) -> list[OpenRow]:
    return [row for row in open_rows(errand) if "it" in row.sides]


def _stands(line: tables.Requirement) -> bool:
    """Tell whether a line goes into the document as one of its own, so that IT has to judge it."""
    return line.status not in _OUT and not line.covered_by
