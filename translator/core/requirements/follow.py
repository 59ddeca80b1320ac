"""Following: what people did with requirements, laid over what the bank would write now.

Step 6. In: today's drafts and the stored edits. Out: numbered edits (numbers are given once), and the requirements as
pages and documents show them.
"""

from collections.abc import Iterable
from dataclasses import replace

from translator.core.requirements.model import (
    Draft,
    Edit,
    Feasibility,
    Origin,
    Requirement,
    Source,
    SourceKind,
    Status,
    requirement_id,
)
from translator.core.requirements.suspect import changes_between, rests_on
from translator.core.terms import Category, Priority

_ORDER = tuple(Category)


def follow(drafts: Iterable[Draft], edits: Iterable[Edit]) -> tuple[Requirement, ...]:
    """Return the requirements: in the order of the categories, each by number.

    Withdrawn and dropped ones are among them (`live` is False). A draft without an edit gets the next number.
    """
    known = {(d.use_case, d.key): d for d in drafts}
    numbered = number(known.values(), edits)
    rows = (_requirement(edit, known.get((edit.use_case, edit.key))) for edit in numbered)
    return tuple(row for row in _sorted(numbered, rows))


def number(drafts: Iterable[Draft], edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits as they are to be stored: unchanged ones as they came, then new ones in the drafts' order.

    A new key gets the next number of its use case and category; no number is ever given twice. A key that no draft
    calls for any more is WITHDRAWN; when it comes back, a sentence of a person's own makes it EDITED again, else it
    is DRAFTED. DROPPED stays dropped and ADDED stays added, whatever the drafts say.
    """
    known = {(d.use_case, d.key): d for d in drafts}
    kept = [_moved(edit, (edit.use_case, edit.key) in known) for edit in edits]
    highest: dict[tuple[int | None, Category], int] = {}
    for edit in kept:
        place = (edit.use_case, edit.category)
        highest[place] = max(edit.number, highest.get(place, 0))
    named = {(edit.use_case, edit.key) for edit in kept}
    for name, draft in known.items():
        if name not in named:
            place = (draft.use_case, draft.category)
            highest[place] = highest.get(place, 0) + 1
            kept.append(_new(draft, highest[place]))
    return tuple(kept)


def _new(draft: Draft, given: int) -> Edit:
    return Edit(
        key=draft.key,
        use_case=draft.use_case,
        category=draft.category,
        number=given,
        status=Status.DRAFTED,
        based_on=draft.sentence,
    )


def _moved(edit: Edit, drafted: bool) -> Edit:
    if edit.status in (Status.DROPPED, Status.ADDED):
        return edit
    if not drafted:
        return edit if edit.status is Status.WITHDRAWN else replace(edit, status=Status.WITHDRAWN)
    if edit.status is not Status.WITHDRAWN:
        return edit
    return replace(edit, status=Status.DRAFTED if _untouched(edit) else Status.EDITED)


def _untouched(edit: Edit) -> bool:
    return edit.sentence is None and edit.plain is None and edit.fit is None and edit.priority is None


def _touched(edit: Edit) -> bool:
    return bool(edit.person) or not _untouched(edit) or edit.feasibility is not None or edit.status is Status.ADDED


def _requirement(edit: Edit, draft: Draft | None) -> Requirement:
    """Lay an edit over its draft; without one, over the last draft that is remembered, or over nothing."""
    below = draft or edit.last
    drafted = below.sentence if below else edit.based_on
    sentence = drafted if edit.sentence is None else edit.sentence
    edited = edit.status is Status.EDITED
    fit = _first(edit.fit, below.fit if below else None, "")
    judged = edit.feasibility
    # A line of a person's own rests on nobody else's words, also one that was drafted once.
    behind = rests_on(below) if below and edit.status is not Status.ADDED else ()
    return Requirement(
        id=requirement_id(edit.use_case, edit.category, edit.number),
        key=edit.key,
        use_case=edit.use_case,
        category=edit.category,
        sentence=sentence,
        plain=_first(edit.plain, below.plain if below else None, ""),
        rationale=edit.rationale or (below.rationale if below else ""),
        fit=fit,
        priority=edit.priority or (below.priority if below else Priority.SHOULD),
        origin=below.origin if below else Origin.STATED,
        topic=below.topic if below else "",
        trace=(*(below.trace if below else ()), *_hand(edit)),
        status=edit.status,
        draft_sentence=drafted if below else "",
        source_changed=edited and draft is not None and bool(edit.based_on) and draft.sentence != edit.based_on,
        draft_plain=below.plain if below else "",
        draft_fit=below.fit if below else "",
        words_gone=draft.words_gone if draft else (),
        touched=_touched(edit),
        given=below.given if below else (),
        shares=below.shares if below else (),
        covered_by=edit.covered_by if edit.status in (Status.DRAFTED, Status.ACCEPTED) else "",
        feasibility=judged,
        review_stale=judged is not None and _moved_on(judged, sentence, fit),
        rests_on=behind,
        changes=changes_between(edit.rested_on, behind),
    )


def _moved_on(judged: Feasibility, sentence: str, fit: str) -> bool:
    return judged.about != sentence or judged.about_fit not in (None, fit)


def _hand(edit: Edit) -> tuple[Source, ...]:
    if edit.status is Status.ADDED:
        return (Source(kind=SourceKind.PERSON, ref=edit.person, text=f"Written by {edit.person or 'hand'}"),)
    if edit.status is Status.EDITED:
        return (Source(kind=SourceKind.PERSON, ref=edit.person, text=f"Edited by {edit.person or 'hand'}"),)
    return ()


def _first(*words: str | None) -> str:
    return next(w for w in words if w is not None)


def _sorted(edits: tuple[Edit, ...], rows: Iterable[Requirement]) -> list[Requirement]:
    paired = sorted(
        zip(edits, rows, strict=True),
        key=lambda pair: (_ORDER.index(pair[0].category), pair[0].use_case or 0, pair[0].number),
    )
    return [row for _, row in paired]
