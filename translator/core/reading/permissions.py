"""Permissions: where a condition or a duty is about somebody's consent, it is one thing, and a matter of consent.

Step 2, a rule pass. In: the complete candidates of a passage. Out: the same, with a limit that only words a consent
("only where the box was ticked", "... it has to stick everywhere") taken into it, people who gave it too ("only
doctors who agreed"), and without a mere mention of consent in what is counted.
"""

from collections.abc import Sequence

from translator.core.reading.found import Found
from translator.core.reading.words import NONE, STOP, Word

_WORDED = frozenset({"constraint.only_condition", "constraint.only_at_the_start", "constraint.obligation"})
_BACK = frozenset({"it", "that", "this"})
_WHO = frozenset({"who", "whose", "that"})


def with_permissions(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Return the candidates, each permission with all of its words."""
    measured = [f for f in found if f.kind == "kpi"]
    out = [f for f in found if not (_is_mention(f) and any(_within(f, m) for m in measured))]
    taken = []
    for one in (f for f in out if f.kind == "consent"):
        _take_people(words, one, out)
        for rule in (f for f in out if f.concept.id in _WORDED):
            if rule.begin <= one.end and one.begin <= rule.end:
                if _is_mention(one) or rule.concept.id != "constraint.obligation":
                    one.begin, one.end = min(one.begin, rule.begin), max(one.end, rule.end)
            elif _is_mention(one) and _speaks_of_it(words, one, rule):
                one.begin, one.end = rule.begin, rule.end
            else:
                continue
            taken.append(id(rule))
    return [f for f in out if id(f) not in taken]


def _is_mention(one: Found) -> bool:
    return one.kind == "consent" and bool(one.concept.weak)


def _within(one: Found, other: Found) -> bool:
    return other.begin <= one.begin and one.end <= other.end


def _take_people(words: Sequence[Word], one: Found, found: Sequence[Found]) -> None:
    """Take in the people whose consent it is, and the "only" before them."""
    if words[one.begin].base not in _WHO:
        return
    who = next((f for f in found if f.kind == "actor" and f.begin < one.begin <= f.end), None)
    if who is not None and words[one.begin].brk == NONE:
        only = who.begin > 0 and words[who.begin - 1].base == "only"
        one.begin = who.begin - only


def _speaks_of_it(words: Sequence[Word], one: Found, rule: Found) -> bool:
    """Tell whether a duty behind a consent in the same sentence is about it ("if ..., it has to stick everywhere")."""
    if not one.end <= rule.begin or words[rule.begin].base not in _BACK:
        return False
    return all(w.brk != STOP for w in words[one.end : rule.begin + 1])
