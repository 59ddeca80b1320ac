"""Sources: facts named as what something is chosen by, worked out from or kept in.

Step 2, a rule pass. In: the complete candidates of a passage. Out: further data candidates: "pick by size and skill",
"guess it from the first receipts", "based on what she holds", "use the soil type to ...", "calls are in Veeva".
Words that are understood already stay as they are.
"""

from collections.abc import Iterator, Sequence

from translator.core.reading.found import Found
from translator.core.reading.grammar import DETERMINERS, PRONOUNS, is_content
from translator.core.reading.lexicon import Concept
from translator.core.reading.scope import clause_end
from translator.core.reading.words import COMMA, NONE, STOP, Word, word_set

_SOURCE = Concept(id="data.source", kind="data", value="=", forms=())
# The bases of verbs: a long one has lost its last "e".
_CHOOSING = word_set("""
    pick choos select split group segment match sort rout rank scor differ vary tailor adapt time tim filter
    personalis cluster different differently prioritis divid slic target search list pric forecast weigh grad assign
    show recommend suggest narrow
""")
_WEIGHING = word_set("scor rat rate grade grad rank judg segment match filter compar")
_WORKING_OUT = word_set("""
    predict guess scor comput calculat draw learn deriv recommend infer estimat forecast build deduc conclud model
    suggest tell know see
""")
_PHRASES = frozenset(
    {
        ("base", "on"), ("depend", "on"), ("accord", "to"), ("key", "to"), ("drive", "by"), ("draw", "from"),
        ("draw", "on"), ("drawn", "from"), ("deriv", "from"),
    }
)  # fmt: skip
_ASKING = frozenset({"who", "what", "how", "whether", "which", "if", "where", "whose", "when"})
_SKIPPED = word_set("""
    the a an their our his her its your that this these those all each every both any my us by of from on
""")
_STANDING = word_set("be sit live lie hold keep store")
_AWAY = word_set("""
    time day hand mail post text phone push sms letter car train foot then now default law somebody someone anybody
    nobody people them memory mistake minute hour week month chance accident default far one itself themselves
""")
_LINKS = frozenset({"and", "or", "plus", "&"})
_FURTHEST = 5
_LONGEST = 4
_MOST = 5
_SHORTEST = 2


def with_sources(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Return the candidates and what else the text chooses by, works out from or keeps somewhere."""
    out = list(found)
    taken = {i for f in found if f.kind not in ("pattern", "background", "priority") for i in range(f.begin, f.end)}
    spans = [span for start in _starts(words) for span in _members(words, start)]
    # What is kept somewhere is no way to reach anybody, whatever it is called ("calls are in the CRM").
    kept = list(_kept(words, found))
    taken -= {i for f in found if f.kind == "channel" for i in range(f.begin, f.end) if (f.begin, f.end) in kept}
    for begin, end in [*spans, *kept]:
        if taken.isdisjoint(range(begin, end)):
            out.append(Found(_SOURCE, begin, end, begin, end, value="="))
            taken.update(range(begin, end))
    return out


def _starts(words: Sequence[Word]) -> Iterator[int]:
    """Yield where the things begin that something is chosen by, worked out from or made with."""
    for i, word in enumerate(words[:-1]):
        if words[i + 1].brk != NONE:
            continue
        chosen = word.lower == "by" and _leads(words, i, _CHOOSING)
        derived = word.lower == "from" and _leads(words, i, _WORKING_OUT)
        weighed = word.lower == "on" and _leads(words, i, _WEIGHING)
        phrase = i > 0 and word.brk == NONE and (words[i - 1].base, word.lower) in _PHRASES
        if chosen or derived or weighed or phrase or _is_used(words, i):
            yield i + 1


def _is_used(words: Sequence[Word], i: int) -> bool:
    """Tell whether word i is the "use" of "use the soil type to ...", "using their postcode"."""
    if words[i].lower == "using":
        return True
    if words[i].lower != "use" or (i > 0 and words[i].brk == NONE and words[i - 1].lower not in ("to", "we", "and")):
        return False
    return any(w.lower in ("to", "so", "and") for w in words[i + 2 : i + 2 + _FURTHEST])


def _kept(words: Sequence[Word], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield the subjects of "... are in the CRM", with the other members of their list."""
    for one in found:
        if one.kind != "system" or one.begin < _SHORTEST:
            continue
        at = one.begin - 1
        while at > 0 and words[at].lower in DETERMINERS and words[at + 1].brk == NONE:
            at -= 1
        verb = at - 1
        if words[at].lower not in ("in", "on") or words[at].brk != NONE or words[verb].base not in _STANDING:
            continue
        while verb > 0 and words[verb].base in _STANDING and words[verb].brk == NONE:
            verb -= 1
        begin = verb + 1
        while begin > 0 and verb + 1 - begin < _LONGEST and _names(words[begin - 1]):
            begin -= 1
            if words[begin].brk != NONE:
                break
        if begin <= verb:
            yield begin, verb + 1


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
        if end == at or words[at].lower in _AWAY or (end < len(words) and words[end].lower in PRONOUNS):
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
        if not _names(words[i]) and not inner:
            break
        i += 1
    while i > at and not _names(words[i - 1]):
        i -= 1
    return i


def _names(word: Word) -> bool:
    """Tell whether a word names something, a verb's form in -s too ("calls", "orders", "visits")."""
    return is_content(word) or (word.lower.endswith("s") and len(word.lower) > _LONGEST and word.base != word.lower)


def _next(words: Sequence[Word], end: int) -> int | None:
    if end >= len(words) or words[end].brk == STOP:
        return None
    if words[end].base in _LINKS:
        return end + 1
    return end if words[end].brk == COMMA and _closes(words, end) else None


def _closes(words: Sequence[Word], at: int) -> bool:
    """Tell whether an "and" closes the list that goes on at a comma."""
    return any(words[i].base in _LINKS for i in range(at, min(at + _LONGEST + 2, len(words))) if words[i].brk != STOP)
