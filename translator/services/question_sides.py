"""Which side an open question waits for, and how many wait for each side of a project.

In: who owns a question, who asked it, and the members. Out: "marketing", "it", or both. Whoever owns it decides; a
question that nobody of the project owns waits for the other side than the one that asked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import literal, select, union_all
from sqlalchemy.orm import Session

from translator.core.answers import AnswerState
from translator.core.left import Left
from translator.services.errand import Errand
from translator.services.gather import members_of
from translator.storage.tables import Answer, AskedQuestion, Membership, User

Sides = frozenset[str]
BOTH: Sides = frozenset({"marketing", "it"})
_OF_MEMBER = {"marketing": frozenset({"marketing"}), "it": frozenset({"it"}), "both": BOTH}
_OTHER = {"marketing": frozenset({"it"}), "it": frozenset({"marketing"})}


def sides_of(errand: Errand) -> dict[str, Sides]:
    """Return on which side each member of a project is, by name (casefolded); the sides' own names are among them."""
    return named_sides((m.user.name, m.side) for m in members_of(errand.session, errand.project))


def named_sides(members: Iterable[tuple[str, str]]) -> dict[str, Sides]:
    """Return the sides by name from pairs of name and side; readers have none."""
    found: dict[str, Sides] = {"marketing": _OF_MEMBER["marketing"], "it": _OF_MEMBER["it"]}
    for name, side in members:
        if side in _OF_MEMBER:
            known = name.casefold()
            found[known] = found.get(known, frozenset()) | _OF_MEMBER[side]
    return found


def waits_for(owner: str, asked_by: str, members: Mapping[str, Sides]) -> Sides:
    """Return the sides that a question waits for; both when nobody can tell."""
    owned = members.get(owner.strip().casefold())
    if owned:
        return owned
    asker = members.get(asked_by.casefold(), BOTH)
    return BOTH if asker == BOTH else _OTHER[next(iter(asker))]


def count_by_side(
    session: Session, ids: Sequence[str], left: Mapping[tuple[str, int], Left]
) -> Counter[tuple[str, int, str]]:
    """Count the open questions of these projects by (project, scope, side); one for both sides counts for each.

    Of those that somebody answered with "I don't know", the ones count that are still asked (`left`).
    """
    answer, asked = Answer, AskedQuestion
    unknown = select(answer.project_id, answer.scope, answer.owner, answer.said_by, answer.question_id)
    unknown = unknown.where(answer.project_id.in_(ids), answer.state == AnswerState.UNKNOWN.value)
    free = select(asked.project_id, asked.scope, asked.owner, asked.asked_by, literal(""))
    free = free.where(asked.project_id.in_(ids), asked.answer == "")
    people: dict[str, list[tuple[str, str]]] = defaultdict(list)
    joined = select(Membership.project_id, User.name, Membership.side).join(User, User.id == Membership.user_id)
    for pid, name, side in session.execute(joined.where(Membership.project_id.in_(ids))):
        people[pid].append((name, side))
    members = {pid: named_sides(people[pid]) for pid in ids}
    counts: Counter[tuple[str, int, str]] = Counter()
    for pid, scope, owner, asker, question in session.execute(union_all(unknown, free)):
        if question and question not in left.get((pid, scope), Left()).unknown:
            continue
        counts.update((pid, scope, side) for side in waits_for(owner, asker, members[pid]))
    return counts
