"""One-sided: what answers say where each side of a clash is a question of its own.

Step 8. In: a clash on what a form does not ask or on days of results, an answer to one of its questions. Out: at most
one position.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from translator.core.answers import Answer
from translator.core.bank.model import Question
from translator.core.bank.sharing import Against, Clash
from translator.core.conflicts.model import Position
from translator.core.conflicts.shown import day_words
from translator.core.reading.model import Kind, Reading
from translator.core.reading.spans_of_time import days_in
from translator.core.requirements.model import Given

# What a form leaves out: from the word that says so to the end of the clause.
_LEFT_OUT = re.compile(r"\b(?:no|not|nor|never|without|except|don't)\b(?:(?!\bbut\b|\bonly\b)[^.;\n])*", re.IGNORECASE)
_END_OF_YEAR = re.compile(r"\bend of (?:the year )?(?P<year>20\d\d)\b", re.IGNORECASE)


def one_sided(
    clash: Clash, question: Question, answer: Answer, use_case: int | None, reading: Reading | None
) -> Iterator[Position]:
    """Yield what an answer says: whom it leaves out, what its form does not ask, or the day of a start or a result."""
    said = " ".join(answer.values)
    given = Given(question=question.id, values=answer.values)
    blank = Position(clash=clash.id, use_case=use_case, question=question.id, given=given, says="", words="")
    own = question.id == clash.question
    if clash.against is Against.TARGETS:
        day = _last_day(said) if own else next(iter(days_in(said)), None)
        if day is not None:
            shown = f"wants its result by {day_words(day)}" if own else f"starts on {day_words(day)}"
            yield replace(blank, says=f"{day}", words=shown, size=float(day.toordinal()), needs=not own)
    elif own:
        labels = [choice.label for choice in question.choices if choice.id in set(clash.choices) & set(answer.values)]
        if labels:
            shown = f"leaves out: {', '.join(labels)}"
            yield replace(blank, says=shown, words=shown, needs=True)
    elif not _asks(clash, said) and not _known(clash, reading):
        yield replace(blank, says=said, words=f"its form asks: {said.rstrip('.')}")


def _asks(clash: Clash, fields: str) -> bool:
    return _words(clash).search(_LEFT_OUT.sub(" ", fields)) is not None


def _known(clash: Clash, reading: Reading | None) -> bool:
    """Tell whether the text has it from somewhere else than the form."""
    return reading is not None and any(
        s.kind is Kind.DATA and _words(clash).search(s.evidence) is not None for s in reading.wanted
    )


def _words(clash: Clash) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, clash.words))})\b", re.IGNORECASE)


def _last_day(said: str) -> date | None:
    days = [*days_in(said), *(date(int(found["year"]), 12, 31) for found in _END_OF_YEAR.finditer(said))]
    return max(days, default=None)
