"""Rejections: "no, we did not mean that", said of one signal of a narrative, and taken back again.

In: a signal by its kind, value and evidence. Out: a row, or one less; the requirements have followed.
"""

from sqlalchemy import delete, select

from translator.core.reading.explain import KIND_NAMES
from translator.core.reading.model import Kind, Rejection
from translator.services.access import Right, open_use_case
from translator.services.desk import Desk, Person
from translator.services.entrance import Entrance
from translator.services.errand import Errand, writing
from translator.services.follow import follow_scope
from translator.services.history import Values
from translator.storage import tables
from translator.storage.project_mapping import rejection_from

VALUE_LIMIT = 200
EVIDENCE_LIMIT = 500


def reject_signal(  # noqa: PLR0917 - the place, then the signal
    desk: Desk, who: Person, pid: str, number: int, kind: str, value: str, evidence: str
) -> None:
    """Note that the text does not mean this; saying so twice is the same as once."""
    with writing(desk, who, pid, Right.WRITE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        rejection = checked_rejection(kind, value, evidence)
        if rejection in rejections_of(errand, case):
            return
        errand.session.add(
            tables.Rejection(
                use_case_id=case.id, kind=rejection.kind.value, value=rejection.value, evidence=rejection.evidence,
                person=who.name, at=desk.now(),
            )
        )  # fmt: skip
        errand.record("rejected a signal", "use case", number, after=_values(rejection))
        follow_scope(errand.session, desk, errand.project, number)


def take_back_rejection(  # noqa: PLR0917 - the place, then the signal
    desk: Desk, who: Person, pid: str, number: int, kind: str, value: str, evidence: str
) -> None:
    """Let a rejected signal count again; taking back what was never rejected changes nothing."""
    with writing(desk, who, pid, Right.WRITE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        rejection = checked_rejection(kind, value, evidence)
        if rejection not in rejections_of(errand, case):
            return
        row = tables.Rejection
        mine = (row.kind == rejection.kind.value) & (row.value == rejection.value)
        mine &= row.evidence == rejection.evidence
        errand.session.execute(delete(row).where(row.use_case_id == case.id, mine))
        errand.record("took back a rejection", "use case", number, before=_values(rejection))
        follow_scope(errand.session, desk, errand.project, number)


def rejections_of(errand: Errand, case: tables.UseCase) -> tuple[Rejection, ...]:
    """Return what was rejected of a use case, in the order in which it was."""
    row = tables.Rejection
    found = errand.session.scalars(select(row).where(row.use_case_id == case.id).order_by(row.id))
    return tuple(rejection_from(one) for one in found)


def checked_rejection(kind: str, value: str, evidence: str) -> Rejection:
    """Return what names a signal, checked; raise InputErrors when it cannot be one."""
    entrance = Entrance()
    if kind not in KIND_NAMES:
        entrance.refuse("kind", "There is no such kind of signal.")
    value = entrance.text("value", value, limit=VALUE_LIMIT)
    evidence = entrance.text("evidence", evidence, limit=EVIDENCE_LIMIT, needed="Say which words are meant.")
    entrance.check()
    return Rejection(Kind(kind), value, evidence)


def _values(rejection: Rejection) -> Values:
    return {"kind": rejection.kind.value, "value": rejection.value, "evidence": rejection.evidence}
