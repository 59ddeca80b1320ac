"""Suspect: what is behind a requirement, and whether it changed since a person last looked at it.

Step 6. In: drafts, and what was behind them when somebody accepted, edited, judged or cleared the line. Out: what went
and what came. What IT judged and what an option was priced for are remembered apart: those are other people's words.
"""

import hashlib
from collections.abc import Iterable, Mapping

from translator.core.requirements.model import Changes, Draft, Edit, Requirement, Source, SourceKind, Status

_SAID = (SourceKind.WORDS, SourceKind.ANSWER)
_DIGEST = 8


def rests_on(draft: Draft) -> tuple[str, ...]:
    """Return what is behind a draft, one text each: words, answers, then what it says and how that is measured.

    Where the words stand is no part of it: moving a sentence changes nothing.
    """
    behind = (_text(source) for source in draft.trace if source.kind in _SAID)
    return (*dict.fromkeys(behind), f"It says: {draft.sentence}", f"Measured by: {draft.fit or 'not stated yet'}")


def changes_between(then: tuple[str, ...] | None, now: tuple[str, ...]) -> Changes | None:
    """Return what differs, None where nothing does or nobody ever looked. Capitals and blanks do not count."""
    if then is None or not now:
        return None
    before, after = set(map(_folded, then)), set(map(_folded, now))
    if before == after:
        return None
    return Changes(
        went=tuple(text for text in then if _folded(text) not in after),
        came=tuple(text for text in now if _folded(text) not in before),
    )


def is_suspect(edit: Edit) -> bool:
    """Tell from what is stored whether a line changed since a person looked: what follow.py says, without drafting."""
    apart = (Status.ADDED, Status.DROPPED, Status.WITHDRAWN)
    if edit.last is None or edit.status in apart or edit.covered_by:
        return False
    return changes_between(edit.rested_on, rests_on(edit.last)) is not None


def as_priced(requirements: Iterable[Requirement], shared: Iterable[Requirement] = ()) -> dict[str, str]:
    """Return a short digest of each requirement as it stands, by its key: what an option is priced for.

    A line that one of the `shared` stands for is priced for what that one asks, too.
    """
    over = {line.id: line for line in shared}
    return {r.key: _digest(r, over.get(r.covered_by)) for r in requirements if r.wanted}


def moved_since(
    priced: Mapping[str, str], requirements: Iterable[Requirement], shared: Iterable[Requirement] = ()
) -> tuple[str, ...]:
    """Return the ids of those that say or rest on something else now than when an option was priced for them."""
    known = [r for r in requirements if r.wanted and r.key in priced]
    today = as_priced(known, shared)
    return tuple(r.id for r in known if priced[r.key] != today[r.key])


def _text(source: Source) -> str:
    place = f"UC{source.use_case}: " if source.use_case else ""
    # A question ends in its own mark; a colon behind it would be one too many.
    words = f"“{source.text}”" if source.kind is SourceKind.WORDS else source.text.replace("?: ", "? ", 1)
    return f"{place}{words}"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _digest(requirement: Requirement, over: Requirement | None) -> str:
    said = {requirement.sentence, requirement.fit, *requirement.rests_on}
    if over is not None and any(part.drives for part in over.shares):
        said |= {over.sentence, over.fit}
    texts = sorted({_folded(text) for text in said})
    return hashlib.blake2b("\n".join(texts).encode(), digest_size=_DIGEST).hexdigest()
