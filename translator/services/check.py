"""Check: what a project, or one use case of it, leaves out, and what its lines could say more clearly.

In: a project, and the words of a line while somebody writes it. Out: a CheckView, or remarks. Nothing is stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from translator.core.bank.model import Bank
from translator.core.dossier import Chapter, Translation
from translator.core.pipeline import translate
from translator.core.quality.names import explained_by
from translator.core.quality.part import Part, SetFinding
from translator.core.quality.remarks import MOST, Remark, remarks_on_words
from translator.core.quality.whole import check_use_case, check_whole
from translator.services.access import Right
from translator.services.answer_store import open_scope
from translator.services.desk import Desk, Person
from translator.services.entrance import Entrance
from translator.services.errand import reading
from translator.services.gather import dossier, terms_of
from translator.services.lines import RequirementRow, lines_in
from translator.services.requirement_store import right_for

# What the check of the whole says once for all lines concerned.
_TOLD_ONCE = frozenset({"no-fit", "unexplained"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Hold a remark with the line it is on; `may` tells whether this person may change that line."""

    line: RequirementRow
    remark: Remark
    may: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """Hold what the check says: about the whole first, then about sentences, the weightiest of each line first.

    `scope` is a use case's number, or None for the whole project.
    """

    project_id: str
    scope: int | None
    whole: tuple[SetFinding, ...]
    faults: tuple[Fault, ...]
    lines: tuple[RequirementRow, ...]

    @property
    def shown(self) -> tuple[Fault, ...]:
        """Return as many faults of sentences as people can use at a time."""
        return self.faults[:MOST]

    @property
    def more(self) -> int:
        """Return how many faults of sentences are not shown."""
        return len(self.faults) - len(self.shown)

    def line(self, requirement_id: str) -> RequirementRow | None:
        """Return the line of an id, None for one that is not in this view."""
        return next((line for line in self.lines if line.requirement.id == requirement_id), None)


def check_view(desk: Desk, who: Person, pid: str, scope: int | None) -> CheckView:
    """Check a project, or one use case by itself; every member may look."""
    with reading(desk, who, pid) as errand:
        session, project, bank = errand.session, errand.project, errand.desk.bank
        open_scope(session, project, scope or 0)
        translation = translate(bank, dossier(session, project, scope))
        lines = lines_in(session, errand.desk, project, scope)
        return CheckView(
            project_id=project.id,
            scope=scope,
            whole=_whole(bank, translation, scope),
            faults=_faults(lines, errand.rights),
            lines=lines,
        )


def remarks_while_writing(desk: Desk, who: Person, pid: str, *, sentence: str, fit: str) -> tuple[Remark, ...]:
    """Return what the check says about a line that is being written, at most three remarks; none while it is empty."""
    entrance = Entrance()
    said, measured = entrance.line("sentence", sentence, limit=1_000), entrance.text("fit", fit)
    with reading(desk, who, pid) as errand:
        if entrance.errors or not said:
            return ()
        bank = errand.desk.bank
        explained = explained_by(bank, (row.term for row in terms_of(errand.session, errand.project)))
        return remarks_on_words(said, measured, bank.quality, explained)[:MOST]


def _whole(bank: Bank, translation: Translation, scope: int | None) -> tuple[SetFinding, ...]:
    cases = tuple(_part(chapter) for chapter in translation.chapters)
    if scope:
        return tuple(finding for case in cases for finding in check_use_case(bank, case))
    project = Part(prompts=translation.prompts, answers=translation.answers, requirements=translation.standard)
    explained = explained_by(bank, (entry.term for entry in translation.dossier.terms))
    return check_whole(bank, project, cases, explained)


def _part(chapter: Chapter) -> Part:
    return Part(
        use_case=chapter.work.use_case,
        reading=chapter.reading,
        prompts=chapter.prompts,
        answers=chapter.answers,
        requirements=chapter.requirements,
    )


def _faults(lines: Iterable[RequirementRow], rights: frozenset[Right]) -> tuple[Fault, ...]:
    found = [
        (place, Fault(line=line, remark=remark, may=right_for(line.requirement.category) in rights))
        for line in lines
        for place, remark in enumerate(r for r in line.findings if r.code not in _TOLD_ONCE)
    ]
    return tuple(fault for _, fault in sorted(found, key=lambda pair: pair[0]))
