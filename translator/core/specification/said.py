"""What people said, in the words of the document: answers to the questions of some topics, and whose they are."""

from collections.abc import Iterator
from dataclasses import replace

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import Bank, Question, Scope
from translator.core.dossier import Translation
from translator.core.specification.compose import Words, note, quoted, runs, table
from translator.core.specification.model import Run, Table
from translator.core.specification.topics import FIGURES, FIRST_RELEASE, SETTLED, SYSTEMS
from translator.core.specification.values import answer_words

__all__ = ["answer_source", "answer_words", "answers_table", "known", "said"]


def said(bank: Bank, translation: Translation, questions: frozenset[str]) -> Iterator[tuple[str, Question, Answer]]:
    """Yield (place, question, answer) for every known answer to one of these questions.

    `place` is UC2, or "Project". Order: the project first, then use cases by number, within both as the bank asks.
    """
    sheets = [("Project", Scope.PROJECT, translation.answers)]
    sheets += [(c.work.use_case.ref, Scope.USE_CASE, c.answers) for c in translation.chapters]
    for place, scope, sheet in sheets:
        for question, answer in known(bank, scope, sheet):
            if question.id in questions:
                yield place, question, answer


def known(bank: Bank, scope: Scope, sheet: AnswerSheet) -> Iterator[tuple[Question, Answer]]:
    """Yield the known answers to questions of one scope, in the order of the bank."""
    answers = {answer.question: answer for answer in sheet if answer.known}
    for question in bank.questions:
        if question.scope is scope and question.id in answers:
            yield question, answers[question.id]


def about_figures(bank: Bank) -> frozenset[str]:
    """Return the questions whose answers are the figures of today; the landscape chapter shows them too."""
    return frozenset(q.id for q in bank.questions if q.topic in FIGURES)


def answers_table(bank: Bank, place: str, scope: Scope, sheet: AnswerSheet) -> Table | None:
    """Write the answers of one use case or of the project; None when there are none.

    Those that stand in another chapter (systems, figures, first release, purchase) are left out. Whoever answered
    most is named once, above.
    """
    elsewhere = SYSTEMS | FIRST_RELEASE | SETTLED | about_figures(bank)
    rows = [(q, a) for q, a in known(bank, scope, sheet) if q.id not in elsewhere]
    if not rows:
        return None
    names = [answer.said_by for _, answer in rows if answer.said_by]
    most = max(dict.fromkeys(names), key=names.count, default="")
    by = f", by {most} where nobody else is named" if most else ""
    lines: list[tuple[Words, ...]] = [(q.text, (answer_words(q, a), *_aside(a, most))) for q, a in rows]
    return table(f"{place}: answers{by}", "Question | Answer", (47, 53), lines)


def _aside(answer: Answer, most: str) -> tuple[Run, ...]:
    """Say behind an answer whose it is, unless it is simply the word of the one who answered most."""
    plain = answer.state is AnswerState.STATED or _quotes_itself(answer)
    if answer.said_by == most and plain:
        return ()
    source = "".join(run.text for run in runs(answer_source(answer)))
    return (replace(note(f"  {source}"), internal=answer.state is not AnswerState.ASSUMED),)


def answer_source(answer: Answer) -> Words:
    """Say whose answer it is: a person's, a person's on the text's suggestion, or the text's alone."""
    if answer.state is AnswerState.ASSUMED:
        return ("Assumed from ", *_quotes(answer), "; nobody has confirmed it yet") if answer.quote else "Assumed"
    who = answer.said_by or "A member of the project"
    if answer.state is AnswerState.CONFIRMED and answer.quote and not _quotes_itself(answer):
        return (f"{who}, confirming ", *_quotes(answer))
    return who


def _quotes_itself(answer: Answer) -> bool:
    """Tell whether a confirmed answer is the very words it was suggested from, which need no second reading."""
    confirmed = answer.state is AnswerState.CONFIRMED
    return confirmed and "; ".join(answer.values).casefold() == "; ".join(answer.quotes).casefold()


def _quotes(answer: Answer) -> Iterator[str | Run]:
    """Yield each piece of evidence as a quote of its own."""
    for index, quote in enumerate(answer.quotes):
        if index:
            yield " and "
        yield from quoted(quote)
