"""Lists: what stands beside a known thing in an enumeration is a thing of the same kind.

Step 2, a rule pass. In: candidates. Out: further data candidates: the unknown members of a list in which one member
is known to be data ("logins, open tickets and unpaid invoices"), and what the people of a who-clause did.
"""

from collections.abc import Sequence

from translator.core.reading.found import Found
from translator.core.reading.grammar import DETERMINERS, is_content, is_verb
from translator.core.reading.lexicon import Concept
from translator.core.reading.words import COMMA, NONE, STOP, Word, word_set

_LISTED = Concept(id="data.listed", kind="data", value="=", forms=())
_DONE = Concept(id="data.what_people_did", kind="data", value="=", forms=())
_LINKS = frozenset({"and", "or", "plus", "&"})
_OPENERS = word_set("from by on of with use using see know show store hold need want")
_TAKING = word_set("need use using store hold know see from combine include collect record")
_LONGEST = 3
_MOST = 6


def with_lists(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Return the candidates and the members of their lists."""
    taken = {
        i for f in found if f.kind not in ("filter", "block", "pattern", "background") for i in range(f.begin, f.end)
    }
    out = list(found)
    for one in found:
        if one.kind == "data" and not one.concept.weak and not one.concept.reach:
            out.extend(_followers(words, one, taken))
            out.extend(_leaders(words, one, taken))
    return out


def _leaders(words: Sequence[Word], one: Found, taken: set[int]) -> list[Found]:
    """Return the members of a list that stand before a known one, as far back as commas join them."""
    out: list[Found] = []
    at = one.begin
    for _ in range(_MOST):
        while at > 0 and words[at].brk == NONE and words[at - 1].lower in DETERMINERS:
            at -= 1
        joined = at > 0 and (words[at].brk == COMMA or (words[at - 1].base in _LINKS and words[at].brk == NONE))
        end = at if words[at].brk == COMMA else at - 1
        start = _start_of(words, end)
        if not joined or start == end or any(i in taken for i in range(start, end)):
            break
        out.append(Found(_LISTED, start, end, start, end))
        taken.update(range(start, end))
        at = start
    return out if at < one.begin and _opened(words, at) and _is_list(words, at, one) else []


def _start_of(words: Sequence[Word], end: int) -> int:
    i = end
    while i > 0 and end - i < _LONGEST and is_content(words[i - 1]) and not is_verb(words, i - 1):
        i -= 1
        if words[i].brk != NONE:
            break
    return i


def _opened(words: Sequence[Word], at: int) -> bool:
    """Tell whether a list starts at a word: behind a colon, a preposition, a determiner or a verb that takes things."""
    before = words[at - 1] if at else None
    return before is None or words[at].brk == STOP or before.base in _OPENERS | _TAKING or before.lower in DETERMINERS


def _is_list(words: Sequence[Word], at: int, one: Found) -> bool:
    """Tell whether two commas, or a comma and an "and", make a list of what stands between."""
    span = range(at + 1, min(one.end + 2, len(words)))
    joints = sum(words[i].brk == COMMA or words[i].base in _LINKS for i in span)
    return joints > 1 or (joints == 1 and at > 0 and words[at - 1].base in _TAKING)


def _followers(words: Sequence[Word], one: Found, taken: set[int]) -> list[Found]:
    out: list[Found] = []
    at = one.end
    for _ in range(_MOST):
        start = _next_member(words, at)
        if start is None:
            break
        end = _noun_phrase(words, start)
        if end == start:
            break
        if not any(i in taken for i in range(start, end)):
            out.append(Found(_LISTED, start, end, start, end))
            taken.update(range(start, end))
        at = end
    return out if _closed(words, one.end, at) else []


def _next_member(words: Sequence[Word], at: int) -> int | None:
    """Return where the next member of a list starts when one may: behind a comma, an "and", or both."""
    if at >= len(words) or words[at].brk == STOP:
        return None
    start = at + (words[at].base in _LINKS)
    if start == at and words[at].brk != COMMA:
        return None
    while start < len(words) and words[start].lower in DETERMINERS and words[start].brk != STOP:
        start += 1
    return start if start < len(words) else None


def _noun_phrase(words: Sequence[Word], start: int) -> int:
    i = start
    while i < len(words) and i - start < _LONGEST and (i == start or words[i].brk == NONE):
        if (not is_content(words[i]) or words[i].lower.endswith("ly")) and not (words[i].base == "of" and i > start):
            break
        if is_verb(words, i):
            return start
        i += 1
    ended = (
        i >= len(words) or words[i].brk != NONE or words[i].base in _LINKS or words[i].base in ("from", "in", "that")
    )
    return i if ended else start


def _closed(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether an "and" or "or" stands in the list: a bare comma joins clauses as often as things."""
    return any(words[i].base in _LINKS for i in range(first, min(last, len(words))))


def with_deeds(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Return the candidates and, for every who-clause that counts something and holds no data yet, what it counts."""
    out = list(found)
    known = [f for f in found if f.kind == "data"]
    for one in found:
        start = next((i + 1 for i in range(one.begin, one.end) if words[i].base in ("who", "whose")), 0)
        if one.kind != "actor" or not start or one.quantity is None:
            continue
        if not any(f.begin < one.end and start < f.end for f in known):
            out.append(Found(_DONE, start, one.end, start, one.end))
    return out
