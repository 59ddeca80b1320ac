"""Moments: which words that look like a time or a trigger are none, by what stands right beside them.

Step 2, a rule of the pass that fits hits to their grammar. In: a hit of kind timing. Out: whether it may stand.
"January joiners" names people, "a week" in "one email a week after they leave" is a wait and no rhythm, "when she paid"
tells what happened, "it has to work when the lift is down" is a demand on a system, "if they agreed" asks for consent.
"""

import itertools
from collections.abc import Sequence

from translator.core.reading.grammar import DETERMINERS, is_content, is_verb
from translator.core.reading.matcher import Hit
from translator.core.reading.words import NONE, Word, is_inflected, word_set

_BEHIND_A_WAIT = word_set("after before later earlier ahead from since prior into beforehand afterwards following")
_ONE = frozenset({"a", "an", "one"})
_PERIODS = frozenset({"day", "week", "fortnight", "month", "quarter", "year", "hour", "minute"})
_TIMES = frozenset({"once", "twice", "times"})
_NO_MOMENT_BEFORE = {
    "after": word_set("look name be not seek chase"),
    "as": word_set("soon far long well such same"),
    "when": word_set("go work run hold keep available function survive cope even like than that"),
    "if": word_set("as even only what but"),
    "on": word_set("up keen focus spend work insist rely depend base count concentrate agree give"),
    "upon": word_set("rely reli depend base agree act call once build built"),
    "within": word_set("live be work locate stay reside"),
}
_TOLD = frozenset({"d", "would", "had"})
_WILLING = word_set(
    "agree consent opt tick permit permission allow yes want prefer wish like possible so any need ask say"
)
_DENYING = frozenset({"no", "not", "nothing", "none", "without"})
_FREE = frozenset({"have", "be", "get"})
_OPENING = frozenset({"if", "when", "once", "who", "whenever", "whose", "unless"})
_FURTHER = 3
_KNOWN = frozenset({"already", "may"})
_WAS = frozenset({"was", "were", "is", "are"})
_NEAR = 3
_LONGEST = 10


def is_moment(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a hit of kind timing may stand beside the words around it; other kinds always may."""
    if hit.concept.kind != "timing":
        return True
    rules = (_since, _qualifies, _leads_to_a_wait, _barred, _told, _is_condition, _is_past, _asks_when)
    return not any(rule(words, hit) for rule in rules)


def _asks_when(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a "when" only asks for a date that somebody wants to know ("see when the last test was")."""
    if words[hit.first].lower != "when":
        return False
    clause = _clause(words, hit.first + 1)
    return len(clause) >= _NEAR and clause[-1].lower in _WAS


def _since(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a date is only one since when something has been so ("doubled since June")."""
    before = words[hit.begin - 1].lower if hit.begin and words[hit.begin].brk == NONE else ""
    return hit.concept.role == "calendar" and before == "since"


def _qualifies(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a lone month or a "day 30" only qualifies the noun behind it."""
    if hit.concept.id not in ("timing.month_named", "timing.fixed_wait") or hit.end >= len(words):
        return False
    short = hit.end - hit.begin == 1 or (words[hit.begin].base in _PERIODS and hit.end - hit.begin == 2)  # noqa: PLR2004
    after = words[hit.end]
    return short and after.brk == NONE and is_content(after) and not is_verb(words, hit.end)


def _leads_to_a_wait(words: Sequence[Word], hit: Hit) -> bool:
    if hit.concept.role != "cadence" or hit.end >= len(words) or hit.end - hit.begin < 2:  # noqa: PLR2004
        return False
    behind = words[hit.end].brk == NONE and words[hit.end].base in _BEHIND_A_WAIT
    single = words[hit.end - 1].base in _PERIODS and words[hit.end - 2].lower in _ONE
    return behind and single and not any(w.lower in _TIMES for w in words[hit.begin : hit.end])


def _barred(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether the word before makes something else of the first one ("look after", "as soon as")."""
    barring = _NO_MOMENT_BEFORE.get(words[hit.begin].lower)
    if not barring or hit.begin == 0 or words[hit.begin].brk != NONE:
        return False
    return words[hit.begin - 1].base in barring


def _told(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a "when" looks back, imagines or only asks ("when she paid", "when they'd buy", "and when")."""
    if words[hit.first].lower != "when":
        return False
    if hit.first + 1 >= len(words) or words[hit.first + 1].brk != NONE:
        return True
    clause = [w for w in words[hit.first + 1 : hit.first + 1 + _NEAR] if w.brk == NONE]
    for before, word in itertools.pairwise(clause):
        if word.lower.lstrip("'\u2019") in _TOLD and before.base not in _FREE:
            return True
    return len(clause) > 1 and clause[0].lower in ("she", "he", "they", "we", "i") and _past(clause[1])


def _is_past(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a state is only one that things are in by now ("any abandoned basket", "what they've stopped")."""
    if hit.concept.id != "timing.state" or hit.begin == 0 or words[hit.begin].brk != NONE:
        return False
    before, first = words[hit.begin - 1], words[hit.begin]
    if hit.end - hit.begin == 1 and first.lower.endswith("ed") and before.lower in DETERMINERS:
        return True
    clause = words[max(hit.begin - _FURTHER, 0) : hit.begin]
    if before.base == "have" and first.lower.endswith("ed"):
        return not any(w.base in _OPENING for w in clause)
    return any(w.lower in ("where", "which", "how") and w.brk == NONE for w in clause)


def _is_condition(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether an opening "if" or "once" sets a limit or a rhythm ("if they agreed", "once a week")."""
    clause = _clause(words, hit.after)
    if hit.concept.id == "timing.when" and words[hit.begin].lower in ("if", "when"):
        known = words[hit.begin].lower == "if" and (any(w.base in _WILLING for w in clause) or _owns(clause))
        return known or any(w.base in _KNOWN for w in clause[:_FURTHER])
    if hit.concept.id != "timing.once_and_if":
        return False
    if words[hit.first].lower == "once":
        return not clause or clause[0].base in _ONE | {"more", "we", "again", "per", "only"}
    lasting = any(w.base == "have" for w in clause)
    stands = any(w.base == "be" and not after.lower.endswith("ing") for w, after in itertools.pairwise(clause))
    return stands or any(w.base in _WILLING or (w.base in _DENYING and not lasting) for w in clause)


def _owns(clause: Sequence[Word]) -> bool:
    """Tell whether a clause says what somebody has ("they have the app")."""
    return any(w.base == "have" and after.lower in DETERMINERS for w, after in itertools.pairwise(clause))


def _clause(words: Sequence[Word], at: int) -> list[Word]:
    """Return the words from `at` to the next break, ten at most."""
    out: list[Word] = []
    for word in words[at : at + _LONGEST]:
        if word.brk != NONE:
            break
        out.append(word)
    return out


def _past(word: Word) -> bool:
    return is_inflected(word) and not word.lower.endswith(("s", "ing")) and word.base not in _FREE
