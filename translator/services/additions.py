"""Additions: "these words are the people it is for", said of words of a narrative, corrected, and taken back again.

In: the words and what they mean, as chosen. Out: a row, or one less; the requirements have followed. A correction is
one row that says both what is meant and what had been read, so that the two are made and taken back together.
"""

from dataclasses import dataclass, replace

from sqlalchemy import select

from translator.core.errors import InputError
from translator.core.reading.added import ROLES, TIMING_VALUES, channel_values, same_words, stands, timing_in
from translator.core.reading.explain import KIND_NAMES
from translator.core.reading.model import Added, Kind, Rejection
from translator.services.access import Right, open_use_case
from translator.services.desk import Desk, Person
from translator.services.entrance import Entrance
from translator.services.errand import Errand, writing
from translator.services.errors import InputErrors
from translator.services.follow import follow_scope
from translator.services.history import Values
from translator.services.rejections import checked_rejection
from translator.storage import tables
from translator.storage.project_mapping import addition_from, write_addition

WORDS_LIMIT = 200
VALUE_LIMIT = 200
# More than anybody marks by hand in one text; it keeps the reading fast whatever a program sends.
MOST_ADDITIONS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Hold what a person says that words are, as chosen on a page.

    `value` only counts for channels and timing; a time without one is what the words themselves state.
    """

    words: str
    kind: str
    role: str = ""
    value: str = ""
    negated: bool = False


def add_signal(desk: Desk, who: Person, pid: str, number: int, mark: Mark) -> Added:
    """Note what words of the text mean; the same words and kind said again take the place of what was said before.

    Raise InputErrors when the words do not stand in the text, or are too long, or the choices do not fit.
    """
    with writing(desk, who, pid, Right.WRITE) as errand:
        case = _locked(errand, number)
        added = _checked(errand, case, mark)
        row = _row_of(errand, case, added.kind.value, added.evidence)
        if row is not None:
            added = replace(added, instead_of=addition_from(row).instead_of)
        return _put(errand, case, row, added, "added a signal")


def correct_signal(  # noqa: PLR0917 - the place, then what is said of what
    desk: Desk, who: Person, pid: str, number: int, mark: Mark, was: tuple[str, str, str]
) -> Added:
    """Note that words mean something else than was read; `was` is kind, value and evidence of that signal.

    What somebody had added is changed in its place. Raise InputErrors as add_signal does.
    """
    with writing(desk, who, pid, Right.WRITE) as errand:
        case = _locked(errand, number)
        rejected = checked_rejection(*was)
        added = _checked(errand, case, mark, rejected)
        row = _row_of(errand, case, rejected.kind.value, rejected.evidence)
        other = _row_of(errand, case, added.kind.value, added.evidence)
        if row is not None and other is not None and other is not row:
            errand.session.delete(other)
            errand.session.flush()
        instead = addition_from(row).instead_of if row is not None else rejected
        return _put(errand, case, row or other, replace(added, instead_of=instead), "corrected a signal")


def take_back_addition(  # noqa: PLR0917 - the place, then the signal
    desk: Desk, who: Person, pid: str, number: int, kind: str, value: str, evidence: str
) -> None:
    """Forget what was said of words, and what it corrected counts again; what was never said changes nothing."""
    with writing(desk, who, pid, Right.WRITE) as errand:
        case = _locked(errand, number)
        named = checked_rejection(kind, value, evidence)
        row = _row_of(errand, case, named.kind.value, named.evidence)
        if row is None:
            return
        before = _values(addition_from(row))
        errand.session.delete(row)
        errand.record("took back an addition", "use case", number, before=before)
        follow_scope(errand.session, desk, errand.project, number)


def additions_of(errand: Errand, case: tables.UseCase) -> tuple[Added, ...]:
    """Return what was added to a use case's reading, in the order in which it was."""
    return tuple(addition_from(row) for row in _rows(errand, case))


def _locked(errand: Errand, number: int) -> tables.UseCase:
    """Open a use case; of two people who mark words at once, one waits for the other."""
    case = open_use_case(errand.session, errand.project, number)
    errand.session.execute(select(tables.UseCase.id).where(tables.UseCase.id == case.id).with_for_update())
    return case


def _put(errand: Errand, case: tables.UseCase, row: tables.Addition | None, added: Added, action: str) -> Added:
    before = addition_from(row) if row is not None else None
    if before is not None and replace(before, person=added.person) == added:
        return before
    if row is None:
        if len(_rows(errand, case)) >= MOST_ADDITIONS:
            raise InputErrors((InputError(f"At most {MOST_ADDITIONS} things can be marked in one text.", "words"),))
        row = tables.Addition(use_case_id=case.id)
        errand.session.add(row)
    write_addition(row, added)
    row.at = errand.desk.now()
    errand.session.flush()
    errand.record(action, "use case", case.number, before=_values(before) if before else None, after=_values(added))
    follow_scope(errand.session, errand.desk, errand.project, case.number)
    return added


def _checked(errand: Errand, case: tables.UseCase, mark: Mark, was: Rejection | None = None) -> Added:
    entrance = Entrance()
    words = entrance.line("words", mark.words, limit=WORDS_LIMIT, needed="Say which words of the text are meant.")
    if words and not entrance.errors and not stands(case.narrative, words):
        entrance.refuse("words", "These words do not stand in the text. Write them exactly as they stand there.")
    kind = Kind(mark.kind) if mark.kind in KIND_NAMES else None
    if kind is None or mark.role not in ROLES.get(kind, ("",)):
        entrance.refuse("kind", "Choose what these words are.")
    value = _value(errand, entrance, kind, mark, was) if kind else ""
    entrance.check()
    return Added(
        kind=Kind(mark.kind),
        value=value or words.lower()[:VALUE_LIMIT],
        evidence=words,
        role=mark.role,
        negated=mark.negated,
        person=errand.who.name,
    )


def _value(errand: Errand, entrance: Entrance, kind: Kind, mark: Mark, was: Rejection | None) -> str:
    """Return the word of the closed list that was chosen; "" where the words themselves are the value."""
    if kind is Kind.CHANNEL:
        if mark.value not in channel_values(errand.desk.bank.lexicon):
            entrance.refuse("value", "Choose which place these words name.")
        return mark.value
    if kind is Kind.TIMING:
        read = timing_in(mark.words[:WORDS_LIMIT], mark.role, errand.desk.bank.lexicon)
        given = "event" if mark.role == "trigger" else mark.value or read
        if given not in TIMING_VALUES:
            entrance.refuse("value", "Choose how soon or how often from the list.")
        return given
    return was.value if was is not None and was.kind is kind and same_words(was.evidence, mark.words) else ""


def _rows(errand: Errand, case: tables.UseCase) -> list[tables.Addition]:
    row = tables.Addition
    return list(errand.session.scalars(select(row).where(row.use_case_id == case.id).order_by(row.id)))


def _row_of(errand: Errand, case: tables.UseCase, kind: str, words: str) -> tables.Addition | None:
    return next((r for r in _rows(errand, case) if r.kind == kind and same_words(r.evidence, words)), None)


def _values(added: Added) -> Values:
    was = added.instead_of
    plain = {
        "kind": added.kind.value, "value": added.value, "evidence": added.evidence, "role": added.role,
        "negated": added.negated,
    }  # fmt: skip
    return {**plain, "instead_of": {"kind": was.kind.value, "value": was.value}} if was else plain
