"""The requirements follow the text and the answers, in the transaction of the write that moved them.

In: a session, a project, a scope (0 = the project, else a use case's number). Out: rows of `requirement`: a new key
gets the next number, a key that nothing calls for any more is withdrawn, the latest draft is remembered. Reading a
page never stores anything.
"""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.core.answers import AnswerSheet
from translator.core.bank.model import Bank, Scope
from translator.core.dossier import Dossier, Work
from translator.core.prompts import assume
from translator.core.reading.added import as_meant
from translator.core.reading.model import Reading
from translator.core.reading.read import read
from translator.core.requirements.draft import draft
from translator.core.requirements.follow import number
from translator.core.requirements.model import Draft
from translator.services.bank_of import desk_of
from translator.services.bank_versions import name_of, number_in, shipped_in
from translator.services.conflicts import let_go
from translator.services.desk import Desk
from translator.services.gather import dossier
from translator.services.sharing import mark_covered, shared_drafts
from translator.storage import tables
from translator.storage.requirement_mapping import draft_to, edit_from, write_edit

Key = tuple[int, str]


def follow_scope(session: Session, desk: Desk, project: tables.Project, scope: int) -> None:
    """Let the stored requirements of one scope follow; scope 0 moves every use case, because its answers count there.

    What several use cases share follows every time. Call it after the write itself; it flushes.
    """
    session.flush()
    desk = desk_of(session, desk, project)
    gathered = dossier(session, project, scope or None)
    for work in gathered.works:
        _store(session, project, work.use_case.number, drafts_of(desk.bank, work, gathered.answers))
    session.flush()
    _store(session, project, 0, (*standard_drafts(desk.bank, gathered), *shared_drafts(session, desk.bank, project)))
    session.flush()
    if desk.bank.sharing:
        mark_covered(session, project)
        let_go(session, desk, project, reading_of)


def follow_all(desk: Desk) -> int:
    """Let every project follow that was written under another shipped question bank; return how many did.

    Part of an upgrade: a new bank asks and drafts differently, and reading a page stores nothing. One transaction a
    project, so that a large store is never locked for long. Deleted projects follow too: they may come back.
    """
    table = tables.Project
    with desk.db.reading() as session:
        names = session.execute(select(table.id, table.bank_version)).all()
    behind = [project_id for project_id, name in names if shipped_in(name) != desk.bank.version]
    for project_id in behind:
        with desk.db.writing() as session:
            project = session.get(table, project_id)
            if project is not None:
                follow_scope(session, desk, project, 0)
                project.bank_version = name_of(desk.bank, number_in(project.bank_version))
    return len(behind)


def reading_of(bank: Bank, work: Work) -> Reading:
    """Read a use case's narrative, less the signals that people rejected, with those that they added."""
    meant = as_meant(read(work.use_case.narrative, bank.lexicon), work.rejections, work.additions, bank.lexicon)
    return replace(meant, measure=work.use_case.measure)


def drafts_of(bank: Bank, work: Work, above: AnswerSheet) -> tuple[Draft, ...]:
    """Draft a use case's requirements; `above` are the project's answers, and what the text suggests is assumed."""
    reading = reading_of(bank, work)
    answers = assume(bank, reading, work.answers.merged(above))
    return draft(bank, Scope.USE_CASE, work.use_case, reading, answers)


def standard_drafts(bank: Bank, gathered: Dossier) -> tuple[Draft, ...]:
    """Draft the requirements of no single use case."""
    return draft(bank, Scope.PROJECT, None, None, assume(bank, None, gathered.answers))


def _store(session: Session, project: tables.Project, scope: int, drafts: tuple[Draft, ...]) -> None:
    row = tables.Requirement
    found = session.scalars(select(row).where(row.project_id == project.id, row.scope == scope)).all()
    rows: dict[Key, tables.Requirement] = {(r.scope, r.key): r for r in found}
    latest = {(d.use_case or 0, d.key): draft_to(d) for d in drafts}
    for edit in number(drafts, [edit_from(r) for r in found]):
        key = (edit.use_case or 0, edit.key)
        target = rows.get(key)
        if target is None:
            target = row(project_id=project.id)
            session.add(target)
        write_edit(target, edit)
        if key in latest and target.last_draft != latest[key]:
            target.last_draft = latest[key]
