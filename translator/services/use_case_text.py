"""The three texts of a use case: checked, compared with what is stored, put in, and remembered.

In: an errand, the use case's row and the texts that were sent. Out: the row changed; the requirements have followed.
"""

from collections.abc import Mapping

from translator.services.entrance import NARRATIVE_LIMIT, Entrance
from translator.services.errand import Errand
from translator.services.follow import follow_scope
from translator.services.history import snapshot
from translator.services.versions import expect
from translator.storage.tables import UseCase

TEXTS = ("title", "narrative", "measure")


def put_texts(errand: Errand, case: UseCase, version: int, sent: Mapping[str, str], *, action: str = "saved") -> int:
    """Put the texts that were sent into the use case; return how many characters had to be taken out.

    Raise InputErrors when one is too long, Conflict when somebody else saved since `version`. Texts that say what is
    stored already change nothing, not even the version, and clash with nobody: a save whose answer got lost on the
    way comes a second time.
    """
    entrance = Entrance()
    texts = {name: _checked(entrance, name, value) for name, value in sent.items()}
    entrance.check()
    stored = snapshot(case, *texts)
    if texts != stored:
        expect(case, version, f"use case {case.number}", texts, stored)
    before = snapshot(case, *TEXTS)
    for name, value in texts.items():
        setattr(case, name, value)
    after = snapshot(case, *TEXTS)
    if after != before:
        case.updated_at = errand.desk.now()
        errand.session.flush()
        errand.record(action, "use case", case.number, before=before, after=after)
        follow_scope(errand.session, errand.desk, errand.project, case.number)
    return entrance.removed


def _checked(entrance: Entrance, name: str, value: str) -> str:
    if name == "title":
        return entrance.line(name, value)
    return entrance.text(name, value, limit=NARRATIVE_LIMIT) if name == "narrative" else entrance.text(name, value)
