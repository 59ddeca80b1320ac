"""Reword: take over another wording of a line with one click, and take it back.

In: the line's version and the sentence it shall say; a second sentence becomes a line of its own. Out: Reworded.
"""

from dataclasses import dataclass, replace

from translator.core.requirements.model import Edit, Requirement, Status
from translator.services.access import Right
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, writing
from translator.services.lines import line_for, requirement_row
from translator.services.requirement_changes import Wording, added, edited
from translator.services.requirement_store import change_line, next_number, store_line
from translator.storage import tables

_NEEDED = "Write what the system shall do."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """Hold what was done: `before` is what the line said, `second` the row of the new line with its version, or 0."""

    saved: Saved
    before: str
    second: int = 0
    second_version: int = 0


def reword(
    desk: Desk, who: Person, pid: str, row_id: int, version: int, *, sentence: str, second: str = ""
) -> Reworded:
    """Let a line say another sentence; its measure and priority stay. Raise Conflict when it was changed meanwhile.

    `second` becomes a line of the same kind, measured alike.
    """
    words, more = _sentence(sentence), _sentence(second) if second.strip() else ""
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        row = requirement_row(errand.session, errand.project, row_id)
        line, stood = line_for(errand.session, errand.desk, errand.project, row).requirement, row.version
        saved = change_line(errand, row_id, version, "reworded", lambda now, old: _reworded(now, old, words))
        # Sent twice, it was said already and nothing moved: then the second line is there too.
        new = _add(errand, row.scope, line, more) if more and saved.version != stood else None
        made = {"second": new.id, "second_version": new.version} if new else {}
        return Reworded(saved=saved, before=line.sentence, **made)


def take_back(
    desk: Desk, who: Person, pid: str, row_id: int, version: int, *, sentence: str, second: int, second_version: int
) -> Saved:
    """Let a line say again what it said; `second`, the line that was made beside it (0 for none), is dropped."""
    words = _sentence(sentence)
    with writing(desk, who, pid, Right.INFRASTRUCTURE) as errand:
        if second:
            change_line(errand, second, second_version, "dropped", lambda _, old: replace(old, status=Status.DROPPED))
        return change_line(errand, row_id, version, "reworded", lambda line, old: _reworded(line, old, words))


def _sentence(words: str) -> str:
    entrance = Entrance()
    said = entrance.line("sentence", words, limit=1_000, needed=_NEEDED)
    entrance.check()
    return said


def _reworded(line: Requirement, old: Edit, sentence: str) -> Edit:
    return edited(line, old, _worded(line, sentence))


def _worded(line: Requirement, sentence: str, plain: str | None = None) -> Wording:
    return Wording(
        sentence=sentence, plain=line.plain if plain is None else plain, fit=line.fit, priority=line.priority
    )


def _add(errand: Errand, scope: int, line: Requirement, sentence: str) -> tables.Requirement:
    number = next_number(errand.session, errand.project, scope, line.category)
    row = tables.Requirement(project_id=errand.project.id)
    errand.session.add(row)
    new = added(
        _worded(line, sentence, ""), category=line.category, scope=scope, number=number, rationale=line.rationale,
        who=errand.who,
    )  # fmt: skip
    store_line(errand, row, new, "added")
    return row
