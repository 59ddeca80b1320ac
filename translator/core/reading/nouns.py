"""Nouns: which hits of kind data name or tell a fact, and which only look like one.

Step 2, a rule pass. In: hits of kind data. Out: whether the words around each let it stand. "Weather" in "weather
stations" only qualifies a noun, "record" names no fact of its own, "know what they're doing" is a saying.
"""

from collections.abc import Sequence

from translator.core.reading.grammar import is_content
from translator.core.reading.matcher import Hit
from translator.core.reading.words import NONE, Word, word_set

# Concepts that take any noun; these nouns say nothing by themselves.
_OPEN = frozenset({"data.held_somewhere", "data.handed_in", "data.theirs", "data.attribute", "data.any_data"})
_EMPTY = word_set("""
    record data history list lists thing things page information file files rest same answer answers stuff phone
    twice once events everything nothing something anything investors system systems tool tools number numbers status
    kitchen wait offer offers figure figures final people app site website shop report reports team data
""")
_DESCRIBING = word_set("""
    free large small big daily weekly monthly new old good bad same right wrong full whole high low
    great certain different similar people further enough various extra real single double
""")
_LISTED_COUNT = "volume.a_count_that_opens"
_BESIDE = frozenset({"in", "and", "across", "from", "at", "plus", "with", "on", "of", "per", "a", "every"})
_STAYING = frozenset({"stay", "sit", "lie", "live", "come"})
_TELLING = frozenset({"data.what_they_did", "data.thing_they"})
_OURS = frozenset({"we", "our", "us", "i", "my", "a", "an"})
_SPOKEN = word_set("let agree consent allow want mean need do tick box suit apply legal possible")
_MEANS = word_set("tool tools system systems team people staff agency time website app day moment way ones")
_ONE = frozenset({"a", "an", "another"})
_DOING = word_set("up into book arrange order make making start run offer begin schedule organise organize try")
_KEYED = frozenset({"in", "into"})
_FURTHER = 3
_CHANGING = word_set("drop fall rise change go run expire end arrive come increase decrease go be have do")


def names_data(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a hit of kind data stands for a fact where it is; other kinds pass, a bare count without a verb."""
    if hit.concept.kind != "data":
        return hit.concept.id != _LISTED_COUNT or _stands_alone(words, hit.after)
    if hit.concept.id in _TELLING:
        return _tells(words, hit)
    if hit.concept.id in _OPEN and _is_empty(words, hit):
        return False
    if _is_act(words, hit):
        return False
    return hit.end - hit.begin > 1 or not (_qualifies(words, hit.begin) or _is_branded(words[hit.begin].surface))


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Tell whether nothing is said of what is counted: "Nineteen shops, six makes", not "two banks merged"."""
    return at >= len(words) or words[at].brk != NONE or words[at].lower in _BESIDE


def _is_empty(words: Sequence[Word], hit: Hit) -> bool:
    inside = words[hit.begin : hit.end]
    if inside[-1].lower == "types" and hit.after < len(words) and words[hit.after].lower in _KEYED:
        return True
    if inside[-1].base in _STAYING or inside[-1].lower.endswith("ed"):
        return True
    return inside[-1 if len(inside) == 1 else 0].lower in (_EMPTY if len(inside) == 1 else _DESCRIBING)


def _is_act(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a thing is only to be done or come about: "set up a standing order", "turn into a test drive"."""
    at = hit.begin - 1
    if hit.concept.id in _OPEN or at < 1 or words[hit.begin].brk != NONE or words[at].lower not in _ONE:
        return False
    return words[at].brk == NONE and words[at - 1].lower in _DOING


def _qualifies(words: Sequence[Word], i: int) -> bool:
    """Tell whether a single noun only qualifies the noun behind it ("weather stations", "birthday greeting")."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.brk != NONE or words[i].lower.endswith("s") or not is_content(after):
        return False
    return not after.lower.endswith(("ed", "ing", "ly")) and after.base not in _CHANGING


def _is_branded(surface: str) -> bool:
    """Tell whether a capital inside a word makes it a name ("InterAction")."""
    return not surface.removesuffix("s").isupper() and any(c.isupper() for c in surface[1:])


def _tells(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a clause tells what people did or have, not what is asked, sent or allowed."""
    inside = words[hit.begin + 1 : hit.begin + 1 + _FURTHER]
    if not inside or inside[0].brk != NONE:
        return hit.end - hit.begin > 1
    if words[hit.begin].lower in ("what", "which", "where") and inside[0].lower in _OURS:
        return False
    if inside[0].lower in _MEANS:
        return False
    return not any(w.base in _SPOKEN and w.brk == NONE and w.lower != "did" for w in inside)
