"""Moving a project up to the newest version of the question bank, with what that changes.

In: a project. Out: which version it keeps, which is the newest, and what would change: the fields that differ, and the
lines that would read otherwise, come or go. Only a lead moves it, and never by itself.
"""

from dataclasses import dataclass, replace

from translator.core.bank.model import Bank
from translator.core.bank.tailored import tailored
from translator.core.dossier import Dossier
from translator.services.access import Right
from translator.services.bank_of import edition_of, tailoring_of
from translator.services.bank_publish import Difference, differences
from translator.services.bank_versions import latest, name_of, number_in
from translator.services.desk import Desk, Person
from translator.services.errand import Errand, reading, writing
from translator.services.errors import Conflict
from translator.services.follow import drafts_of, follow_scope, standard_drafts
from translator.services.gather import dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedLine:
    """Hold one line as it reads now and as it would read; "" where it is not there."""

    use_case: int | None
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveView:
    """Hold the version that a project keeps, the newest one, and what moving up changes."""

    kept: str
    newest: str
    newest_number: int
    differences: tuple[Difference, ...]
    lines: tuple[MovedLine, ...]
    can_move: bool

    @property
    def behind(self) -> bool:
        """Tell whether there is a newer version."""
        return self.kept != self.newest


def move_view(desk: Desk, who: Person, pid: str) -> MoveView:
    """Return what moving up would change."""
    with reading(desk, who, pid) as errand:
        number = latest(errand.session)
        house = errand.desk.house or errand.desk.bank
        newest = edition_of(errand.session, errand.desk, errand.project, number)
        return MoveView(
            kept=name_of(house, number_in(errand.project.bank_version)),
            newest=name_of(house, number),
            newest_number=number,
            differences=differences(edition_of(errand.session, errand.desk, errand.project), newest),
            lines=_moved(errand, newest),
            can_move=Right.MANAGE in errand.rights,
        )


def move_up(desk: Desk, who: Person, pid: str, seen: int) -> None:
    """Move a project to the version that its page showed. Raise Conflict when a newer one was published since."""
    with writing(desk, who, pid, Right.MANAGE) as errand:
        number = latest(errand.session)
        if number != seen:
            mine, theirs = ({"version": str(one)} for one in (seen, number))
            raise Conflict("the question bank of this project", mine, theirs, number)
        before = errand.project.bank_version
        house = errand.desk.house or errand.desk.bank
        errand.project.bank_version = name_of(house, number)
        errand.session.flush()
        follow_scope(errand.session, errand.desk, errand.project, 0)
        after = {"version": errand.project.bank_version}
        errand.record("moved up", "question bank", pid, before={"version": before}, after=after)


def _moved(errand: Errand, newest: Bank) -> tuple[MovedLine, ...]:
    own = tailoring_of(errand.session, [errand.project.id])[errand.project.id]
    bank = tailored(newest, {one.topic for one in own.ruled_out}, own.own)
    gathered = dossier(errand.session, errand.project)
    before, after = (_sentences(replace(errand.desk, bank=one), gathered) for one in (errand.desk.bank, bank))
    keys = dict.fromkeys((*before, *after))
    found = (MovedLine(use_case=key[0], before=before.get(key, ""), after=after.get(key, "")) for key in keys)
    return tuple(line for line in found if line.before != line.after)


def _sentences(desk: Desk, gathered: Dossier) -> dict[tuple[int | None, str], str]:
    drafts = [d for work in gathered.works for d in drafts_of(desk.bank, work, gathered.answers)]
    return {(d.use_case, d.key): d.sentence for d in (*drafts, *standard_drafts(desk.bank, gathered))}
