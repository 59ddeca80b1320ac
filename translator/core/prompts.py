"""Prompts: which questions this use case needs now, most important first, each with what the text suggests.

Step 3. In: the bank, a reading, the answers so far. Out: prompts in the order to ask them, and the sheet that counts
what the text says as assumed.
"""

from dataclasses import dataclass

from translator.core.answers import Answer, AnswerSheet, facts_from
from translator.core.bank.condition import holds, questions_of
from translator.core.bank.model import Bank, Question, Scope
from translator.core.reading.model import Reading
from translator.core.suggestions import assumed, lost_words, suggest


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Hold one question put to one use case (or to the project) now.

    `suggestion` is what the text already says, as an ASSUMED answer with its quotes. `answer` is what was said so
    far, None while nothing was. `gone` are the quotes of a confirmed answer that stand in the text no more. `counts`:
    the suggestion stands in the document already, as assumed.
    """

    question: Question
    suggestion: Answer | None
    answer: Answer | None
    gone: tuple[str, ...] = ()
    counts: bool = False

    @property
    def changed(self) -> bool:
        """Tell whether the text says something else now than when somebody confirmed it."""
        return bool(self.gone) and self.suggestion is not None

    @property
    def change(self) -> str:
        """Return in words what changed in the text since it was confirmed, "" when nothing did."""
        if not self.changed or self.suggestion is None or self.answer is None:
            return ""
        known = {quote.casefold() for quote in self.answer.quotes}
        new = tuple(quote for quote in self.suggestion.quotes if quote.casefold() not in known)
        if new:
            return f"Your text changed: it said {_quoted(self.gone)}, now it says {_quoted(new)}."
        return f"Your text changed: it no longer says {_quoted(self.gone)}."

    @property
    def open(self) -> bool:
        """Tell whether it waits for a person: nothing said, skipped, or confirmed from words that changed since."""
        return self.answer is None or self.answer.state.value == "skipped" or self.changed

    @property
    def to_confirm(self) -> bool:
        """Tell whether the text already answers it, so that a person only has to confirm."""
        return self.open and self.suggestion is not None

    @property
    def needed(self) -> bool:
        """Tell whether the document stays a draft until a person has spoken.

        That is so for what every document needs, and for what stands in it without anybody's word. A mere offer, that
        changes nothing before somebody takes it, holds nothing up.
        """
        return self.open and (self.question.must or self.counts or self.changed)


def prompts_for(bank: Bank, scope: Scope, reading: Reading | None, answers: AnswerSheet) -> tuple[Prompt, ...]:
    """Return all questions of a scope that are relevant now, in the order to ask them.

    Order: what the text does not say, then what it says and a person should confirm, then what is answered, then
    what was skipped. Within each what marketing knows comes before what others know, and the heaviest first, in the
    manifest's order where weights are equal. Questions that follow from an earlier answer count as relevant as soon as
    the text suggests that answer.
    """
    prompts = [_prompt(q, reading, answers.get(q.id)) for q in relevant(bank, reading, answers) if q.scope is scope]
    return tuple(sorted(prompts, key=lambda p: (_turn(p), bool(p.question.asked_of), -p.question.weight)))


def assume(bank: Bank, reading: Reading | None, answers: AnswerSheet) -> AnswerSheet:
    """Return the sheet with an ASSUMED answer for each suggestion that nobody answered.

    Only what the text asks for is assumed; what it rules out, and what the bank marks as not `assumed`, may be
    suggested to a person and never decides alone.
    Works for the questions of both scopes and only for relevant ones.
    """
    return _assumed(bank, reading, answers)[0]


def relevant(bank: Bank, reading: Reading | None, answers: AnswerSheet) -> tuple[Question, ...]:
    """Return the questions whose condition holds, in the manifest's order, suggestions counted as assumed."""
    return _assumed(bank, reading, answers)[1]


def _assumed(bank: Bank, reading: Reading | None, answers: AnswerSheet) -> tuple[AnswerSheet, tuple[Question, ...]]:
    """Decide the questions in rounds, each once all that its condition asks about is decided.

    Answers to questions that are not (or no longer) relevant stay out of the facts: they belong to a branch that
    somebody left. Ends because every round decides at least one question; in a bank with a cycle (check_bank refuses
    it) the questions of the cycle stay out.
    """
    needs = {q.id: frozenset(questions_of(q.when)) for q in bank.questions}
    waiting = list(bank.questions)
    sheet: list[Answer] = []
    kept: set[str] = set()
    while waiting:
        open_ids = {q.id for q in waiting}
        ready = [q for q in waiting if open_ids.isdisjoint(needs[q.id])]
        if not ready:
            break
        facts = facts_from(reading, AnswerSheet(tuple(sheet)))
        for question in (q for q in ready if holds(q.when, facts)):
            kept.add(question.id)
            said = answers.get(question.id) or assumed(question, reading)
            sheet += [said] if said else []
        decided = {q.id for q in ready}
        waiting = [q for q in waiting if q.id not in decided]
    return AnswerSheet(tuple(sheet)), tuple(q for q in bank.questions if q.id in kept)


def _prompt(question: Question, reading: Reading | None, answer: Answer | None) -> Prompt:
    gone = lost_words(question, answer, reading)
    suggestion = suggest(question, reading)
    counts = suggestion is not None and assumed(question, reading) is not None
    return Prompt(question=question, suggestion=suggestion, answer=answer, gone=gone, counts=counts)


def _quoted(words: tuple[str, ...]) -> str:
    return " and ".join(f"“{said}”" for said in words)


def _turn(prompt: Prompt) -> int:
    if prompt.changed:
        return 1
    if prompt.answer is None:
        return 0 if prompt.suggestion is None else 1
    return 3 if prompt.open else 2
