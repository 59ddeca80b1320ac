"""What people said, in the words of the document: answers to the questions of some topics, and whose they are."""

from collections.abc import Iterator

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import Bank, Question, QuestionType, Scope
from translator.core.dossier import Translation
from translator.core.requirements.wording import amount
from translator.core.specification.compose import Words, quoted
from translator.core.specification.model import Run


def said(bank: Bank, translation: Translation, topics: frozenset[str]) -> Iterator[tuple[str, Question, Answer]]:
    """Yield (place, question, answer) for every known answer to a question of these topics.

    `place` is UC2, or "Project". Order: the project first, then use cases by number, within both as the bank asks.
    """
    sheets = [("Project", Scope.PROJECT, translation.answers)]
    sheets += [(c.work.use_case.ref, Scope.USE_CASE, c.answers) for c in translation.chapters]
    for place, scope, sheet in sheets:
        for question, answer in known(bank, scope, sheet):
            if question.topic in topics:
                yield place, question, answer


def known(bank: Bank, scope: Scope, sheet: AnswerSheet) -> Iterator[tuple[Question, Answer]]:
    """Yield the known answers to questions of one scope, in the order of the bank."""
    answers = {answer.question: answer for answer in sheet if answer.known}
    for question in bank.questions:
        if question.scope is scope and question.id in answers:
            yield question, answers[question.id]


def answer_words(question: Question, answer: Answer) -> str:
    """Write an answer as a reader expects it: labels instead of ids, a number with its unit."""
    if answer.number is not None:
        unit = "" if question.type is QuestionType.PERCENT else answer.unit
        return amount(answer.number, unit) + ("%" if question.type is QuestionType.PERCENT else "")
    labels = ((question.choice(value), value) for value in answer.values)
    return "; ".join(choice.label if choice else value for choice, value in labels)


def answer_source(answer: Answer) -> Words:
    """Say whose answer it is: a person's, a person's on the text's suggestion, or the text's alone."""
    if answer.state is AnswerState.ASSUMED:
        return ("Assumed from ", *_quotes(answer), "; nobody has confirmed it yet") if answer.quote else "Assumed"
    who = answer.said_by or "A member of the project"
    if answer.state is AnswerState.CONFIRMED and answer.quote:
        return (f"{who}, confirming ", *_quotes(answer))
    return who


def _quotes(answer: Answer) -> Iterator[str | Run]:
    """Yield each piece of evidence as a quote of its own."""
    for index, quote in enumerate(answer.quotes):
        if index:
            yield " and "
        yield from quoted(quote)
