"""Write: use cases as their marketers describe them, saved as they type and read at once.

In: titles, narratives and measures as typed, with the version they were typed over. Out: UseCaseView, Saved; Conflict
with both texts when somebody else saved first. The requirements follow in the same transaction.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from translator.core.errors import InputError
from translator.core.prompts import Prompt
from translator.core.reading.added import as_meant
from translator.core.reading.model import Added, Reading, Rejection
from translator.core.reading.read import read
from translator.core.text import clean_text
from translator.services.access import Right, open_use_case
from translator.services.additions import additions_of
from translator.services.answer import prompts_in
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import NARRATIVE_LIMIT
from translator.services.errand import Errand, reading, writing
from translator.services.follow import follow_scope
from translator.services.history import snapshot
from translator.services.rejections import reject_signal, rejections_of, take_back_rejection
from translator.services.text_history import TextVersion, restore_text, use_case_history, was_saved
from translator.services.use_case_text import TEXTS, put_texts
from translator.storage.tables import UseCase

__all__ = [
    "DeletedUseCase", "TextVersion", "UseCaseView", "add_use_case", "delete_use_case", "deleted_use_cases",
    "read_text", "reject_signal", "restore_text", "restore_use_case", "save_use_case", "take_back_rejection",
    "use_case_history", "use_case_view", "was_saved",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCaseView:
    """Hold a use case as its page needs it.

    `reading` is what was understood, less what people rejected (`rejections`), with what they added
    (`additions`). `prompts` are the questions that are relevant now. `version` goes with the next save.
    """

    project_id: str
    number: int
    title: str
    narrative: str
    measure: str
    version: int
    updated_at: datetime
    reading: Reading
    rejections: tuple[Rejection, ...]
    additions: tuple[Added, ...]
    prompts: tuple[Prompt, ...]
    can_write: bool

    @property
    def prompts_left(self) -> int:
        """Return how many questions wait for a person."""
        return sum(prompt.open for prompt in self.prompts)

    @property
    def ref(self) -> str:
        """Return the short name used in ids, pages and documents: UC2."""
        return f"UC{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletedUseCase:
    """Hold a use case that can be restored."""

    number: int
    title: str
    deleted_at: datetime


def add_use_case(desk: Desk, who: Person, pid: str, *, once: str = "") -> int:
    """Add an empty use case; return its number, which no other one of the project ever had or will have.

    `once` names the form that asked for it: sent again, it gets the same number.
    """
    with writing(desk, who, pid, Right.WRITE) as errand:
        return int(errand.once(once, lambda: str(new_use_case(errand))))


def use_case_view(desk: Desk, who: Person, pid: str, number: int) -> UseCaseView:
    """Return one use case with what is understood from it."""
    with reading(desk, who, pid) as errand:
        case = open_use_case(errand.session, errand.project, number)
        rejected, added = rejections_of(errand, case), additions_of(errand, case)
        return UseCaseView(
            project_id=errand.project.id,
            number=case.number,
            title=case.title,
            narrative=case.narrative,
            measure=case.measure,
            version=case.version,
            updated_at=case.updated_at,
            reading=as_meant(read(case.narrative, desk.bank.lexicon), rejected, added, desk.bank.lexicon),
            rejections=rejected,
            additions=added,
            prompts=prompts_in(errand, number),
            can_write=Right.WRITE in errand.rights,
        )


def save_use_case(
    desk: Desk,
    who: Person,
    pid: str,
    number: int,
    *,
    version: int,
    title: str | None = None,
    narrative: str | None = None,
    measure: str | None = None,
) -> Saved:
    """Save what was typed; a text that is left out stays as it is, an empty one is emptied."""
    sent = {"title": title, "narrative": narrative, "measure": measure}
    with writing(desk, who, pid, Right.WRITE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        removed = put_texts(errand, case, version, {k: v for k, v in sent.items() if v is not None})
        return Saved(version=case.version, at=desk.now(), removed=removed)


def read_text(
    desk: Desk, text: str, rejections: tuple[Rejection, ...] = (), additions: tuple[Added, ...] = ()
) -> Reading:
    """Read a text that is still being typed; nothing is stored."""
    cleaned = clean_text(text).text
    if len(cleaned) > NARRATIVE_LIMIT:
        raise InputError(
            f"Use at most {NARRATIVE_LIMIT:,} characters here; this text has {len(cleaned):,}.", "narrative"
        )
    return as_meant(read(cleaned, desk.bank.lexicon), rejections, additions, desk.bank.lexicon)


def delete_use_case(desk: Desk, who: Person, pid: str, number: int) -> None:
    """Take a use case out of the project; it can be restored, and its number is not given again."""
    with writing(desk, who, pid, Right.WRITE) as errand:
        if _is_deleted(errand, number):
            return  # the same button pressed twice
        case = open_use_case(errand.session, errand.project, number)
        case.deleted_at = desk.now()
        errand.record("deleted", "use case", number, before=snapshot(case, *TEXTS))
        follow_scope(errand.session, desk, errand.project, number)


def restore_use_case(desk: Desk, who: Person, pid: str, number: int) -> None:
    """Bring a deleted use case back, with everything that belongs to it."""
    with writing(desk, who, pid, Right.WRITE) as errand:
        if not _is_deleted(errand, number):
            open_use_case(errand.session, errand.project, number)  # it is back already, or was never there
            return
        case = open_use_case(errand.session, errand.project, number, deleted=True)
        case.deleted_at = None
        errand.record("restored", "use case", number)
        follow_scope(errand.session, desk, errand.project, number)


def deleted_use_cases(desk: Desk, who: Person, pid: str) -> tuple[DeletedUseCase, ...]:
    """Return the use cases of a project that can be restored, the last one first."""
    with reading(desk, who, pid) as errand:
        return tuple(
            DeletedUseCase(number=case.number, title=case.title, deleted_at=case.deleted_at)
            for case in _deleted(errand)
            if case.deleted_at is not None
        )


def new_use_case(errand: Errand) -> int:
    """Add an empty use case in an errand under way; return its number."""
    mine = UseCase.project_id == errand.project.id
    number = (errand.session.scalar(select(func.max(UseCase.number)).where(mine)) or 0) + 1
    now = errand.desk.now()
    errand.session.add(UseCase(project_id=errand.project.id, number=number, created_at=now, updated_at=now))
    errand.record("added", "use case", number)
    follow_scope(errand.session, errand.desk, errand.project, number)
    return number


def _is_deleted(errand: Errand, number: int) -> bool:
    return any(case.number == number for case in _deleted(errand))


def _deleted(errand: Errand) -> list[UseCase]:
    gone = select(UseCase).where(UseCase.project_id == errand.project.id, UseCase.deleted_at.is_not(None))
    return list(errand.session.scalars(gone.order_by(UseCase.deleted_at.desc())))
