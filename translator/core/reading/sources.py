"""Sources: facts named as what something is chosen by, worked out from or kept in.

Step 2, a rule pass. In: the complete candidates of a passage. Out: further data candidates: "pick by size and skill",
"guess it from the first receipts", "based on what she holds", "use the soil type to ...", "calls are in Veeva".
Words that are understood already stay as they are.
"""

from collections.abc import Iterator, Sequence

from translator.core.reading.found import Found
from translator.core.reading.grammar import is_content
from translator.core.reading.lexicon import Concept
from translator.core.reading.scope import clause_end
from translator.core.reading.words import COMMA, NONE, STOP, Word, word_set

_SOURCE = Concept(id="data.source", kind="data", value="=", forms=())
# The bases of verbs: a long one has lost its last "e".
_CHOOSING = word_set("""
    pick choos select split group segment match sort rout rank score differ vary tailor adapt time tim filter
    personalis cluster different differently prioritis divid slic target search list pric forecast weigh grad assign
    show recommend suggest narrow
""")
_WORKING_OUT = word_set("""
    predict guess score comput calculat draw learn deriv recommend infer estimat forecast build deduc conclud model
    suggest tell know see
""")
_PHRASES = frozenset(
    {
        ("base", "on"), ("depend", "on"), ("accord", "to"), ("key", "to"), ("drive", "by"), ("draw", "from"),
        ("draw", "on"), ("drawn", "from"), ("deriv", "from"),
    }
)  # fmt: skip
_ASKING = frozenset({"who", "what", "how", "whether", "which", "if", "where", "whose"})
_SKIPPED = word_set(
    "the a an their our his her its your that this these those all each every both any my us by of from on"
)
_AWAY = word_set("""
    time day hand mail post text phone push sms letter car train foot then now default law somebody someone anybody
    nobody people them memory mistake minute hour week month chance accident default far one itself themselves
""")
_LINKS = frozenset({"and", "or", "plus", "&"})
_FURTHEST = 5
_LONGEST = 4
_MOST = 5


def with_sources(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Return the candidates and what else the text chooses by, works out from or keeps somewhere."""
    out = list(found)
    taken = {i for f in found if f.kind not in ("pattern", "background", "priority") for i in range(f.begin, f.end)}
    for start in _starts(words):
        for begin, end in _members(words, start):
            if taken.isdisjoint(range(begin, end)):
                out.append(Found(_SOURCE, begin, end, begin, end, value="="))
                taken.update(range(begin, end))
    return out


def _starts(words: Sequence[Word]) -> Iterator[int]:
    """Yield where the things begin that something is chosen by or worked out from."""
    for i, word in enumerate(words[:-1]):
        after = words[i + 1]
        if after.brk != NONE:
            continue
        if word.lower == "by" and _leads(words, i, _CHOOSING):
            yield i + 1
        elif word.lower == "from" and _leads(words, i, _WORKING_OUT):
            yield i + 1
        elif i and (words[i - 1].base, word.lower) in _PHRASES and word.brk == NONE:
            yield i + 1


def _leads(words: Sequence[Word], i: int, verbs: frozenset[str]) -> bool:
    """Tell whether one of some verbs stands shortly before word i in its clause."""
    for j in range(i - 1, max(i - 1 - _FURTHEST, -1), -1):
        if words[j + 1].brk == STOP:
            return False
        if words[j].base in verbs:
            return True
        if words[j + 1].brk != NONE:
            return False
    return False


def _members(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """Yield the members of the list that starts at a word, each from its first telling word on."""
    at = start
    for _ in range(_MOST):
        while at < len(words) and words[at].lower in _SKIPPED and (at == start or words[at].brk != STOP):
            at += 1
        if at >= len(words):
            return
        end = clause_end(words, at + 1, 8) if words[at].lower in _ASKING else _noun_end(words, at)
        if end == at or words[at].lower in _AWAY:
            return
        yield at, end
        nxt = _next(words, end)
        if nxt is None:
            return
        at = nxt


def _noun_end(words: Sequence[Word], at: int) -> int:
    i = at
    while i < len(words) and i - at < _LONGEST and (i == at or words[i].brk == NONE):
        inner = i > at and words[i].lower in ("of", "'s", "the", "their") and i + 1 < len(words)
        if not is_content(words[i]) and not inner:
            break
        i += 1
    while i > at and not is_content(words[i - 1]):
        i -= 1
    return i


def _next(words: Sequence[Word], end: int) -> int | None:
    if end >= len(words) or words[end].brk == STOP:
        return None
    if words[end].base in _LINKS:
        return end + 1
    return end if words[end].brk == COMMA and _closes(words, end) else None


def _closes(words: Sequence[Word], at: int) -> bool:
    """Tell whether an "and" closes the list that goes on at a comma."""
    return any(words[i].base in _LINKS for i in range(at, min(at + _LONGEST + 2, len(words))) if words[i].brk != STOP)
