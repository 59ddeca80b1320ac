"""What a person can do to one line, as pure changes of its Edit.

In: the line as it stands, what was done to it so far, and what the person wants. Out: the new Edit, or InputErrors.
"""

from dataclasses import dataclass, replace

from translator.core.errors import InputError
from translator.core.requirements.model import Edit, Requirement, Status
from translator.core.terms import Category, Priority
from translator.services.desk import Person
from translator.services.entrance import Entrance


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Hold a line's words as a person wrote them."""

    sentence: str
    plain: str
    fit: str
    priority: Priority


def worded(entrance: Entrance, *, sentence: str, plain: str, fit: str, priority: str, needed: str) -> Wording:
    """Take in a line's words; raise InputErrors for all that cannot be used, together with what was refused before."""
    if priority not in set(Priority):
        entrance.refuse("priority", "Choose must, should, could or won't.")
    words = Wording(
        sentence=entrance.line("sentence", sentence, limit=1_000, needed=needed),
        plain=entrance.text("plain", plain),
        fit=entrance.text("fit", fit),
        priority=Priority(priority) if priority in set(Priority) else Priority.SHOULD,
    )
    entrance.check()
    return words


def edited(line: Requirement, old: Edit, words: Wording) -> Edit:
    """Put a person's words in place; with nothing but another priority the line goes on following its draft."""
    priority = words.priority if words.priority is not line.priority else old.priority
    if old.status is Status.ADDED:
        return replace(old, sentence=words.sentence, plain=words.plain, fit=words.fit, priority=priority)
    if (words.sentence, words.plain, words.fit) == (line.sentence, line.plain, line.fit):
        same = old.status if old.status is not Status.DRAFTED else Status.ACCEPTED
        return replace(old, priority=priority, status=same)
    return replace(
        old,
        status=Status.EDITED,
        sentence=words.sentence,
        plain=words.plain,
        fit=words.fit,
        priority=priority,
        based_on=line.draft_sentence,
    )


def restored(line: Requirement, old: Edit, who: Person) -> Edit:
    """Bring a line back: a dropped one as it was, a withdrawn one as the person's own. Raise InputError otherwise."""
    if old.status is Status.DROPPED:
        return replace(old, status=_before_drop(line, old))
    if old.status is Status.WITHDRAWN:
        return replace(
            old, status=Status.ADDED, sentence=line.sentence, plain=line.plain, fit=line.fit, person=who.name
        )
    raise InputError("This requirement is in the document already.")


def kept(line: Requirement, old: Edit) -> Edit:
    """Keep the person's words, and note which draft they were last compared with."""
    _must_be_edited(old)
    return replace(old, based_on=line.draft_sentence)


def taken(line: Requirement, old: Edit) -> Edit:
    """Drop the person's words in favour of today's draft; a priority of their own stays."""
    _must_be_edited(old)
    return replace(old, status=Status.ACCEPTED, sentence=None, plain=None, fit=None, based_on=line.draft_sentence)


def added(words: Wording, *, category: Category, scope: int, number: int, rationale: str, who: Person) -> Edit:
    """Build a line of a person's own."""
    return Edit(
        key=f"hand:{category.letter}{number}",
        use_case=scope or None,
        category=category,
        number=number,
        status=Status.ADDED,
        sentence=words.sentence,
        plain=words.plain,
        fit=words.fit,
        priority=words.priority,
        rationale=rationale,
        person=who.name,
    )


def _before_drop(line: Requirement, old: Edit) -> Status:
    if old.sentence is None:
        return Status.DRAFTED
    return Status.EDITED if line.draft_sentence and not old.key.startswith("hand:") else Status.ADDED


def _must_be_edited(old: Edit) -> None:
    if old.status is not Status.EDITED:
        raise InputError("Nobody has edited this requirement.")
