"""The three texts of a use case: checked, compared with what is stored, put in, and remembered.

In: an errand, the use case's row and the texts that were sent. Out: the row changed; the requirements have followed.
"""

from collections.abc import Mapping

from translator.services.entrance import NARRATIVE_LIMIT, Entrance
from translator.services.errand import Errand
from translator.services.follow import follow_scope
from translator.services.history import snapshot
from translator.services.versions import changed_last_by_me, expect
from translator.storage.tables import UseCase

TEXTS = ("title", "narrative", "measure")
# The actions in the history that change these texts.
SAVES = ("saved", "went back")


def put_texts(errand: Errand, case: UseCase, version: int, sent: Mapping[str, str], *, action: str = "saved") -> int:
    """Put the texts that were sent into the use case; return how many characters had to be taken out.

    Raise InputErrors when one is too long, Conflict when somebody else saved since `version`. Texts that say what is
    stored already change nothing, not even the version, and clash with nobody: a save whose answer got lost on the
    way comes a second time.
    """
    texts, removed = stored_form(sent)
    stored = snapshot(case, *texts)
    if texts != stored:
        own = changed_last_by_me(errand, "use case", case.number, *SAVES)
        expect(case, version, f"use case {case.number}", texts, stored, own=own)
    before = snapshot(case, *TEXTS)
    for name, value in texts.items():
        setattr(case, name, value)
    after = snapshot(case, *TEXTS)
    if after != before:
        case.updated_at = errand.desk.now()
        errand.session.flush()
        errand.record(action, "use case", case.number, before=before, after=after)
        follow_scope(errand.session, errand.desk, errand.project, case.number)
    return removed


def stored_form(sent: Mapping[str, str]) -> tuple[dict[str, str], int]:
    """Return texts as a save stores them, and how many characters that takes out; raise InputErrors for too long."""
    entrance = Entrance()
    texts = {name: _checked(entrance, name, value) for name, value in sent.items()}
    entrance.check()
    return texts, entrance.removed


def _checked(entrance: Entrance, name: str, value: str) -> str:
    if name == "title":
        return entrance.line(name, value)
    return entrance.text(name, value, limit=NARRATIVE_LIMIT) if name == "narrative" else entrance.text(name, value)
