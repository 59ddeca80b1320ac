"""Options: the ways in which IT could meet a use case, priced, compared, recommended.

In: forms as strings. Out: an OptionComparison, and Saved for each write. Choosing is in decide.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select

from translator.core.errors import InputError
from translator.core.estimates import Range, ThreePoint, total
from translator.core.options import Meets, Option
from translator.core.requirements.model import Requirement
from translator.core.requirements.suspect import as_priced, moved_since
from translator.core.terms import Category
from translator.services.access import Right, open_use_case
from translator.services.desk import Desk, Person, Saved
from translator.services.errand import Errand, reading, writing
from translator.services.errors import Conflict, NotFound
from translator.services.gather import options_of, rows_of
from translator.services.history import snapshot
from translator.services.lines import RequirementRow, lines_in
from translator.services.option_doubts import doubts
from translator.services.option_form import meets_out, option_in, option_out
from translator.services.option_merge import Merged, OptionConflict, merge
from translator.services.sharing import shared_lines
from translator.services.versions import changed_last_by_me, expect
from translator.storage import tables
from translator.storage.option_mapping import chosen_from, option_from, write_option

_KEPT = ("name", "how", "one_off", "yearly", "weeks", "risk", "risk_note", "gives_up", "meets", "recommended")
_MARKED = ("recommended",)
# What is bought is paid for longer than it is built: three years is what purchases are usually compared over.
YEARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionColumn:
    """Hold one option of a comparison. The counts are over the requirements that go into the document.

    `stood` is a chosen option as it was when marketing chose it, None while it says the same. `moved` are the ids of
    requirements that changed since it was priced. `doubts` are sentences about estimates that look unusual.
    `over_years` is the one-off cost plus three years' running cost, None until both are estimated. `fields` is the
    form filled in.
    """

    version: int
    option: Option
    person: str
    over_years: Range | None
    fully: int
    partly: int
    not_met: int
    not_said: int
    doubts: tuple[str, ...]
    stood: Option | None
    fields: Mapping[str, str]
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionComparison:
    """Hold the options of one use case side by side, in order of their letters, beside its requirements."""

    project_id: str
    project_name: str
    number: int
    title: str
    currency: str
    budget: int | None
    columns: tuple[OptionColumn, ...]
    deleted: tuple[OptionColumn, ...]
    requirements: tuple[RequirementRow, ...]
    can_price: bool
    can_choose: bool

    @property
    def by_category(self) -> tuple[tuple[Category, tuple[RequirementRow, ...]], ...]:
        """Return the requirements of each category that has any, in the order of the categories."""
        found = ((c, tuple(r for r in self.requirements if r.requirement.category is c)) for c in Category)
        return tuple((category, rows) for category, rows in found if rows)

    @property
    def recommended(self) -> Option | None:
        """Return what IT recommends."""
        return next((c.option for c in self.columns if c.option.recommended), None)

    @property
    def chosen(self) -> Option | None:
        """Return what marketing chose."""
        return next((c.option for c in self.columns if c.option.chosen), None)

    def column(self, letter: str) -> OptionColumn | None:
        """Return the column of an option, or None."""
        return next((c for c in self.columns if c.option.letter == letter), None)


def options_view(desk: Desk, who: Person, pid: str, number: int) -> OptionComparison:
    """Return the options of a use case side by side."""
    with reading(desk, who, pid) as errand:
        case = open_use_case(errand.session, errand.project, number)
        lines = lines_in(errand.session, desk, errand.project, number)
        live = tuple(line for line in lines if line.requirement.wanted)
        return OptionComparison(
            project_id=pid,
            project_name=errand.project.name,
            number=number,
            title=case.title,
            currency=errand.project.currency,
            budget=errand.project.budget,
            columns=columns_of(errand, case, live),
            deleted=tuple(_column(errand, row, live, ()) for row in _deleted(errand, case)),
            requirements=live,
            can_price=Right.PRICE in errand.rights,
            can_choose=Right.CHOOSE in errand.rights,
        )


def columns_of(errand: Errand, case: tables.UseCase, live: tuple[RequirementRow, ...]) -> tuple[OptionColumn, ...]:
    """Return the options of a use case as columns of a comparison."""
    shared = shared_lines(errand.session, errand.project)
    return tuple(_column(errand, row, live, shared) for row in options_of(errand.session, [case]))


def add_option(desk: Desk, who: Person, pid: str, number: int, fields: Mapping[str, str], *, once: str = "") -> str:
    """Add an option from a form (see option_form.py); return its letter, which is never given again.

    `once` names the form that asked for it: sent again, it gets the same letter.
    """
    with writing(desk, who, pid, Right.PRICE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        return errand.once(once, lambda: _add(errand, case, fields))


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedOption(Saved):
    """Say what saving an option came to. `beside` is who had saved other parts of it meanwhile; theirs are kept."""

    beside: str = ""


def save_option(
    desk: Desk,
    who: Person,
    pid: str,
    number: int,
    letter: str,
    *,
    version: int,
    fields: Mapping[str, str],
    seen: Mapping[str, str] | None = None,
) -> SavedOption:
    """Store an option from a form. Raise InputErrors with the fields that cannot be used.

    `seen` is the form as it was shown. When somebody saved since, parts that only one of both changed are kept;
    raise OptionConflict for parts that both changed.
    """
    with writing(desk, who, pid, Right.PRICE) as errand:
        row = _option(errand, number, letter)
        old, keys = option_from(row), _keys(errand, number)
        new, removed = option_in(fields, letter, errand.project.currency, keys)
        beside = ""
        if row.version != version:
            shown = {row_id: key for row_id, key in keys.items() if f"meets-{row_id}" in fields}
            kept = _merged(errand, f"UC{number}", row, new=new, keys=shown, seen=seen or {})
            new, _ = option_in(kept.fields, letter, errand.project.currency, keys)
            beside = row.person if kept.taken else ""
        # What was said about lines that are out of the document now is kept for when they come back.
        new = replace(
            new, meets={**_elsewhere(errand, number, old), **new.meets}, recommended=old.recommended, chosen=old.chosen
        )
        _store(errand, number, row, _for_today(errand, number, new), "changed")
        return SavedOption(version=row.version, at=desk.now(), removed=removed, beside=beside)


def recommend_option(desk: Desk, who: Person, pid: str, number: int, letter: str | None) -> None:
    """Let IT recommend one option of a use case, or none (`letter` None)."""
    with writing(desk, who, pid, Right.PRICE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        if letter is not None:
            _option(errand, number, letter)
        for row in options_of(errand.session, [case]):
            if row.recommended == (row.letter == letter):
                continue
            before = snapshot(row, *_MARKED)
            row.recommended = row.letter == letter
            errand.session.flush()
            _record(errand, number, row, "recommended", before=before, after=snapshot(row, *_MARKED))


def delete_option(desk: Desk, who: Person, pid: str, number: int, letter: str, *, version: int) -> Saved:
    """Take an option out; it can be brought back. Raise InputError for one that marketing has chosen."""
    with writing(desk, who, pid, Right.PRICE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        gone = next((row for row in _deleted(errand, case) if row.letter == letter), None)
        if gone is not None and gone.version == version + 1:
            return Saved(version=gone.version, at=desk.now())  # the same button pressed twice
        row = _option(errand, number, letter)
        if row.chosen:
            raise InputError(f"Marketing has chosen option {letter}. Ask marketing to choose another one first.")
        expect(row, version, f"option {letter} of UC{number}", {}, {}, by=row.person)
        row.deleted_at, row.recommended = desk.now(), False
        errand.session.flush()
        _record(errand, number, row, "deleted")
        return Saved(version=row.version, at=desk.now())


def restore_option(desk: Desk, who: Person, pid: str, number: int, letter: str, *, version: int) -> Saved:
    """Bring a deleted option back under its old letter."""
    with writing(desk, who, pid, Right.PRICE) as errand:
        case = open_use_case(errand.session, errand.project, number)
        row = next((row for row in _deleted(errand, case) if row.letter == letter), None)
        if row is None:
            back = _option(errand, number, letter)
            if back.version == version + 1:
                return Saved(version=back.version, at=desk.now())
            raise NotFound
        expect(row, version, f"option {letter} of UC{number}", {}, {})
        row.deleted_at = None
        errand.session.flush()
        _record(errand, number, row, "restored")
        return Saved(version=row.version, at=desk.now())


def letter_after(taken: int) -> str:
    """Return the letter of the next option when so many were given already: A ... Z, AA, AB ..."""
    first, last = divmod(taken, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def _add(errand: Errand, case: tables.UseCase, fields: Mapping[str, str]) -> str:
    taken = errand.session.scalars(select(tables.Option.letter).where(tables.Option.use_case_id == case.id)).all()
    letter = letter_after(len(taken))
    option, _ = option_in(fields, letter, errand.project.currency, _keys(errand, case.number))
    priced = _for_today(errand, case.number, option)
    row = tables.Option(use_case_id=case.id)
    errand.session.add(row)
    _store(errand, case.number, row, priced, "added")
    return letter


def _option(errand: Errand, number: int, letter: str) -> tables.Option:
    case = open_use_case(errand.session, errand.project, number)
    found = next((row for row in options_of(errand.session, [case]) if row.letter == letter), None)
    if found is None:
        raise NotFound
    return found


def _merged(
    errand: Errand, ref: str, row: tables.Option, *, new: Option, keys: Mapping[int, str], seen: Mapping[str, str]
) -> Merged:
    """Lay a form over an option that was saved since it was shown."""
    mine, theirs = (
        {**option_out(option, errand.project.currency), **meets_out(option, keys)} for option in (new, option_from(row))
    )
    merged = merge(seen, mine, theirs)
    if merged.asked:
        subject = f"option {row.letter} of {ref}"
        own = changed_last_by_me(errand, "option", f"{ref}:{row.letter}", "added", "changed")
        raise OptionConflict(Conflict(subject, mine, theirs, row.version, own=own, by=row.person), row.letter, merged)
    return merged


def _deleted(errand: Errand, case: tables.UseCase) -> list[tables.Option]:
    row = tables.Option
    query = select(row).where(row.use_case_id == case.id, row.deleted_at.is_not(None)).order_by(row.id)
    return list(errand.session.scalars(query))


def _keys(errand: Errand, number: int) -> dict[int, str]:
    rows = rows_of(errand.session, tables.Requirement, errand.project)
    return {row.id: row.key for row in rows if row.scope == number}


def _elsewhere(errand: Errand, number: int, old: Option) -> dict[str, Meets]:
    lines = lines_in(errand.session, errand.desk, errand.project, number)
    live = {line.requirement.key for line in lines if line.requirement.wanted}
    return {key: meets for key, meets in old.meets.items() if key not in live}


def _for_today(errand: Errand, number: int, option: Option) -> Option:
    """Return an option that remembers what the requirements say today; those that it does not meet cost nothing."""
    lines = (line.requirement for line in lines_in(errand.session, errand.desk, errand.project, number))
    priced = (r for r in lines if option.meets.get(r.key) is not Meets.NOT)
    return replace(option, priced_for=as_priced(priced, shared_lines(errand.session, errand.project)))


def _column(
    errand: Errand, row: tables.Option, live: tuple[RequirementRow, ...], shared: tuple[Requirement, ...]
) -> OptionColumn:
    option = option_from(row)
    said = [option.meets.get(line.requirement.key) for line in live]
    return OptionColumn(
        version=row.version,
        option=option,
        person=row.person,
        over_years=_over_years(option),
        fully=said.count(Meets.FULLY),
        partly=said.count(Meets.PARTLY),
        not_met=said.count(Meets.NOT),
        not_said=said.count(None),
        doubts=doubts(option),
        stood=chosen_from(row),
        fields=option_out(option, errand.project.currency),
        moved=moved_since(option.priced_for, (line.requirement for line in live), shared) if option.priced else (),
    )


def _over_years(option: Option) -> Range | None:
    if option.one_off is None or option.yearly is None:
        return None
    yearly = option.yearly
    running = ThreePoint(YEARS * yearly.optimistic, YEARS * yearly.likely, YEARS * yearly.pessimistic)
    return total((option.one_off, running))


def _store(errand: Errand, number: int, row: tables.Option, option: Option, action: str) -> None:
    before = snapshot(row, *_KEPT) if row.id else None
    write_option(row, option)
    row.person, row.updated_at = errand.who.name, errand.desk.now()
    errand.session.flush()
    _record(errand, number, row, action, before=before, after=snapshot(row, *_KEPT))


def _record(
    errand: Errand,
    number: int,
    row: tables.Option,
    action: str,
    *,
    before: dict[str, object] | None = None,
    after: dict[str, object] | None = None,
) -> None:
    errand.record(action, "option", f"UC{number}:{row.letter}", before=before, after=after)
