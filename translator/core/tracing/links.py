"""Links: the trace read the other way, from the words and the answers of a use case to every line that they caused.

Step 6. In: a translated use case. Out: threads, one for each piece of evidence in the order of the text, and one for
each answer that counts. What leads nowhere is in holes.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from translator.core.answers import AnswerState
from translator.core.bank.model import Bank
from translator.core.dossier import Chapter
from translator.core.reading.model import Signal
from translator.core.requirements.model import Requirement, SourceKind, Status
from translator.core.requirements.trace import Ground, Said, ground
from translator.core.suggestions import one_line
from translator.core.text import Span

_Place = tuple[str, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Hold one piece of evidence with what it led to.

    `signals` are all that was understood from exactly these words. `lines` are those that people want, `dropped` those
    that somebody took out. `questions` are the texts of the questions that it answers, `told` of those that it speaks
    to and that a person answered otherwise or in their own words. `ruled_out`: the words exclude something.
    """

    span: Span
    text: str
    signals: tuple[Signal, ...]
    lines: tuple[Requirement, ...] = ()
    dropped: tuple[Requirement, ...] = ()
    questions: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    ruled_out: bool = False

    @property
    def leads_nowhere(self) -> bool:
        """Tell whether it led to no line, no answer and no exclusion."""
        return not (self.lines or self.questions or self.told or self.ruled_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerThread:
    """Hold one answer that counts, with the lines that rest on it or on the words that it was read from.

    `dropped` are such lines that somebody took out.
    """

    said: Said
    lines: tuple[Requirement, ...]
    dropped: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Hold both directions of one use case's trace: `rests_on` is what drafting had, the threads what came of it."""

    chapter: Chapter
    rests_on: Ground
    words: tuple[Thread, ...]
    answers: tuple[AnswerThread, ...]


def links_of(bank: Bank, chapter: Chapter) -> Links:
    """Follow every piece of evidence and every answer of a use case to its lines."""
    rests_on = ground(bank, chapter.work.use_case.number, chapter.reading, chapter.answers)
    return Links(
        chapter=chapter,
        rests_on=rests_on,
        words=_threads(chapter, rests_on),
        answers=answer_threads(rests_on, chapter.requirements),
    )


def answer_threads(rests_on: Ground, requirements: Iterable[Requirement]) -> tuple[AnswerThread, ...]:
    """Return each known answer with its lines, in the order in which the answers stand."""
    every = tuple(requirements)
    wanted = [r for r in every if r.wanted]
    dropped = [r for r in every if r.status is Status.DROPPED]
    in_use, out = (_by_words(wanted), _by_answer(wanted)), (_by_words(dropped), _by_answer(dropped))
    known = (said for said in rests_on.said.values() if said.answer.known)
    return tuple(
        AnswerThread(said=said, lines=_lines_of(said, *in_use), dropped=_lines_of(said, *out)) for said in known
    )


def _lines_of(
    said: Said, at: Mapping[_Place, list[Requirement]], by_answer: Mapping[str, list[Requirement]]
) -> tuple[Requirement, ...]:
    found = list(by_answer.get(said.question.id, ()))
    for signal in said.backing:
        found += at.get((signal.kind.value, signal.span), ())
    return _each_once(found)


def _threads(chapter: Chapter, rests_on: Ground) -> tuple[Thread, ...]:
    together: defaultdict[Span, list[Signal]] = defaultdict(list)
    for signal in chapter.reading.signals:
        together[signal.span].append(signal)
    wanted = _by_words(r for r in chapter.requirements if r.wanted)
    dropped = _by_words(r for r in chapter.requirements if r.status is Status.DROPPED)
    answered, told = _answered(rests_on), _told(chapter)
    return tuple(
        Thread(
            span=span,
            text=signals[0].evidence,
            signals=tuple(signals),
            lines=_behind(signals, wanted),
            dropped=_behind(signals, dropped),
            questions=tuple(dict.fromkeys(text for s in signals for text in answered.get((s.kind.value, span), ()))),
            told=tuple(dict.fromkeys(told.get(one_line(signals[0].evidence).casefold(), ()))),
            ruled_out=any(s.negated for s in signals),
        )
        for span, signals in sorted(together.items())
    )


def _behind(signals: Iterable[Signal], at: Mapping[_Place, list[Requirement]]) -> tuple[Requirement, ...]:
    return _each_once([r for s in signals for r in at.get((s.kind.value, s.span), ())])


def _answered(rests_on: Ground) -> Mapping[_Place, list[str]]:
    found: defaultdict[_Place, list[str]] = defaultdict(list)
    for said in rests_on.said.values():
        for signal in said.backing:
            found[signal.kind.value, signal.span].append(said.question.text)
    return found


def _told(chapter: Chapter) -> Mapping[str, list[str]]:
    """Return the questions that a person answered although the text suggests an answer, by the words that do."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for prompt in chapter.prompts:
        if prompt.suggestion and prompt.answer and prompt.answer.state is AnswerState.STATED:
            for quote in prompt.suggestion.quotes:
                found[quote.casefold()].append(prompt.question.text)
    return found


def _by_words(requirements: Iterable[Requirement]) -> Mapping[_Place, list[Requirement]]:
    found: defaultdict[_Place, list[Requirement]] = defaultdict(list)
    for requirement in requirements:
        for source in requirement.trace:
            if source.kind is SourceKind.WORDS and source.span is not None:
                found[source.ref, source.span].append(requirement)
    return found


def _by_answer(requirements: Iterable[Requirement]) -> Mapping[str, list[Requirement]]:
    found: defaultdict[str, list[Requirement]] = defaultdict(list)
    for requirement in requirements:
        for source in requirement.trace:
            if source.kind is SourceKind.ANSWER:
                found[source.ref].append(requirement)
    return found


def _each_once(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """Return them in their first order; by id, because comparing whole requirements is slow."""
    return tuple({r.id: r for r in requirements}.values())
