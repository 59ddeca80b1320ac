"""Exclusions: what the text rules out, with the scope of each "no", "not", "never", "instead of".

Step 2, a rule pass. In: candidates, and cues of kind `exclusion`. Out: the same candidates, those ruled out marked as
negated with evidence from the cue on; where a cue rules out nothing known, a negated constraint in the text's words.
A cue's role says how far it reaches: "clause" (must not ...), "phrase" (no ..., without ...), "subject" (... should
not be contacted), "self" (the form names all of it).
"""

from collections.abc import Sequence

from translator.core.reading.found import Found
from translator.core.reading.limits import RULED_OUT, Reach, as_limit, said
from translator.core.reading.ruled_out import (
    behind_end,
    described_end,
    is_habit,
    is_stop_rule,
    whole_end,
    with_subject,
    without_ruled_out,
)
from translator.core.reading.scope import clause_end, phrase_end, sentence_start
from translator.core.reading.words import COMMA, NONE, STOP, Word

_OBJECTS = ("channel", "system", "data", "geography", "timing", "consent", "kpi")
_SUBJECTS = frozenset({"channel", "system", "data"})
_NOBODY = frozenset({"nobody", "none"})
_NEAR = 4
_VERBS = frozenset({"exclusion.must_not", "exclusion.passive"})
_JOINS = frozenset({"and", "but", "so", "because", "if", "when", "then"})
_THEM = frozenset({"them", "him", "her"})


def with_exclusions(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Return the candidates without the cues, those in a cue's scope marked as ruled out."""
    _rule_out_nobody(words, found)
    cues = [f for f in found if f.kind == "exclusion" and not is_habit(words, f) and not is_stop_rule(words, f)]
    rest = [f for f in found if f.kind not in ("exclusion", "filter", "block", "background")]
    for cue in cues:
        rest.extend(_apply(words, cue, rest))
    for one in rest:
        if one.negated:
            one.begin = with_subject(words, one, rest)
    return without_ruled_out(rest)


def _rule_out_nobody(words: Sequence[Word], found: Sequence[Found]) -> None:
    """Rule out the people of a "nobody who ..." that stands alone: it says whom the rest is not meant for."""
    for one in found:
        if one.kind == "actor" and words[one.begin].lower in _NOBODY and _starts(words, one.begin):
            one.negated, one.own = True, (one.begin, one.end)


def _starts(words: Sequence[Word], at: int) -> bool:
    return words[at].brk != NONE or (words[at - 1].base in ("and", "but") and words[at - 1].brk != NONE)


def _apply(words: Sequence[Word], cue: Found, rest: list[Found]) -> list[Found]:
    _take_auxiliary(words, cue)
    _end_subjects(cue, rest)
    if cue.concept.role == "subject":
        return _subject(words, cue, rest)
    reach = phrase_end if cue.concept.role == "phrase" else clause_end
    stopped = cue.after < len(words) and words[cue.after].brk != NONE
    end = cue.end if stopped or cue.concept.role == "self" else reach(words, cue.after)
    end = _list_end(words, rest, end)
    whole = end if stopped else whole_end(words, cue, end)
    inside = [f for f in rest if cue.begin <= f.begin < end and not f.negated]
    how_far = Reach(end=end, whole=whole, stopped=stopped)
    limit = as_limit(words, cue, rest, how_far)
    return limit if limit is not None else _rule_out(words, cue, rest, _targets(words, cue, inside), how_far)


def _rule_out(words: Sequence[Word], cue: Found, rest: list[Found], targets: list[Found], reach: Reach) -> list[Found]:
    """Mark what a cue rules out; where that is nothing known, return an exclusion in the words of the text."""
    for target in targets:
        target.negated, target.own = True, (target.begin, target.end)
        target.first = min(cue.begin, target.begin)
        target.begin, target.end = min(cue.begin, target.begin), max(described_end(words, target), cue.end)
    if targets:
        last = targets[-1]
        last.end = max(last.end, reach.whole if cue.concept.role == "phrase" else behind_end(words, last.end))
    if targets or reach.end <= cue.begin:
        return []
    who = _meant(words, cue, reach.end, rest)
    for one in who:
        one.negated, one.own, one.end = True, (one.begin, one.end), reach.end
    return [] if who else [said(cue, reach.whole)]


def _meant(words: Sequence[Word], cue: Found, end: int, rest: list[Found]) -> list[Found]:
    """Return whom a "leave them out" speaks of: the people named last before it in the same sentence."""
    inside = words[cue.begin : end]
    if cue.concept.id != "exclusion.stop_doing" or not any(w.lower in _THEM for w in inside):
        return []
    start = cue.begin
    while start > 0 and words[start].brk != STOP:
        start -= 1
    people = [f for f in rest if f.kind == "actor" and f.role == "audience" and start <= f.begin < cue.begin]
    return people[-1:]


def _list_end(words: Sequence[Word], rest: list[Found], end: int) -> int:
    """Carry a scope on over a list that an "or" closes: "not by SMS, WhatsApp or phone"."""
    starts = {f.begin: f.end for f in rest if f.kind in _OBJECTS}
    at = last = end
    while at < len(words) and (words[at].brk == COMMA or words[at].base == "or"):
        closing = words[at].base == "or"
        after = starts.get(at + closing)
        if after is None:
            break
        at = after
        last = after if closing else last
    return last


def _take_auxiliary(words: Sequence[Word], cue: Found) -> None:
    """Let "n't" take the word that it is written on into the evidence."""
    if cue.begin > 0 and words[cue.begin].base == "not" and words[cue.begin].start == words[cue.begin - 1].end:
        cue.begin -= 1


def _end_subjects(cue: Found, rest: list[Found]) -> None:
    """End the people before a cue where it begins ("people with a child tariff | never get offers")."""
    for one in rest:
        if one.kind == "actor" and not one.negated and one.begin < cue.begin < one.end and cue.concept.id in _VERBS:
            one.end = cue.begin


def _targets(words: Sequence[Word], cue: Found, inside: list[Found]) -> list[Found]:
    """Choose what is ruled out: an audience right behind the cue, else named things, else nothing that is known."""
    people = [f for f in inside if f.kind == "actor" and f.begin >= cue.begin]
    near = [f for f in people if f.begin <= cue.after + 1]
    if cue.concept.role == "clause" and near and _addressed(words, cue):
        return near
    first = cue.after if cue.concept.role == "clause" else cue.begin
    things = [
        f
        for f in inside
        if f.kind in _OBJECTS
        and not (cue.concept.role == "self" and f.kind == "kpi")
        and not (f.kind == "consent" and not f.concept.weak)
        and f.begin >= first
        and f.concept.role != "trigger"
        and not any(who.begin <= f.begin < who.end for who in near)
    ]
    return things or near


def _addressed(words: Sequence[Word], cue: Found) -> bool:
    return not any(words[i].base in ("to", "by", "with") for i in range(cue.after - 1, min(cue.after + 1, len(words))))


def _opening(words: Sequence[Word], start: int, at: int) -> int:
    """Return where the subject before word `at` begins: behind the last joining word, at the latest a few words on."""
    joins = [i + 1 for i in range(start, at) if words[i].base in _JOINS]
    return max(joins, default=start)


def _subject(words: Sequence[Word], cue: Found, rest: list[Found]) -> list[Found]:
    """Rule out whom or what a passive speaks of: "existing customers should not be contacted", "Twitter is not for us".

    What stands behind the cue in the same clause is neither asked for nor ruled out in general: it falls away.
    """
    start, end = sentence_start(words, cue.begin), clause_end(words, cue.after - 1)
    before = [f for f in rest if start <= f.begin < cue.begin and not f.negated]
    opening = _opening(words, start, cue.begin)
    targets = [f for f in before if f.kind == "actor"][:1] or [f for f in before if f.kind in _SUBJECTS]
    rest[:] = [f for f in rest if not (f.kind in _SUBJECTS and cue.begin <= f.begin < end)]
    for target in targets:
        target.own = (target.begin, target.end)
        target.negated, target.end = True, max(end, target.end)
        target.begin = min(target.begin, opening) if target.begin - opening <= _NEAR else target.begin
    return [] if targets else [Found(RULED_OUT, start, end, start, end, value="ruled out", negated=True)]
