"""Requirements: row <-> core values. In: a row of `requirement`. Out: an Edit with IT's word, the last draft."""

from dataclasses import asdict
from typing import Any

from translator.core.requirements.model import (
    Draft,
    Edit,
    Feasibility,
    Given,
    Origin,
    Share,
    Source,
    SourceKind,
    Status,
    Verdict,
)
from translator.core.terms import Category, Priority
from translator.storage import tables


def edit_from(row: tables.Requirement) -> Edit:
    """Read what people did with a requirement from its row."""
    return Edit(
        key=row.key,
        use_case=row.scope or None,
        category=Category(row.category),
        number=row.number,
        status=Status(row.status),
        sentence=row.sentence,
        plain=row.plain,
        fit=row.fit,
        priority=None if row.priority is None else Priority(row.priority),
        rationale=row.rationale,
        based_on=row.based_on,
        person=row.person,
        feasibility=None if row.feasibility is None else feasibility_from(row.feasibility),
        last=draft_from(row),
        rested_on=None if row.rested_on is None else tuple(row.rested_on),
        covered_by=row.covered_by or "",
    )


def write_edit(row: tables.Requirement, edit: Edit) -> None:
    """Put an Edit into its row; project, version, last draft, feasibility and what covers it are the caller's."""
    row.scope = edit.use_case or 0
    row.key = edit.key
    row.category = edit.category.value
    row.number = edit.number
    row.status = edit.status.value
    row.sentence, row.plain, row.fit = edit.sentence, edit.plain, edit.fit
    row.priority = None if edit.priority is None else edit.priority.value
    row.rationale = edit.rationale
    row.based_on = edit.based_on
    row.person = edit.person
    row.rested_on = None if edit.rested_on is None else list(edit.rested_on)


def feasibility_from(row: tables.Feasibility) -> Feasibility:
    """Read IT's word from its row."""
    return Feasibility(
        verdict=Verdict(row.verdict), note=row.note, person=row.person, about=row.about, about_fit=row.about_fit
    )


def draft_to(draft: Draft) -> dict[str, Any]:
    """Write a draft as plain values for the `last_draft` column.

    Spans stay out: they address a text that has moved on, and every letter typed before them would change the row.
    """
    return {
        "category": draft.category.value,
        "sentence": draft.sentence,
        "plain": draft.plain,
        "rationale": draft.rationale,
        "fit": draft.fit,
        "priority": draft.priority.value,
        "origin": draft.origin.value,
        "topic": draft.topic,
        "trace": [_source_to(source) for source in draft.trace],
        **_sharing_to(draft),
    }


def draft_from(row: tables.Requirement) -> Draft | None:
    """Read the last draft of a row; None for a requirement that a person added by hand."""
    if row.last_draft is None:
        return None
    kept = row.last_draft
    return Draft(
        key=row.key,
        use_case=row.scope or None,
        category=Category(kept["category"]),
        sentence=kept["sentence"],
        plain=kept["plain"],
        rationale=kept["rationale"],
        fit=kept["fit"],
        priority=Priority(kept["priority"]),
        origin=Origin(kept["origin"]),
        topic=kept["topic"],
        trace=tuple(_source_from(source) for source in kept["trace"]),
        given=tuple(Given(**{**given, "values": tuple(given["values"])}) for given in kept.get("given", ())),
        shares=tuple(Share(**part) for part in kept.get("shares", ())),
    )


def _sharing_to(draft: Draft) -> dict[str, Any]:
    """Write what use cases may share, only where there is any: other drafts must not look changed."""
    given = [{**asdict(given), "values": list(given.values)} for given in draft.given]
    found = {"given": given, "shares": [asdict(part) for part in draft.shares]}
    return {name: values for name, values in found.items() if values}


def _source_to(source: Source) -> dict[str, Any]:
    plain = {"kind": source.kind.value, "ref": source.ref, "text": source.text}
    # Only where it says something: a draft that was stored before anybody marked words must not look changed.
    more = {"said_by": source.said_by, "use_case": source.use_case}
    return {**plain, **{name: value for name, value in more.items() if value}}


def _source_from(kept: dict[str, Any]) -> Source:
    return Source(
        kind=SourceKind(kept["kind"]),
        ref=kept["ref"],
        text=kept["text"],
        said_by=kept.get("said_by", ""),
        use_case=kept.get("use_case"),
    )
