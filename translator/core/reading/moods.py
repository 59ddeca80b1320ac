"""Moods: what a sentence is there for, as far as its words say so: a wish, the state of things, a rule to stop.

Step 2, a rule pass. In: the complete candidates of a passage, and cues of kind `background`. Out: the candidates that
the sentence around them bears. How things stand today names data, systems, figures and outcomes, but no wanted
channel or timing; "when ..., we stop" is a limit and starts nothing; a figure ("2,300 a year") is no rhythm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from translator.core.reading.found import Found
from translator.core.reading.grammar import is_opening, is_wish
from translator.core.reading.lexicon import Concept
from translator.core.reading.model import Quantity
from translator.core.reading.scope import clause_end
from translator.core.reading.words import COMMA, NONE, STOP, Word, word_set

_STOP_RULE = Concept(id="constraint.stop_rule", kind="constraint", value="suppression rule", forms=())
_REPORT_DATE = Concept(
    id="timing.report_date", kind="timing", value="scheduled", forms=(), role="calendar", about="when it is reported"
)
_UNWANTED = frozenset({"timing", "channel"})
_BEFORE_STOP = word_set("we then please just they it also must should will have to all")
_CONDITIONS = frozenset({"if", "when", "once", "whenever", "as"})
_REPORTING = word_set("see know report review present compare learn hear")
_SENDING = word_set("""
    send mail email text message write refresh update run publish post push ring call show give remind deliver
    invite upload export load build sync offer
""")
_FEWEST = 20
_LONGEST_FRAGMENT = 4
_FURTHEST = 9


def with_moods(words: Sequence[Word], found: Sequence[Found], *, opens: bool) -> list[Found]:
    """Return the candidates that their sentences bear; `opens` says that the passage is the first of the text."""
    cues = [f.begin for f in found if f.kind == "background"]
    kept = [f for f in found if not _in_background(words, f, cues)] if cues else list(found)
    if opens:
        title = _fragment_end(words)
        kept = [f for f in kept if f.kind not in ("actor", "channel") or f.begin >= title]
        kept = [f for f in kept if f.concept.role != "calendar" or not _sets_the_scene(words, f)]
    kept = _with_stop_rules(words, kept)
    for one in kept:
        if one.kind == "timing" and one.concept.role == "cadence" and _reported(words, one):
            one.concept, one.value, one.role = _REPORT_DATE, _REPORT_DATE.value, _REPORT_DATE.role
    return [f for f in kept if not (_counts(words, f, kept) or _is_horizon(f) or _describes_people(words, f))]


def _sentence(words: Sequence[Word], at: int) -> tuple[int, int]:
    start = at
    while start > 0 and words[start].brk != STOP:
        start -= 1
    end = at + 1
    while end < len(words) and words[end].brk != STOP:
        end += 1
    return start, end


def _in_background(words: Sequence[Word], one: Found, cues: Sequence[int]) -> bool:
    """Tell whether a candidate only says how things stand: a cue in its sentence, and no wish."""
    if one.kind not in _UNWANTED:
        return False
    start, end = _sentence(words, one.begin)
    if not any(start <= c < end for c in cues):
        return False
    return not any(is_wish(words[i]) or (i > start and is_opening(words, i)) for i in range(start, end))


def _sets_the_scene(words: Sequence[Word], one: Found) -> bool:
    """Tell whether a candidate stands in a first sentence that wishes nothing ("Joiners are gone by Easter.")."""
    start, end = _sentence(words, one.begin)
    asks = any(is_wish(words[i]) or is_opening(words, i) or words[i].lower in _SENDING for i in range(end))
    return start == 0 and not asks


def _describes_people(words: Sequence[Word], one: Found) -> bool:
    """Tell whether a time stands in a who-clause: it says which people, not when ("who come every two years")."""
    if one.kind != "timing" or one.concept.role == "trigger":
        return False
    for i in range(one.begin - 1, max(one.begin - 1 - _FURTHEST, -1), -1):
        if words[i + 1].brk != NONE or is_wish(words[i]) or words[i].lower in _SENDING:
            return False
        if words[i].base in ("who", "whose"):
            return True
    return False


def _is_horizon(one: Found) -> bool:
    """Tell whether a speed is so long that it can only be the time a goal is given ("within two years")."""
    return one.concept.role == "latency" and one.quantity is not None and one.quantity.unit in ("quarter", "year")


def _fragment_end(words: Sequence[Word]) -> int:
    """Return where a title before the first sentence ends ("Water company."), 0 when there is none."""
    if not words:
        return 0
    _, end = _sentence(words, 0)
    short = end <= _LONGEST_FRAGMENT and end < len(words)
    return end if short and not any(is_wish(w) or w.lower.endswith("s") for w in words[:end]) else 0


def _with_stop_rules(words: Sequence[Word], found: list[Found]) -> list[Found]:
    """Turn a condition under which something stops into a limit, whatever it looks like otherwise."""
    out, rules = [], []
    for one in found:
        stop = _stop_of(words, one) if one.concept.role == "trigger" else None
        if stop is None:
            out.append(one)
            continue
        begin, end = min(one.begin, stop), max(one.end, clause_end(words, stop))
        rules.append(Found(_STOP_RULE, begin, end, begin, end))
    rules += [r for r in _stops(words) if not any(r.begin < k.end and k.begin < r.end for k in rules)]
    hidden = [f for f in out if not any(_covers(r, f) for r in rules)]
    return [*hidden, *rules]


def _stops(words: Sequence[Word]) -> Iterator[Found]:
    """Yield the sentences that a condition opens and a "stop" closes, whether or not the condition was understood."""
    for i, word in enumerate(words):
        if word.lower == "stop" and (word.brk == COMMA or words[i - 1].base in ("we", "then")):
            start, _ = _sentence(words, i)
            if words[start].base in _CONDITIONS and i - start > 1:
                end = clause_end(words, i)
                breaks = [j for j in range(start + 1, i + 1) if words[j].brk == COMMA]
                begin = breaks[-1] if len(breaks) > 1 else start  # behind other steps it ends those, "..., then stop"
                yield Found(_STOP_RULE, begin, end, begin, end)


def _stop_of(words: Sequence[Word], one: Found) -> int | None:
    """Return the "stop" that a condition leads to or follows."""
    if one.begin > 0 and words[one.begin].brk == NONE and words[one.begin - 1].base in ("stop", "end", "pause"):
        return one.begin - 1
    for i in range(one.begin + 2, one.end):
        if words[i].base == "stop" and words[i - 1].base == "we":
            return i
    i = one.end
    while i < len(words) and words[i].brk != STOP and words[i].base in _BEFORE_STOP:
        i += 1
    stops = i < len(words) and words[i].brk != STOP and words[i].base == "stop" and words[i].lower == "stop"
    return i if stops else None


def _covers(rule: Found, one: Found) -> bool:
    inside = rule.begin <= one.begin and one.end <= rule.end
    return inside and one.kind in ("timing", "constraint")


def _reported(words: Sequence[Word], one: Found) -> bool:
    """Tell whether a named day is the one on which somebody wants to see figures: "wants to see on Monday"."""
    if one.concept.id != "timing.every_week" or words[one.begin].lower != "on" or words[one.end - 1].lower[-1] == "s":
        return False
    return any(words[i].base in _REPORTING and words[i].brk == NONE for i in range(max(one.begin - 4, 1), one.begin))


def _counts(words: Sequence[Word], one: Found, found: Sequence[Found]) -> bool:
    """Tell whether a rhythm only says what a figure is counted in; the figure then takes it over."""
    if one.kind != "timing" or one.concept.role != "cadence" or one.concept.id == "timing.batch":
        return False
    start = one.begin
    while start > 0 and words[start].brk == NONE:
        start -= 1
    if any(words[i].base in _SENDING for i in range(start, one.begin)):
        return False
    figure = next((f for f in _figures(found, start, one.begin)), None)
    if figure is None or (words[start].brk == COMMA and start == one.begin):
        return False
    figure.end = max(figure.end, one.end) if one.begin - figure.end < _LONGEST_FRAGMENT else figure.end
    if figure.quantity is not None and not figure.quantity.per:
        figure.quantity = replace(figure.quantity, per=_period(one))
    return True


def _figures(found: Sequence[Found], start: int, end: int) -> Iterator[Found]:
    for f in found:
        if f.kind == "volume" and start <= f.begin < end and _large(f.quantity):
            yield f


def _large(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.number >= _FEWEST and quantity.unit in ("", "percent")


def _period(one: Found) -> str:
    named = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "annual": "year"}
    return named.get(one.value, "")
