"""Fitting: which hits of the matcher the grammar around them allows.

Step 2, a rule pass. In: hits. Out: candidates; a noun's form used as a verb, and the like, falls away.
"""

from collections.abc import Iterator, Sequence

from translator.core.reading.found import Found
from translator.core.reading.grammar import (
    DETERMINERS,
    PRONOUNS,
    is_clause,
    is_content,
    is_modifier,
    is_opening,
    is_request,
    is_start,
    is_verb,
    is_wish,
)
from translator.core.reading.matcher import Hit
from translator.core.reading.moments import is_moment
from translator.core.reading.nouns import names_data
from translator.core.reading.scope import sentence_start
from translator.core.reading.words import NONE, Word, word_set

# Compounds found by their last word alone: their first must be no verb ("capture details").
_COMPOUNDS = frozenset({"data.attribute", "data.any_data", "system.tool", "actor.by_their_desk"})
_OFTEN_VERBS = frozenset({"give", "let", "tell", "borrow", "use", "need", "buy", "lose", "change", "switch", "check"})
_PEOPLE_AND_VERBS = word_set("""
    guide host coach judge lead partner nurse mentor tutor staff pilot sponsor man market service support design team
    supply crew author captain champion plan parent
""")
_STAFF = word_set("staff employee")
_CAUSING = frozenset({"have", "let", "make", "help", "ask", "get"})
_MODALS = frozenset({"can", "will", "would", "should", "could", "may", "might", "must"})
_IDLE = frozenset({"happen", "be"})
_CHOICES = frozenset({"which", "whichever"})
_WAYS = frozenset({"mail", "text", "ring", "phone", "email"})
_BEFORE_WAYS = frozenset({"and", "or", "to", "we", "by", "a", "the"})
_MOMENTS = frozenset(
    {
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "week",
        "month",
        "year",
        "time",
        "moment",
        "minute",
        "see",
        "know",
    }
)
_NO_RULE = frozenset({"to", "a", "an", "half", "some", "few", "because", "then", "recently", "now"})
_SPEAKERS = frozenset({"we", "i"})
_MAKING_UP = frozenset({"come", "go", "be", "arriv"})
_SOURCES = frozenset({"through", "via", "from", "on", "into", "to"})
_NEAR = 4
_PAIR = 2
_GENITIVES = frozenset({"'s", "\u2019s", "s"})
_ARE = word_set("is are was were be")
_PRAISE = word_set("best very only main biggest")
_NOUNS = frozenset({"data", "kpi", "actor", "geography", "volume"})


def fitting(words: Sequence[Word], hits: Sequence[Hit]) -> Iterator[Found]:
    """Yield a candidate for every hit that the grammar around it allows."""
    for hit in hits:
        if (not hit.concept.opening or is_start(words, hit.first)) and _allowed(words, hit):
            yield Found(hit.concept, hit.first, hit.after, hit.begin, hit.end)


def _allowed(words: Sequence[Word], hit: Hit) -> bool:
    if not is_moment(words, hit) or not names_data(words, hit):
        return False
    if not _measured(words, hit):
        return False
    return _named(words, hit) and _asked(words, hit) and _told(words, hit) and _sent(words, hit) and _binds(words, hit)


def _measured(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a figure is measured or counted here.

    "Engagement ring" and "60,000 sign-ups" measure nothing, nor does what makes up a whole ("two thirds of our
    bookings come through agencies"); a count does not end on an article.
    """
    if hit.concept.kind == "volume":
        return words[hit.end - 1].lower not in ("a", "an")
    if hit.concept.kind != "kpi":
        return True
    if hit.concept.value != "=":
        counted = hit.begin > 0 and words[hit.begin - 1].lower[0].isdigit() and words[hit.begin].brk == NONE
        return not (is_modifier(words, hit.end - 1) or (counted and hit.concept.id == "kpi.traffic"))
    made_of = words[hit.after - 1].base in _MAKING_UP and hit.concept.id == "kpi.share_that_acts"
    return not (made_of and hit.after < len(words) and words[hit.after].lower in _SOURCES)


def _is_a_day(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether people only give a day its name ("Mother's Day")."""
    behind = words[hit.end : hit.end + _PAIR]
    return len(behind) == _PAIR and behind[0].lower in _GENITIVES and behind[1].surface == "Day"


def _apiece(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether people only divide a figure ("3 euros per passenger")."""
    return hit.begin > 0 and words[hit.begin - 1].base == "per" and words[hit.begin].brk == NONE


def _measures_firms(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether staff are only counted to say how large a firm is ("more than 500 employees")."""
    before = words[hit.begin - 1] if hit.begin else None
    counted = before is not None and before.lower[0].isdigit()
    return counted and hit.concept.id == "actor.staff" and words[hit.begin].base in _STAFF


def _says_what_others_are(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a noun only says what others are or how many they are ("retailers are tenants")."""
    i = hit.begin
    while i > 0 and words[i].brk == NONE and hit.begin - i < _NEAR:
        i -= 1
        if words[i].lower in _ARE:
            return hit.concept.role == "audience"
        if words[i].lower not in DETERMINERS | _PRAISE and not words[i].lower[0].isdigit():
            return False
    return False


def _made_to_act(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether somebody is made to do what follows ("have the cashier hand over a voucher")."""
    i = hit.begin - 1
    while i >= 0 and hit.begin - i < _NEAR and (words[i].lower in DETERMINERS or words[i + 1].brk == NONE):
        if words[i].base in _CAUSING:
            return words[i + 1].lower in DETERMINERS
        i -= 1
    return False


def _told(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a clause behind "what", "who", "the ... they" states facts: "what to do" and "can trust" do not."""
    if hit.concept.id != "data.what_they_did":
        return True
    inside = words[hit.begin + 1 : hit.begin + 1 + _NEAR]
    if inside and inside[0].base in _MOMENTS:
        return False
    if inside and (inside[0].base == "to" or (len(inside) == 1 and inside[0].base in _IDLE)):
        return False
    chosen = words[hit.begin].lower in _CHOICES  # "which way they'd rather be told" asks for a fact
    return chosen or not any(w.brk == NONE and w.base in _MODALS for w in inside)


def _binds(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a duty binds what is wanted: "we must ..." says what is wanted, "only to ..." for whom."""
    if hit.concept.id == "constraint.obligation":
        alone = hit.begin == 0 or words[hit.begin].brk != NONE or words[hit.begin].base == "may"
        return alone or words[hit.begin - 1].base not in _SPEAKERS
    if hit.concept.id == "constraint.only_at_the_start":
        after = words[hit.after].lower if hit.after < len(words) else ""
        return not (after in _NO_RULE or after[:1].isdigit())
    return True


def _sent(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether "... mail" is the thing sent, not a verb with its object behind a noun ("units mail the same")."""
    if hit.concept.kind != "channel" or hit.after - hit.first != 2 or hit.after >= len(words):  # noqa: PLR2004
        return True
    last, after = words[hit.after - 1], words[hit.after]
    verb = last.lower in _WAYS and after.brk == NONE and (after.lower in DETERMINERS or after.lower in PRONOUNS)
    return not verb or words[hit.first].base in _BEFORE_WAYS


def _named(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether the words of a noun's form are used as a noun here, and not only to qualify the next one."""
    kind, length = hit.concept.kind, hit.end - hit.begin
    if kind not in _NOUNS and hit.concept.id not in _COMPOUNDS:
        return True
    if length == 1 and hit.after - hit.first == 1 and is_verb(words, hit.begin) and not _addressed(words, hit):
        return False
    if kind == "actor" and not _of_people(words, hit):
        return False
    told = hit.begin > 0 and words[hit.begin - 1].lower in DETERMINERS and words[hit.begin].brk == NONE
    doing = is_verb(words, hit.begin) or words[hit.begin].base in _OFTEN_VERBS
    if hit.concept.id in _COMPOUNDS and doing and not told:
        return False
    return length != 2 or not is_clause(words, hit.begin, hit.end - 1)  # noqa: PLR2004


def _of_people(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether the words of a form for people speak of people here."""
    first = words[hit.begin]
    if hit.end - hit.begin == 1 and is_modifier(words, hit.begin) and not _made_to_act(words, hit):
        return False
    if hit.concept.id == "actor.anyone_in_a_state" and (first.base in _MOMENTS or is_verb(words, hit.begin)):
        return False
    if hit.concept.id == "actor.doers_first_named" and not is_content(first):
        return False
    return not (
        _is_a_day(words, hit) or _apiece(words, hit) or _measures_firms(words, hit) or _says_what_others_are(words, hit)
    )


def _addressed(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a "to" leads to people, not to a verb ("talk to mum")."""
    before = words[hit.begin - 1] if hit.begin else None
    people = hit.concept.kind == "actor" and words[hit.begin].base not in _PEOPLE_AND_VERBS
    return people and before is not None and before.lower == "to"


def _asked(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a "when" or an "after they have" belongs to what is asked for."""
    if hit.concept.role != "trigger":
        return True
    if words[hit.first].lower == "after" and any(w.base == "have" for w in words[hit.after : hit.after + 2]):
        return any(
            is_wish(words[i]) or is_opening(words, i) for i in range(sentence_start(words, hit.first), hit.first)
        )
    return words[hit.first].lower != "when" or is_request(words, hit.first)
