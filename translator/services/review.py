"""Review: IT's word on every requirement, on the page of one use case.

In: forms as strings. Out: a ReviewView, and Saved for each write. What waits across all projects is in queue.py;
options are in options.py, open questions in questions.py.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from translator.core.errors import InputError
from translator.core.reading.model import Reading
from translator.core.requirements.model import Requirement, Verdict
from translator.core.terms import Category
from translator.core.text import UseCase
from translator.services.access import Right
from translator.services.answer_store import open_scope
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, reading, writing
from translator.services.errors import Conflict
from translator.services.follow import reading_of
from translator.services.gather import dossier, rows_of
from translator.services.history import snapshot
from translator.services.lines import RequirementRow, line_for, lines_in, requirement_row
from translator.services.options import OptionColumn, columns_of
from translator.services.questions import OpenRow, open_rows
from translator.services.queue import QueueView, queue
from translator.services.requirement_store import note_look
from translator.services.versions import changed_last_by_me, said_already
from translator.storage import tables

__all__ = ["QueueView", "ReviewView", "judge_rest", "queue", "review_view", "set_feasibility", "take_back_rest"]

_KEPT = ("verdict", "note", "about", "about_fit")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Hold what IT looks at for one use case (`use_case` None: the requirements of no single one).

    `rows` are those that go into the document. `judged` counts those with a verdict on today's sentence.
    """

    project_id: str
    project_name: str
    currency: str
    scope: int
    title: str
    use_case: UseCase | None
    reading: Reading | None
    asked_at: datetime | None
    asked_note: str
    rows: tuple[RequirementRow, ...]
    options: tuple[OptionColumn, ...]
    open_questions: tuple[OpenRow, ...]
    can_price: bool

    @property
    def by_category(self) -> tuple[tuple[Category, tuple[RequirementRow, ...]], ...]:
        """Return the requirements of each category that has any, in the order of the categories."""
        found = ((c, tuple(r for r in self.rows if r.requirement.category is c)) for c in Category)
        return tuple((category, rows) for category, rows in found if rows)

    @property
    def judged(self) -> int:
        """Return how many requirements need nothing more from IT."""
        return sum(not row.waits for row in self.rows)

    @property
    def suspect(self) -> int:
        """Return how many verdicts stand although what is behind the requirement changed since a person looked."""
        return sum(row.asks_again for row in self.rows)

    @property
    def stale(self) -> int:
        """Return how many verdicts are about a sentence or a measure that changed since."""
        return sum(row.requirement.review_stale for row in self.rows)


def review_view(desk: Desk, who: Person, pid: str, scope: int) -> ReviewView:
    """Return a use case as IT reviews it; scope 0 = the requirements of no single use case."""
    with reading(desk, who, pid) as errand:
        case = open_scope(errand.session, errand.project, scope)
        lines = lines_in(errand.session, desk, errand.project, scope)
        wanted = tuple(line for line in lines if line.requirement.wanted)
        live = tuple(line for line in wanted if line.requirement.live)
        work = dossier(errand.session, errand.project, scope).works[0] if case else None
        return ReviewView(
            project_id=pid,
            project_name=errand.project.name,
            currency=errand.project.currency,
            scope=scope,
            title=case.title if case else "Shared requirements",
            use_case=work.use_case if work else None,
            reading=reading_of(desk.bank, work) if work else None,
            asked_at=case.asked_it_at if case else None,
            asked_note=case.asked_it_note if case else "",
            rows=live,
            options=columns_of(errand, case, wanted) if case else (),
            open_questions=tuple(row for row in open_rows(errand) if row.scope == scope),
            can_price=Right.PRICE in errand.rights,
        )


def set_feasibility(desk: Desk, who: Person, pid: str, row_id: int, version: int, *, verdict: str, note: str) -> Saved:
    """Say whether IT can do it; "yes if" and "no" need a note.

    `version` is that of IT's word (RequirementRow.judged), 0 while there is none.
    """
    entrance = Entrance()
    words = entrance.text("note", note).strip()
    if verdict not in set(Verdict):
        entrance.refuse("verdict", "Choose yes, yes if, or no.")
    elif verdict != Verdict.YES.value and not words:
        needed = "Say what it depends on." if verdict == Verdict.YES_IF.value else "Say why not, and what would do."
        entrance.refuse("note", needed)
    entrance.check()
    with writing(desk, who, pid, Right.PRICE) as errand:
        row = requirement_row(errand.session, errand.project, row_id)
        line = line_for(errand.session, desk, errand.project, row).requirement
        if not line.live:
            raise InputError("This requirement is not in the document any more.", "verdict")
        word, said = row.feasibility, (verdict, words, line.sentence, line.fit)
        if word and said_already(word, version, said, (word.verdict, word.note, word.about, word.about_fit)):
            return Saved(version=word.version, at=desk.now(), removed=entrance.removed)
        _expect(errand, row, version, line, {"verdict": verdict, "note": words})
        word = judge(errand, row, line, verdict=verdict, note=words)
        return Saved(version=word.version, at=desk.now(), removed=entrance.removed)


def judge_rest(desk: Desk, who: Person, pid: str, scope: int, seen: Collection[int]) -> tuple[int, ...]:
    """Say yes to those of the `seen` requirements of a scope that IT has not judged; return their rows' ids.

    Nobody says yes to a line that was not on their page. Verdicts about a sentence that changed are left for a second
    look.
    """
    with writing(desk, who, pid, Right.PRICE) as errand:
        open_scope(errand.session, errand.project, scope)
        lines = lines_in(errand.session, desk, errand.project, scope)
        shown = (line for line in lines if line.row_id in seen and line.requirement.live)
        waiting = [line for line in shown if line.requirement.feasibility is None]
        for line in waiting:
            row = requirement_row(errand.session, errand.project, line.row_id)
            judge(errand, row, line.requirement, verdict=Verdict.YES.value, note="")
        return tuple(line.row_id for line in waiting)


def take_back_rest(desk: Desk, who: Person, pid: str, scope: int, rows: Collection[int]) -> int:
    """Undo `judge_rest`; return how many verdicts went. One that anybody has touched since stays."""
    with writing(desk, who, pid, Right.PRICE) as errand:
        open_scope(errand.session, errand.project, scope)
        found = rows_of(errand.session, tables.Requirement, errand.project, {scope})
        fresh = [row for row in found if row.id in rows and _as_rest_left_it(row.feasibility, who)]
        for row in fresh:
            before = snapshot(row.feasibility, *_KEPT)
            row.feasibility = None
            errand.record("took back the verdict", "requirement", row.id, before=before)
        return len(fresh)


def _as_rest_left_it(word: tables.Feasibility | None, who: Person) -> bool:
    plain = word is not None and (word.verdict, word.note) == (Verdict.YES.value, "")
    return plain and word is not None and word.version == 1 and word.person == who.name


def judge(errand: Errand, row: tables.Requirement, line: Requirement, *, verdict: str, note: str) -> tables.Feasibility:
    """Store IT's word on a line, about its sentence and its measure as they stand; whoever judges has looked."""
    word = row.feasibility
    before = snapshot(word, *_KEPT) if word else None
    if word is None:
        word = row.feasibility = tables.Feasibility(requirement_id=row.id)
    word.verdict, word.note, word.about, word.about_fit = verdict, note, line.sentence, line.fit
    word.person, word.at = errand.who.name, errand.desk.now()
    errand.session.flush()
    note_look(errand, row, line)
    errand.record("judged", "requirement", row.id, before=before, after=snapshot(word, *_KEPT))
    return word


def _expect(errand: Errand, row: tables.Requirement, version: int, line: Requirement, mine: dict[str, str]) -> None:
    word = row.feasibility
    if (word.version if word else 0) != version:
        theirs = {"verdict": word.verdict, "note": word.note} if word else {"verdict": "", "note": ""}
        by = word.person if word else ""
        own = changed_last_by_me(errand, "requirement", row.id, "judged", "took back the verdict")
        raise Conflict(f"IT's word on {line.id}", mine, theirs, word.version if word else 0, own=own, by=by)
