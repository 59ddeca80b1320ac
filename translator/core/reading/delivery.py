"""Delivery: which mentions of a channel name a way to reach somebody, or the place where an event comes from.

Step 2, a rule pass. In: the complete candidates of a passage. Out: the same without channels that only say where
people did something ("bought in the shop"), that are identifiers ("by phone number, email or customer number",
"they gave an email", "match them by email"), that are counted ("12 boutiques"), or that somebody has used already
("nobody has called back").
"""

from collections.abc import Sequence

from translator.core.reading.found import Found
from translator.core.reading.grammar import DETERMINERS
from translator.core.reading.words import COMMA, NONE, Word, is_inflected, word_set

_DEEDS = word_set("""
    buy look browse spend purchase order book visit read watch leave shop see view subscribe type
""")
_ACTING = frozenset({"they", "he", "she", "who", "customer", "customers", "people"})
_SMALL = word_set("at on in through via by from our the a an their its with up")
_IDENTIFYING = frozenset({"number", "address", "id", "identifier", "name", "reference", "code"})
_GIVING = word_set("leave give have hold share collect take capture enter provide know own gather")
_MATCHING = word_set("match identify recognise link join find merge deduplicate look search")
_OWNING = word_set("a an no any their his her your the valid only")
_BY = frozenset({"by", "on", "via", "through"})
_COUNTED = frozenset({"in-store", "branch", "kiosk", "atm"})
_PLACES = _COUNTED | {"events", "website", "call centre", "point of sale"}
_IDENTIFIERS = word_set("email mail phone telephone mobile")
_USED_UP = frozenset({"phone", "sms", "email"})
_LINKS = frozenset({"and", "or", "/"})
_HEARING = frozenset({"hear", "learn", "find"})
_FURTHEST = 5
_HEARD_NEAR = 2


def with_delivery(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Return the candidates without the channels that are no way to reach anybody."""
    known = [f for f in found if f.kind == "data" and words[f.end - 1].base in _IDENTIFYING]
    return [
        f
        for f in found
        if f.kind != "channel"
        or not (
            _of_deed(words, f)
            or _heard_from(words, f)
            or _has_been_used(words, f)
            or _is_fact(words, f)
            or _is_counted(words, f)
            or _is_jewellery(words, f)
            or _is_of_people(f, found)
            or any(_beside(words, f, k) for k in known)
        )
    ]


def _of_deed(words: Sequence[Word], one: Found) -> bool:
    """Tell whether a channel is where people did something: a past deed, then small words only, then the channel."""
    if words[one.begin].base in _DEEDS:
        return is_inflected(words[one.begin])
    for i in range(one.begin - 1, max(one.begin - 1 - _FURTHEST, -1), -1):
        if words[i + 1].brk != NONE:
            return False
        if words[i].base in _DEEDS and i > 0:
            return _past(words[i]) or words[i - 1].lower in _ACTING
        if words[i].base not in _SMALL:
            return False
    return False


def _heard_from(words: Sequence[Word], one: Found) -> bool:
    """Tell whether a channel is only where somebody hears of things today ("find out from Twitter")."""
    i = one.begin - 1
    while i > 0 and words[i + 1].brk == NONE and words[i].lower in DETERMINERS:
        i -= 1
    if i < 1 or words[i].lower != "from" or words[i + 1].brk != NONE:
        return False
    return any(w.base in _HEARING for w in words[max(i - _HEARD_NEAR, 0) : i])


def _is_fact(words: Sequence[Word], one: Found) -> bool:
    """Tell whether an e-mail or phone is one that is known of somebody, not one that is sent or made."""
    if words[one.begin].base not in _IDENTIFIERS or one.end - one.begin > 1 or one.begin == 0:
        return False
    i = one.begin - 1
    if words[i].base in _BY and any(words[j].base in _MATCHING for j in range(max(i - _FURTHEST, 0), i)):
        return True
    while i > 0 and words[i].base in _OWNING and words[i + 1].brk == NONE:
        i -= 1
    return i < one.begin - 1 and words[i + 1].brk == NONE and words[i].base in _GIVING


def _is_of_people(one: Found, found: Sequence[Found]) -> bool:
    """Tell whether a place only says which people are meant ("branch reps", "conference delegates")."""
    single = one.end - one.begin == 1 and one.value in _PLACES
    return single and any(f.kind == "actor" and f.begin <= one.end < f.end for f in found)


def _is_jewellery(words: Sequence[Word], one: Found) -> bool:
    """Tell whether a "ring" stands where a thing stands: behind a word that names or counts ("one ring")."""
    if one.value != "phone" or one.end - one.begin > 1 or words[one.begin].base != "ring" or one.begin == 0:
        return False
    before = words[one.begin - 1]
    return words[one.begin].brk == NONE and (before.lower in DETERMINERS or before.lower.endswith(("ment", "ing", "y")))


def _is_counted(words: Sequence[Word], one: Found) -> bool:
    """Tell whether a place is only counted: a number stands before its plural."""
    plural = one.end - one.begin == 1 and words[one.begin].lower.endswith("s")
    return one.value in _COUNTED and plural and one.begin > 0 and words[one.begin - 1].lower[0].isdigit()


def _past(word: Word) -> bool:
    return is_inflected(word) and not word.lower.endswith(("s", "ing"))


def _has_been_used(words: Sequence[Word], one: Found) -> bool:
    if one.value not in _USED_UP or not words[one.begin].lower.endswith("ed"):
        return False
    return any(words[i].base == "have" for i in range(max(one.begin - 2, 0), one.begin))


def _beside(words: Sequence[Word], one: Found, known: Found) -> bool:
    """Tell whether a channel shares its words with an identifier or stands next to one in a list."""
    if known.begin < one.end and one.begin < known.end:
        return True
    left, right = (one, known) if one.begin < known.begin else (known, one)
    gap = right.begin - left.end
    if gap > 1 or (gap == 1 and words[left.end].base not in _LINKS) or _introduced(words, one):
        return False
    return gap == 1 or words[right.begin].brk == COMMA


def _introduced(words: Sequence[Word], one: Found) -> bool:
    """Tell whether a word of its own makes the channel a way of sending ("..., by email")."""
    firsts = (words[one.begin].base, words[one.begin - 1].base if one.begin else "")
    return any(w in ("by", "via", "a", "an", "send") for w in firsts)
