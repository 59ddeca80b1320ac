"""Ruled out: how far the words of an exclusion go, and what falls away because it stands only in them.

Step 2, part of the exclusions. In: words, candidates, cues. Out: ends and beginnings counted in words; candidates.
"""

from collections.abc import Sequence

from translator.core.reading.found import Found
from translator.core.reading.scope import clause_end, phrase_end, sentence_start
from translator.core.reading.words import NONE, Word, word_set

_RULE_WORDS = word_set("must may should shall can never will be do not stay")
_STATES = frozenset({"be", "stay"})
_MODALS = word_set("must may should shall can will be ever")
_DESCRIBING = word_set("who whose with without that in of from under over on below above they we you he she i")
_BEHIND = word_set("to for from of about on in at via by with during before after")
# Who gives rules: behind these a "do not" is one.
_RULING = word_set("we i please and but so then also just really still you definitely certainly")
_THEY = frozenset({"they", "he", "she", "it"})
_NEEDS = frozenset({"have", "need"})
_WHICH = frozenset({"which", "that", "who"})
_SERVED = frozenset({"get", "receive", "hear", "be", "us"})
_ADDING = frozenset({"and", "but", "or", "then"})
_MOST_BEHIND = 3
_FURTHEST = 12
_STOPPING = "exclusion.stop_doing"
_CONDITIONS = frozenset({"when", "once", "if", "after", "until"})
_WHO = frozenset({"who", "whose"})
_OPENING = frozenset({"if", "when", "once", "unless", "whenever"})
_NOTHING = word_set("nothing nobody none")
_ACTS = word_set("give invite tell call ring ask contact remind")
_NAMED = frozenset({"channel", "system", "data"})
_ABOUT_PEOPLE = frozenset({"data", "channel"})
_RULES = frozenset({"consent", "constraint", "pattern"})
_LAW = "constraint.compliance"


def is_habit(words: Sequence[Word], cue: Found) -> bool:
    """Tell whether a "do not" says what people or things do, not what they shall do ("students do not tell anyone").

    A "filters" or "blocks" that opens a sentence is a thing; "self-excluded" is a state.
    """
    at = cue.first
    if at == 0 or words[at].brk != NONE:
        return cue.concept.id == _STOPPING and words[at].lower.endswith("s")
    before = words[at - 1]
    if before.base == "self" or _gives_nothing(before, words[at]) or _conditional(words, at):
        return True
    if cue.concept.role == "phrase":
        return words[at].base == "not" and before.base == "be"
    if cue.concept.role != "clause":
        return False
    if words[at].base == "never":
        many = before.lower.endswith("s") and before.base not in _RULE_WORDS
        return before.lower in _THEY or (many and words[at + 1].base in _ACTS)
    needless = at + 2 < len(words) and words[at + 2].base in _NEEDS
    told = words[at].base == "do" and before.lower not in _RULING and not needless
    return told or _describes(words, at)


def _describes(words: Sequence[Word], at: int) -> bool:
    """Tell whether a cue goes on with what a who-clause or a which-clause says ("people who look and don't book")."""
    before = words[at - 1]
    adds = before.base in _ADDING or words[at].base in _ADDING
    return (adds and _of_whom(words, at)) or (before.lower in _WHICH and words[at].lower.endswith("s"))


def _gives_nothing(before: Word, word: Word) -> bool:
    """Tell whether a "nothing" is all that comes of something ("which sells nothing much")."""
    told = before.lower.endswith(("s", "ed")) and before.base not in _SERVED
    return word.lower == "nothing" and told


def _conditional(words: Sequence[Word], at: int) -> bool:
    """Tell whether a cue only says when something else is done ("if nothing comes", "if she looks and doesn't buy")."""
    if words[at].lower in _NOTHING:
        return words[at - 1].lower in _OPENING
    tells = at + 1 < len(words) and "does" in (words[at].lower, words[at + 1].lower)
    adds = "and" in (words[at].lower, words[at - 1].lower)
    return tells and adds and _of_whom(words, at, _OPENING)


def _of_whom(words: Sequence[Word], at: int, opening: frozenset[str] = _WHO) -> bool:
    """Tell whether a clause that one of `opening` begins goes on at word `at` ("people who look and don't book")."""
    for i in range(at - 1, max(at - _FURTHEST, -1), -1):
        if words[i].lower in opening:
            return True
        if words[i].brk != NONE:
            return False
    return False


def is_stop_rule(words: Sequence[Word], cue: Found) -> bool:
    """Tell whether a "stop" waits for something ("stop the ads when a sailing is full"): a rule, and no exclusion."""
    if words[cue.first].lower not in ("stop", "drop", "pause"):
        return False
    behind = words[cue.after : clause_end(words, cue.after)]
    return any(w.base in _CONDITIONS for w in behind)


def whole_end(words: Sequence[Word], cue: Found, end: int) -> int:
    """Return where the words of an exclusion end whose phrase ends at `end`.

    What stands right behind it still belongs: where and to whom ("no data [from Instagram]"), or the verb whose
    subject it is ("nothing of this [may be stored there]").
    """
    if cue.concept.role != "phrase" or end >= len(words) or words[end].brk != NONE or end <= cue.begin:
        return end
    if words[end].base in _MODALS or words[end - 1].base in _MODALS:
        return clause_end(words, end)
    return behind_end(words, end - (words[end - 1].base in _BEHIND and end - 1 >= cue.after))


def behind_end(words: Sequence[Word], end: int) -> int:
    """Return where the places, people and times end that stand right behind a phrase ("... to Corsica in August")."""
    for _ in range(_MOST_BEHIND):
        if end + 1 >= len(words) or words[end].brk != NONE or words[end].base not in _BEHIND:
            break
        end = phrase_end(words, end + 1)
    return end


def described_end(words: Sequence[Word], one: Found) -> int:
    """Return where the description of people ends ("anyone [with an injury]")."""
    end = one.end
    if one.kind != "actor" or end >= len(words) or words[end].brk != NONE:
        return end
    if words[end].lower in _DESCRIBING:
        end = clause_end(words, end)
    reasoned = end + 2 < len(words) and (words[end].lower, words[end + 1].lower) == ("because", "of")
    return phrase_end(words, end + 2) if reasoned else end


def with_subject(words: Sequence[Word], one: Found, found: Sequence[Found]) -> int:
    """Return where the words of an exclusion begin, with whom or what it speaks of ("[Sales] must not call")."""
    at = one.begin
    if words[at].brk != NONE or words[at].base not in _RULE_WORDS:
        return at
    start = sentence_start(words, at)
    kinds = {"actor", *(_NAMED if any(w.base in _STATES for w in words[at : at + 3]) else ())}
    before = [f for f in found if f.kind in kinds and not f.negated and start <= f.begin and f.end <= at]
    return min((f.begin for f in before if _leads(words, start, f, at)), default=at)


def _leads(words: Sequence[Word], start: int, one: Found, at: int) -> bool:
    """Tell whether a subject goes with the verb at word `at`: next to it, described in between, or shared by "and"."""
    between = words[one.end : at]
    if len(between) <= 1 or between[0].lower in _DESCRIBING:
        return True
    return between[-1].base == "and" and one.begin - start <= 1


def without_ruled_out(found: Sequence[Found]) -> list[Found]:
    """Return the candidates without those that stand only in the words of something ruled out.

    Rules that are most of those words themselves stay; where people are left out, so does what is known of them and
    the channel that the others hear by.
    """
    ruled_out = [f for f in found if f.negated]
    return [f for f in found if f.negated or not any(_belongs(f, other) for other in ruled_out)]


def _belongs(one: Found, other: Found) -> bool:
    inside = other.begin <= one.begin and one.end <= other.end
    if one.kind in _RULES:
        return inside and one.kind == "constraint" and one.begin > other.first + 1 and one.concept.id != _LAW
    return inside and not (other.kind == "actor" and one.kind in _ABOUT_PEOPLE)
