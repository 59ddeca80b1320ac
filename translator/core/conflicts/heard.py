"""Heard: what the text of a use case says on a clash, as positions that quote it.

Step 8. In: a clash with its rules, a reading, the lexicon. Out: positions. A text that speaks twice of one thing speaks
for itself: the first counts. What it rules out is heard for what is ruled out, and for nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from translator.core.bank.condition import SECONDS
from translator.core.bank.model import Question
from translator.core.bank.sharing import Against, Clash, Heard
from translator.core.conflicts.model import Position
from translator.core.conflicts.shown import day_words, money_words
from translator.core.reading.lexicon import Lexicon
from translator.core.reading.model import Kind, Reading
from translator.core.reading.spans_of_time import days_in, money_in, periods_in
from translator.core.requirements.model import Given
from translator.core.requirements.wording import amount

_ANY = "*"
_END = re.compile(r"[.!?;](?=\s|$)|\n")
# What holds for the use case alone that says it.
_HERE = re.compile(r"\b(?:this|these|here|for it|without)\b", re.IGNORECASE)
_RHYTHMS = {
    "day": re.compile(r"\b(?:nightly|overnight|daily|(?:every|each|once a) (?:night|day|morning))\b", re.IGNORECASE),
    "week": re.compile(r"\b(?:weekly|(?:every|each|once a) week)\b", re.IGNORECASE),
    "month": re.compile(r"\b(?:monthly|(?:every|each|once a) month)\b", re.IGNORECASE),
}


def heard(
    clash: Clash, question: Question | None, use_case: int | None, reading: Reading, lexicon: Lexicon
) -> Iterator[Position]:
    """Yield what a text says on a clash."""
    if clash.against is Against.RULED_OUT and question is not None:
        yield from _ruled_out(clash, question, use_case, reading)
        return
    apart = clash.against is Against.UNASKED
    blank = Position(clash=clash.id, use_case=use_case, question=clash.question, says="", words="", needs=apart)
    for rule in clash.heard:
        for quote, around in _spoken(rule, reading):
            heard_ = replace(blank, quote=quote, about=_about(clash, reading, around))
            found = _meant(question, rule, heard_) if rule.means else _measured(clash, rule, around, heard_, lexicon)
            if found is not None:
                yield found
                return


def things_in(reading: Reading, around: str = "") -> frozenset[str]:
    """Return the systems and information that a text names, or that one sentence of it does."""
    named = (s for s in reading.wanted if s.kind in (Kind.SYSTEM, Kind.DATA) and s.concept and s.value != "data feed")
    return frozenset(s.value for s in named if not around or s.evidence in around)


def _about(clash: Clash, reading: Reading, around: str) -> frozenset[str]:
    return things_in(reading, around) if clash.against is Against.SUPPLY else frozenset()


def _spoken(rule: Heard, reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield what is quoted for a rule, each with the stretch of text that says how much, when or where."""
    if not rule.kinds:
        for sentence in _sentences(reading.text):
            said = _pattern(rule.words).search(sentence)
            if said and (not rule.beside or _pattern(rule.beside).search(sentence)):
                yield sentence, sentence
        return
    for signal in reading.wanted:
        if signal.kind.value in rule.kinds and (not rule.values or signal.value in rule.values):
            text = signal.span.between(reading.text, _END).of(reading.text) if rule.around else signal.evidence
            if _ANY in rule.words or _pattern(rule.words).search(text):
                yield signal.evidence, text


def _meant(question: Question | None, rule: Heard, of: Position) -> Position | None:
    choice = question.choice(rule.means) if question else None
    if question is None or choice is None:
        return None
    given = Given(question=question.id, values=(choice.id,))
    return replace(of, says=choice.id, words=choice.label, given=given)


def _measured(clash: Clash, rule: Heard, text: str, of: Position, lexicon: Lexicon) -> Position | None:
    """Return what a stretch of text comes to, None when it names no amount, rhythm, day or sum."""
    match clash.against:
        case Against.AMOUNTS:
            return _period(rule, text, of, lexicon)
        case Against.SUPPLY:
            return _rhythm(text, of)
        case Against.DAYS:
            day = next(iter(days_in(text)), None)
            return replace(of, says=f"{day}", words=day_words(day), size=float(day.toordinal())) if day else None
        case _:
            return _limit(text, of, lexicon)


def _limit(text: str, of: Position, lexicon: Lexicon) -> Position | None:
    sums = money_in(text, lexicon)
    if not sums:
        return None
    words = f"at most {money_words(*sums[0])}"
    return replace(of, says=words, words=words, size=sums[0][0], subject=sums[0][1], needs=True)


def _period(rule: Heard, text: str, of: Position, lexicon: Lexicon) -> Position | None:
    """Return the length of time that stands nearest to the words of a rule."""
    found = [one for one in periods_in(text, lexicon) if one[0] > 0]
    if not found:
        return None
    named = _pattern(rule.words).search(text) if _ANY not in rule.words else None
    at = named.start() if named else 0
    number, unit, _ = min(found, key=lambda one: abs(one[2] - at))
    if unit not in SECONDS:
        number, unit = number * lexicon.units.seconds[unit] / SECONDS["day"], "day"
    given = Given(question=of.question, number=number, unit=unit)
    size = number * SECONDS[unit]
    return replace(of, says=f"{number:.10g} {unit}", words=amount(number, unit), size=size, given=given)


def _rhythm(text: str, of: Position) -> Position | None:
    unit = next((unit for unit, pattern in _RHYTHMS.items() if pattern.search(text)), "")
    if not unit:
        return None
    return replace(of, says=f"every {unit}", words=f"brings it once a {unit}", size=SECONDS[unit])


def _ruled_out(clash: Clash, question: Question, use_case: int | None, reading: Reading) -> Iterator[Position]:
    """Yield each choice that the text rules out for more than its own use case."""
    seen: set[str] = set()
    for signal in reading.excluded:
        named = (rule.values.get(signal.concept) or rule.values.get(signal.value) for rule in question.suggest)
        choice = question.choice(next((name for name in named if name and signal.kind is Kind.CHANNEL), ""))
        around = signal.span.between(reading.text, _END).of(reading.text)
        if choice is None or choice.id in seen or _HERE.search(around):
            continue
        seen.add(choice.id)
        yield Position(
            clash=clash.id,
            use_case=use_case,
            subject=choice.id,
            says=f"not {choice.id}",
            words="rules it out",
            quote=signal.evidence,
            needs=True,
            question=question.id,
        )


@cache
def _pattern(sought: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of some words; those in small letters in any writing."""
    each = (re.escape(w) if w != w.casefold() else f"(?i:{re.escape(w)})" for w in sought)
    return re.compile(rf"\b(?:{'|'.join(each)})\b")


def _sentences(text: str) -> Iterator[str]:
    at = 0
    for end in _END.finditer(text):
        yield text[at : end.start()].strip()
        at = end.end()
    yield text[at:].strip()
