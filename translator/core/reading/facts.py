"""Facts: what a text says about people and things in clauses instead of naming it ("who never import a file").

Step 2, a rule pass. In: the complete candidates of a passage. Out: further data candidates: what a who-clause tells
of its people, what sets some of them apart ("those without a mobile", "somebody buying a shower tray"), and the state
that a condition asks about ("if her fixed rate is ending"). Words in which data is known already stay as they are.
"""

from collections.abc import Iterator, Sequence

from translator.core.reading.found import Found
from translator.core.reading.grammar import is_content
from translator.core.reading.lexicon import Concept
from translator.core.reading.scope import clause_end, phrase_end
from translator.core.reading.words import NONE, Word, word_set

_TOLD = Concept(id="data.told", kind="data", value="=", forms=())
# How people stand who are left out only says whom to leave out.
_STANDING = "data.standing_of_people"
_WHO = frozenset({"who", "whose"})
_SOME = word_set("""
    those anyone anybody everyone everybody someone somebody people one ones them all whoever homes households houses
    families firms companies businesses farms accounts pets buildings couples
""")
_SETTING_APART = word_set("with without above below beneath within near behind on")
_PLACED = word_set("""
    registered enrolled diagnosed insured born employed listed booked treated deferred vaccinated subscribed paired
    matched tagged flagged banned assigned referred admitted allergic due eligible overdue
""")
_TOWARDS = frozenset({"with", "to", "for", "by", "as", "on", "at", "in"})
_STILL = frozenset({"still", "already", "currently", "now", "newly", "recently", "about"})
_KEPT = word_set("list register prepay plan tariff contract leave benefit programme scheme books")
# What people do here and now says nothing of them; what they have done does.
_IDLE = word_set("""
    want need like ask 'd 'll receive see hear work handle decide approve look know manage would should must can could
    may
    might will shall able matter care sign use find wait get say
""")
_AGREEING = word_set("agree consent opt accept tick tell allow object")
_BEFORE = word_set("have be not already just never always only still")
_WHICH = frozenset({"who", "whose", "that"})
# Behind a "them" stands what is done, behind a "one" often what is counted ("put them on", "one working day").
_NAMING = _SOME - {"them", "one"}
_LOOSE = frozenset({"all", "them", "one", "ones", "whoever"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_MOMENTS = frozenset({"when", "once", "whenever"})
_AWAITING = _MOMENTS | {"until", "till", "moment"}
_SOMEBODY = frozenset({"somebody", "someone", "anybody", "anyone"})
_DOERS = _SOMEBODY | {"they", "she", "he"}
_TIMES = ("minut", "hour", "day", "week", "month", "year", "am", "pm", "second", "night", "january", "may", "o")
_SPANS = ("hour", "day", "week", "month", "year", "minut")
_LASTING = frozenset({"for", "in", "within", "by", "after", "last", "past", "this"})
_TECHNICAL = word_set("logged online offline ready missing slow down unavailable broken died dies dead deceased")
_BARE = frozenset({"do", "does", "did", "never", "ever"})
_NO_STATE = word_set("""
    no we i you theirs ours possible need necessary so not only that this there nothing something in of all
""")
_THEY = frozenset({"it", "they", "he", "she"})
_HAVING = frozenset({"have", "use", "be", "get", "not"})
_HYPOTHETIC = word_set(
    "worth would will could should can may might must say agree want like ask opt consent object help"
)
_RESUMING = word_set("are is get gets let send tell show never learn need deserve")
_GETTING = frozenset({"get", "gets", "got", "receive", "receives", "go", "goes"})
_MODALS = frozenset({"should", "must", "will", "would", "can", "may"})
_POINTING = frozenset({"it", "one", "this", "that", "so", "them"})
_NUMBERS = word_set("two three four five six seven eight nine ten twenty thirty forty fifty hundr hundred thousand")
# How often and how far say of whom it is so; what people have and hold says it by itself.
_HOW_OFTEN = frozenset({"normally", "usually", "often", "only", "always", "mostly", "still"})
_HELD = word_set("buy own live hold use follow take have be do not never bet work already just")
_FIGURES = _NUMBERS | word_set("twice once half times several")
_WISHING = frozenset({"want", "need", "like", "enjoy", "mind"})
_DOING = word_set("let send tell show offer warn ask invite put stop keep give call ring email text we")
_CARRYING = word_set("and or who not to that they we i you could would should can will")
_OPENING = 2
_NEAR = 3
_SHORTEST = 2
_ENOUGH = 4
_LONGEST = 10


def with_facts(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Return the candidates and the facts told in clauses."""
    barred = [f for f in found if f.negated and f.kind == "actor"]
    out = [f for f in found if not (f.concept.id == _STANDING and _within(f, barred))]
    told = [f for f in found if (f.kind == "data" and f.concept.weak != "bare") or f.kind == "kpi"]
    people = [*_of_people(words, found), *_of_some(words, found), *_qualifiers(words, found)]
    for begin, whole in [*people, *_states(words, found), *_ages(words, found)]:
        end = _before_known(words, begin, whole, told)
        if end - begin < _SHORTEST or any(f.begin <= begin and end <= f.end for f in barred):
            continue
        if not any(f.begin < end and begin < f.end for f in told):
            out.append(Found(_TOLD, begin, end, begin, end, value="="))
            told.append(out[-1])
    return out


def _within(one: Found, others: Sequence[Found]) -> bool:
    return any(f.begin <= one.begin and one.end <= f.end for f in others)


def _before_known(words: Sequence[Word], begin: int, end: int, told: Sequence[Found]) -> int:
    """Return where a clause ends before a fact that is known by itself, when enough is told until there."""
    first = min((f.begin for f in told if begin < f.begin < end), default=end)
    if first == end or first - begin < _ENOUGH or not any(w.base == "with" for w in words[first - 3 : first]):
        return end
    while first > begin and not is_content(words[first - 1]):
        first -= 1
    return first


def _of_people(words: Sequence[Word], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield what a who-clause tells of people who are addressed."""
    begins: dict[int, None] = {}
    for one in found:
        if one.kind != "actor" or one.role != "audience" or one.negated:
            continue
        for i in range(one.begin + 1, min(one.end + _NEAR, len(words))):
            if words[i].brk != NONE:
                break
            pointing = _is_doing(words[i - 1])  # "those growing that crop there"
            if words[i].lower in _WHO or (words[i].lower in ("that", "where") and i <= one.end and not pointing):
                begins[i + 1] = None
    for begin in begins:
        yield from _clause_of(words, found, begin)


def _ages(words: Sequence[Word], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield the age in what people are called ("the over 65s")."""
    for one in found:
        for i in range(one.begin, one.end - 1 if one.kind == "actor" else 0):
            if words[i].lower == "over" and words[i + 1].surface[0].isdigit() and words[one.end - 1].lower == "s":
                yield i, one.end


def _of_some(words: Sequence[Word], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield what a who-clause tells of people or firms that are no known audience ("those that ...")."""
    for i in range(1, len(words) - 1):
        told = words[i].lower in _WHICH and words[i].brk == NONE and words[i - 1].lower in _SOME - _LOOSE
        if told or (words[i].lower == "whoever" and words[i + 1].base == "have"):
            yield from _clause_of(words, found, i + 1)


def _clause_of(words: Sequence[Word], found: Sequence[Found], begin: int) -> Iterator[tuple[int, int]]:
    end = _end(words, begin, _RESUMING)
    if not _says(words, begin) or _points(words, begin, end) or _agreed(found, begin):
        return
    idle = words[begin - 1].lower in _WHO and (_is_silence(words, begin, end) or _is_way(words, begin, end))
    if not idle and words[begin].lower not in ("we", "i"):
        yield begin, end


def _is_way(words: Sequence[Word], begin: int, end: int) -> bool:
    """Tell whether a who-clause only says what people commonly do: the present, no figure and nothing that lasts."""
    verb = words[begin + (words[begin].lower in _HOW_OFTEN)] if begin + 1 < end else words[begin]
    now = verb.lower in (verb.base, verb.base + "s", verb.base + "es") and verb.base not in _HELD
    return now and not any(w.lower[0].isdigit() or w.lower in _FIGURES for w in words[begin:end])


def _points(words: Sequence[Word], begin: int, end: int) -> bool:
    """Tell whether a short clause leaves open what it is about ("who don't use it", "with four hundred")."""
    last = words[end - 1]
    return end - begin <= _ENOUGH and (last.lower in _POINTING or last.base in _NUMBERS or last.lower.isdecimal())


def _end(words: Sequence[Word], begin: int, closing: frozenset[str]) -> int:
    """Return where a clause ends; one of `closing` behind its first words takes the sentence up again."""
    end = clause_end(words, begin, _LONGEST)
    if begin + 1 < end and words[begin + 1].lower in _GETTING | _MODALS and words[begin].base not in _BEFORE:
        return begin + 1
    for i in range(begin + _OPENING, end):
        if words[i].lower in closing and words[i - 1].lower not in _CARRYING:
            return i
    return end


def _says(words: Sequence[Word], at: int) -> bool:
    """Tell whether a who-clause says something of its people: past "have", "are", "never" comes no idle verb."""
    while at < len(words) and words[at].base in _BEFORE:
        at += 1
    if at >= len(words) or words[at].brk != NONE or words[at].base in _AGREEING:
        return False
    if words[at].lower in _IDLE or words[at].lower.removesuffix("s") in _IDLE:
        return False
    more = at + 1 < len(words) and words[at + 1].brk == NONE
    return more and not (words[at].lower.endswith("ing") and words[at + 1].lower in _CONDITIONS)


def _qualifiers(words: Sequence[Word], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield what sets some people apart: "with an electric car", "running low"."""
    people = {f.end for f in found if f.kind == "actor" and f.role == "audience" and not f.negated}
    inside = {i for f in found if f.end in people and f.kind == "actor" for i in range(f.begin + 1, f.end)}
    ways = {f.begin for f in found if f.kind in ("geography", "channel", "consent")}
    rules = {f.begin for f in found if f.kind == "constraint" or (f.kind == "timing" and f.role != "trigger")}
    taken = rules | ways
    for i in range(1, len(words)):
        known = i in people or i in inside or words[i - 1].lower in _NAMING
        if words[i].brk != NONE or not known or i in taken:
            continue
        end = phrase_end(words, i + _SHORTEST * (words[i].lower in _PLACED), _LONGEST)
        end = min((w for w in ways if i + _SHORTEST < w < end), default=end)
        if _points(words, i, end) or words[i - 1].base in _WISHING:
            continue
        if _sets_apart(words, i, end) and not ways & set(range(i + 1, end)):
            yield i, end


def _sets_apart(words: Sequence[Word], begin: int, end: int) -> bool:
    """Tell whether a phrase behind people names something they have, do or are near."""
    if words[begin].lower in _STILL and begin + 1 < end:
        if words[begin].lower == "about" and words[begin + 1].lower != "to":
            return False
        return _is_doing(words[begin + 1]) or words[begin + 1].lower.endswith("ed")
    first = words[begin].lower
    if first == "on":
        return any(w.base in _KEPT for w in words[begin + 1 : end])
    if first == "with" and begin + 1 < len(words) and words[begin + 1].lower in ("the", "our", "us"):
        return False
    if first in _PLACED and begin + 1 < end and words[begin + 1].lower in _TOWARDS:
        return True
    doing = any(_is_doing(w) for w in words[begin:end])
    return _is_doing(words[begin]) or (first in _SETTING_APART and not doing)


def _is_doing(word: Word) -> bool:
    return word.lower.endswith("ing") and word.lower != word.base and len(word.base) > _SHORTEST


def _states(words: Sequence[Word], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield the states that conditions ask about."""
    stops = [f for f in found if f.concept.id == "constraint.stop_rule"]
    for i, word in enumerate(words[:-1]):
        begin = i + 1
        if word.lower in _AWAITING and _has_done(words, begin):
            yield begin, _end(words, begin, _DOING)
        elif word.lower in _MOMENTS and words[begin].brk == NONE:
            end = _end(words, begin, _DOING)
            if _has_figure(words, begin, end):
                yield begin, end
        if word.lower not in _CONDITIONS or words[begin].brk != NONE:
            continue
        if words[begin].lower in _NO_STATE or (words[begin].lower in _THEY and not _known_of_them(words, i)):
            continue
        end = _end(words, begin, _DOING)
        if words[begin].lower in _SOME or words[begin].lower == "nobody" or _agreed(found, begin):
            continue
        having = end - begin > 1 and words[begin + 1].base in _HAVING
        if (having and _has_channel(found, begin, end)) or _decided(words, i):
            continue
        if _is_state(words, begin, end) and not any(f.begin <= i < f.end for f in stops):
            yield begin, end


def _has_done(words: Sequence[Word], begin: int) -> bool:
    """Tell whether somebody has done something by then ("once they've booked"), other than to agree or refuse."""
    if begin + _OPENING >= len(words) or any(w.brk != NONE for w in words[begin : begin + _NEAR]):
        return False
    have, done = words[begin + 1], words[begin + _OPENING]
    having = have.base == "have" or (have.lower == "'s" and words[begin].lower in _SOMEBODY)
    agreeing = any(w.base in _AGREEING for w in words[begin : begin + _ENOUGH])
    return having and words[begin].lower in _DOERS and not agreeing and (is_content(done) or done.lower.endswith("ed"))


def _is_state(words: Sequence[Word], begin: int, end: int) -> bool:
    """Tell whether a clause says what is the case: neither what somebody would like, nor a bare "they haven't"."""
    if any(w.base in _HYPOTHETIC for w in words[begin + 1 : begin + 4]) or _is_silence(words, begin, end):
        return False
    if words[begin].surface[0].isdigit() or any(w.lower in _TECHNICAL for w in words[begin:end]):
        return False
    if end - begin <= _NEAR and (words[end - 1].lower in _POINTING or words[begin + 1].lower in _BARE):
        return False
    nots = [i for i in range(begin, end) if words[i].base == "not"]
    return not nots or (nots[0] + 1 < end and is_content(words[nots[0] + 1]))


def _known_of_them(words: Sequence[Word], i: int) -> bool:
    """Tell whether a condition about "them" asks what is known of them: what is open, has been or still is."""
    behind = words[i + 2 : i + 4]
    lasting = any(w.base in ("have", "still") for w in behind) and not any(w.base == "get" for w in behind)
    return words[i].lower == "whether" or (lasting and words[i + 1].lower != "it")


def _decided(words: Sequence[Word], i: int) -> bool:
    """Tell whether an "if" leads to what is decided, what people come to ask or what nobody knows."""
    if i < 1 or words[i].brk != NONE:
        return False
    before = words[i - 1].base
    if before == "ask":
        return i > 1 and words[i - 2].lower == "to"
    unknown = before in ("know", "sure", "tell", "see", "learn") and any(
        w.base in ("not", "never") for w in words[max(i - _NEAR, 0) : i]
    )
    return before == "decid" or unknown


def _is_silence(words: Sequence[Word], begin: int, end: int) -> bool:
    """Tell whether a clause only says for how long somebody has not done something; that is a wait, no fact."""
    if not any(w.base == "not" for w in words[begin:end]):
        return False
    spans = [i for i in range(begin + 1, end) if words[i].base.startswith(_SPANS)]
    return any(w.lower in _LASTING for i in spans for w in words[max(begin, i - _NEAR) : i])


def _has_figure(words: Sequence[Word], begin: int, end: int) -> bool:
    """Tell whether a clause compares with a figure that is no length of time ("used 80% of their data")."""
    for i in range(begin + 1, end):
        after = words[i + 1].base if i + 1 < len(words) else ""
        if words[i].lower[0].isdigit() and not after.startswith(_TIMES) and ":" not in words[i].lower:
            return True
    return False


def _has_channel(found: Sequence[Found], begin: int, end: int) -> bool:
    """Tell whether a short clause only asks by which channel somebody can be reached ("if they have the app")."""
    return any(f.kind == "channel" and begin < f.end <= end and f.begin - begin <= _NEAR for f in found)


def _agreed(found: Sequence[Found], at: int) -> bool:
    """Tell whether a clause speaks of permission, which is no fact to be used but a condition of use."""
    return any(f.kind == "consent" and f.begin <= at + 2 and at < f.end for f in found)
