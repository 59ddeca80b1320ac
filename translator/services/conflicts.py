"""Conflicts of a project: what its use cases contradict each other in, and the decisions about that.

In: an open project. Out: core Conflicts. A narrative is read again only after it, its marks or an answer changed.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

from translator.core.answers import NOTHING_SAID, AnswerSheet
from translator.core.bank.model import Bank
from translator.core.conflicts.find import conflicts, positions_beside, positions_of
from translator.core.conflicts.model import Conflict, Position, gone
from translator.core.dossier import Dossier, Work
from translator.core.prompts import assume
from translator.core.reading.model import Reading
from translator.services.desk import Desk
from translator.services.gather import dossier, rows_of
from translator.storage import tables

Read = Callable[[Bank, Work], Reading]


def conflicts_in(desk: Desk, gathered: Dossier, read: Read) -> tuple[Conflict, ...]:
    """Return the conflicts of a whole project's dossier, settled ones among them."""
    if desk.bank.sharing is None:
        return ()
    bank = desk.bank
    said = [*positions_of(bank, None, None, assume(bank, None, gathered.answers))]
    for work in gathered.works:
        said += _said(desk, work, gathered.answers, read)
    said += positions_beside(bank, gathered.project, ((w.use_case.number, w.options) for w in gathered.works))
    return conflicts(bank, said, gathered.decisions)


def let_go(session: Session, desk: Desk, project: tables.Project, read: Read) -> None:
    """Note on each decision whose conflict is no more that it is gone: should it come back, it is open again."""
    about = [row for row in rows_of(session, tables.Decision, project) if row.about and gone(row.about) != row.about]
    if not about:
        return
    there = {conflict.key for conflict in conflicts_in(desk, dossier(session, project), read)}
    for row in about:
        if row.about not in there:
            row.about = gone(row.about)


def _said(desk: Desk, work: Work, above: AnswerSheet, read: Read) -> tuple[Position, ...]:
    """Return what one use case says; remembered by its text, its marks and the answers that count."""
    own = (work.use_case, work.answers, work.rejections, work.additions)
    return desk.remembered.kept(("positions", desk.bank.version, own, above), lambda: _read(desk, work, above, read))


def _read(desk: Desk, work: Work, above: AnswerSheet, read: Read) -> tuple[Position, ...]:
    reading = read(desk.bank, work) if work.use_case.narrative.strip() else None
    said = work.answers.merged(above) if reading or tuple(work.answers) else NOTHING_SAID
    return positions_of(desk.bank, work.use_case.number, reading, assume(desk.bank, reading, said))
