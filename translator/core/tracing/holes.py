"""Holes: what leads nowhere. Words without a line, answers that changed nothing, lines that nobody asked for.

Step 6. In: the links of a use case (links.py), or the answers of the project. Out: holes with the reason where it is
known. A hole is no fault: some words only tell a story, and people may write what they like.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from translator.core.answers import fact_of
from translator.core.bank.condition import leaves, questions_of, selects
from translator.core.bank.model import Bank, Question, Scope, Suggest, Template
from translator.core.reading.added import stands
from translator.core.reading.model import Signal
from translator.core.requirements.model import Origin, Requirement, SourceKind, Status
from translator.core.suggestions import one_line
from translator.core.text import Span
from translator.core.tracing.links import AnswerThread, Links, Thread

_SAID = (SourceKind.WORDS, SourceKind.ANSWER)


class HoleKind(StrEnum):
    """Say what leads nowhere; the order is that in which people look at them."""

    ANSWER = "answer"
    WORDS = "words"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """Hold one thing that leads nowhere.

    `ref` is a question id (ANSWER, and WORDS that suggest an answer), or the id of a requirement (LINE). `must`: the
    answer was needed. `settled`: a person decided so, nothing is left to do.
    """

    kind: HoleKind
    text: str
    why: str
    ref: str = ""
    span: Span | None = None
    must: bool = False
    settled: bool = False


def holes_of(bank: Bank, links: Links) -> tuple[Hole, ...]:
    """Return the holes of a use case: answers (the needed ones first), words in the order of the text, lines."""
    own = (thread for thread in links.answers if thread.said.question.scope is Scope.USE_CASE)
    return (
        *answer_holes(bank, own),
        *_word_holes(bank, links),
        *line_holes(links.chapter.requirements),
    )


def answer_holes(bank: Bank, threads: Iterable[AnswerThread]) -> tuple[Hole, ...]:
    """Return the answers that changed no line; those to needed questions first, those that people settled last."""
    empty = [thread for thread in threads if not thread.lines]
    drafting = {name for t in bank.templates for name in _questions_of(t)}
    asking = {name for q in bank.questions for name in questions_of(q.when)}
    holes = (
        Hole(
            kind=HoleKind.ANSWER,
            text=thread.said.source.text.replace("?: ", "? ", 1),
            why=_why_answer(thread, drafting, asking),
            ref=thread.said.question.id,
            must=thread.said.question.must,
            settled=bool(thread.dropped),
        )
        for thread in empty
    )
    return tuple(sorted(holes, key=lambda hole: (hole.settled, not hole.must)))


def line_holes(requirements: Iterable[Requirement]) -> tuple[Hole, ...]:
    """Return the lines that rest on no words and no answer, although they are not standard."""
    return tuple(
        Hole(kind=HoleKind.LINE, text=r.sentence, why=_why_line(r), ref=r.id, settled=r.status is Status.ADDED)
        for r in requirements
        if r.live and r.origin is not Origin.STANDARD and not any(s.kind in _SAID for s in r.trace)
    )


def _why_answer(thread: AnswerThread, drafting: set[str], asking: set[str]) -> str:
    question = thread.said.question.id
    if thread.dropped:
        return _dropped(thread.dropped)
    if question in drafting:
        return "With this answer no line is called for."
    if question in asking:
        return "It only decides which questions are asked."
    return "The question bank drafts no line from it."


def _dropped(lines: Iterable[Requirement]) -> str:
    return f"Somebody dropped what it led to: {', '.join(r.id for r in lines)}."


def _why_line(requirement: Requirement) -> str:
    if requirement.status is Status.ADDED:
        by = next((s.ref for s in requirement.trace if s.kind is SourceKind.PERSON and s.ref), "hand")
        return f"Written by {by}; no words and no answer call for it."
    return "A rule of the question bank calls for it, whatever the text says."


def _word_holes(bank: Bank, links: Links) -> Iterator[Hole]:
    found = [_word_hole(bank, links, thread) for thread in links.words if thread.leads_nowhere]
    work = links.chapter.work
    text = work.use_case.narrative
    found += [
        Hole(kind=HoleKind.WORDS, text=r.evidence, why="Somebody said that it was not meant.", settled=True)
        for r in work.rejections
        if stands(text, r.evidence)
    ]
    yield from found


def _word_hole(bank: Bank, links: Links, thread: Thread) -> Hole:
    why, question = _why_words(bank, links, thread)
    return Hole(
        kind=HoleKind.WORDS,
        text=thread.text,
        why=why,
        ref=question.id if question else "",
        span=thread.span,
        settled=bool(thread.dropped),
    )


def _why_words(bank: Bank, links: Links, thread: Thread) -> tuple[str, Question | None]:
    """Return why words lead nowhere, and the question that would take them up, None where none would."""
    if thread.dropped:
        return _dropped(thread.dropped), None
    suggested = _suggested(links, thread)
    if suggested:
        return f"It suggests an answer that nobody has confirmed: {suggested.text}", suggested
    asked = _asked(links, thread)
    if asked:
        return f"It was not taken for an answer to a question that is still open: {asked.text}", asked
    return _why_not_drafted(bank, links, thread), None


def _why_not_drafted(bank: Bank, links: Links, thread: Thread) -> str:
    if not any(s in links.rests_on.wanted for s in thread.signals):
        return "It only names what the text rules out."
    twin = _told_elsewhere(links, thread)
    if twin:
        return f"The same is taken from “{twin}”."
    if any(_decides_a_question(bank, s) for s in thread.signals):
        return "It only decides which questions are asked."
    if any(_drafts(template, s) for s in thread.signals for template in bank.templates):
        return "Lines are drafted from it only together with other words or answers."
    return "The question bank has no line and no question about it."


def _suggested(links: Links, thread: Thread) -> Question | None:
    """Return the question that these words suggest an answer to, where that waits for a person."""
    said = one_line(thread.text).casefold()
    waiting = (p for p in links.chapter.prompts if p.to_confirm and p.suggestion)
    return next((p.question for p in waiting if p.suggestion and said in map(str.casefold, p.suggestion.quotes)), None)


def _asked(links: Links, thread: Thread) -> Question | None:
    """Return an open question about such things that does not take these words by itself."""
    waiting = (p.question for p in links.chapter.prompts if p.open and p.suggestion is None)
    wanted = [s for s in thread.signals if s in links.rests_on.wanted]
    return next((q for q in waiting if any(_about(rule, s) for rule in q.suggest for s in wanted)), None)


def _about(rule: Suggest, signal: Signal) -> bool:
    return rule.kind == signal.kind.value and not rule.excluded and (not rule.roles or signal.role in rule.roles)


def _told_elsewhere(links: Links, thread: Thread) -> str:
    meant = {(s.kind, s.role, s.value) for s in thread.signals}
    others = (t for t in links.words if not t.leads_nowhere and not t.ruled_out)
    return next((t.text for t in others if any((s.kind, s.role, s.value) in meant for s in t.signals)), "")


def _decides_a_question(bank: Bank, signal: Signal) -> bool:
    fact = fact_of(signal)
    return any(part.op == "signal" and selects(part, fact) for q in bank.questions for part in leaves(q.when))


def _drafts(template: Template, signal: Signal) -> bool:
    kinds = {template.each, *(slot.signal for slot in template.slots.values())}
    fact = fact_of(signal)
    called = any(part.op == "signal" and selects(part, fact) for part in leaves(template.when))
    return called or signal.kind.value in kinds


def _questions_of(template: Template) -> Iterator[str]:
    yield from questions_of(template.when)
    yield from (slot.answer for slot in template.slots.values() if slot.answer)
    yield from (template.each_answer, *template.besides)
