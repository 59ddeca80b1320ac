"""Limits: a "no", "not" or "never" that says how much, when or how, and rules nothing out by itself.

Step 2, part of the exclusions. In: a cue, how far it reaches, the candidates. Out: what it comes to, or None where it
is an exclusion like any other. "Nobody gets more than two a week" is a cap, "no texts after 8 pm" quiet hours, "nothing
goes out until Legal has read it" an approval, "it must not sound preachy" a tone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from translator.core.reading.found import Found
from translator.core.reading.lexicon import Concept
from translator.core.reading.ruled_out import with_subject
from translator.core.reading.scope import clause_end
from translator.core.reading.words import NONE, Word, word_set

RULED_OUT = Concept(id="constraint.ruled_out", kind="constraint", value="ruled out", forms=())
_CONDITION = Concept(id="constraint.condition", kind="constraint", value="=", forms=("until",))
_QUIET_HOURS = Concept(id="constraint.quiet_hours", kind="constraint", value="quiet hours", forms=())
_CAPS = frozenset(
    "constraint." + name
    for name in word_set("frequency_cap quiet_hours margin budget capacity control_group page_speed approval")
)
_HOURS = frozenset({"timing.clock", "timing.window_of_hours"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Hold how far a cue reaches: to word `end`, with all of its words to `whole`; `stopped` when a break follows."""

    end: int
    whole: int
    stopped: bool


def said(cue: Found, end: int) -> Found:
    """Return an exclusion in the words of the text."""
    return Found(RULED_OUT, cue.first, end, cue.begin, end, value="ruled out", negated=True)


def as_limit(words: Sequence[Word], cue: Found, rest: list[Found], reach: Reach) -> list[Found] | None:
    """Return what a cue that limits comes to, with `rest` cleared of what is part of it; None for an exclusion."""
    until = None if reach.stopped else _until_end(words, cue)
    if until is not None:
        begin = with_subject(words, cue, rest)
        return [Found(_CONDITION, cue.first, until, begin, until, value="=")]
    inside = [f for f in rest if cue.begin <= f.begin < reach.whole and not f.negated]
    if any(f.concept.id in _CAPS for f in inside) or _is_tone(words, cue, inside):
        quiet = any(f.concept.id == _QUIET_HOURS.id and f.begin < reach.end for f in inside)
        return [said(cue, reach.end)] if quiet else []
    if any(f.negated and f.kind == "actor" and f.begin <= cue.begin < f.end for f in rest):
        return []
    hours = [f for f in inside if f.concept.id in _HOURS]
    return _quiet(cue, hours, rest) if hours else None


def _quiet(cue: Found, hours: list[Found], rest: list[Found]) -> list[Found]:
    """Read "no texts after 8 pm": hours are ruled out, the channel is not."""
    out = {id(f) for f in hours}
    rest[:] = [f for f in rest if id(f) not in out and f.concept.id != _QUIET_HOURS.id]
    end = max(f.end for f in hours)
    return [Found(_QUIET_HOURS, cue.first, end, cue.begin, end, value="quiet hours"), said(cue, end)]


def _is_tone(words: Sequence[Word], cue: Found, inside: list[Found]) -> bool:
    """Tell whether a cue only says how something must not sound or look."""
    tones = [f for f in inside if f.concept.id == "constraint.tone"]
    if words[cue.first].lower == "nothing":
        return any(f.begin == cue.begin for f in tones)
    return cue.concept.role == "clause" and any(f.begin <= cue.after for f in tones)


def _until_end(words: Sequence[Word], cue: Found) -> int | None:
    """Return where a "nothing ... until ..." ends that asks for something first, None where nothing is waited for."""
    end = cue.after if cue.after < len(words) and words[cue.after].base == "until" else clause_end(words, cue.after)
    if end + 1 >= len(words) or words[end].brk != NONE or words[end].base != "until":
        return None
    dated = words[end + 1].surface[0].isupper() or words[end + 1].surface[0].isdigit()
    return None if dated else clause_end(words, end + 1)
