"""Matters of the purchase and the contract: what was answered, which rule stands in its place, or who should say.

Step 10. In: the project's answers and requirements. Out: a table in which each row names its source.
"""

from collections.abc import Iterable
from typing import NamedTuple

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.project import Project
from translator.core.requirements.model import Requirement, SourceKind
from translator.core.specification.closing import sentence_open
from translator.core.specification.compose import Words, bold, cell, linked, table
from translator.core.specification.figures import listed
from translator.core.specification.model import Cell, Table
from translator.core.specification.said import answer_source, answer_words

_HEAD = "Matter | What holds | Who said so | No."
_WIDTHS = (17, 49, 18, 16)


class Matter(NamedTuple):
    """Hold one matter: its name, the question that settles it, and the topic of the rule that holds meanwhile."""

    name: str
    question: str
    topic: str


def buyer(project: Project) -> str:
    """Name who settles matters of the purchase: the leads of the project, who ask purchasing."""
    leads = tuple(dict.fromkeys(m.name for m in project.members if m.lead))
    return f"{listed(leads)} with purchasing" if leads else "The lead with purchasing"


def matters_table(
    bank: Bank, translation: Translation, live: Iterable[Requirement], caption: str, matters: Iterable[Matter]
) -> Table | None:
    """Write a row for each matter; None when none is left. A matter whose topic was ruled out has no row."""
    lines = tuple(live)
    out = {r.topic for r in translation.dossier.ruled_out}
    rows = [_row(bank, translation, lines, matter) for matter in matters if matter.topic not in out]
    return table(caption, _HEAD, _WIDTHS, rows) if rows else None


def left_over(live: Iterable[Requirement], matters: Iterable[Matter]) -> tuple[Requirement, ...]:
    """Return the requirements that no row of these matters shows."""
    topics, questions = {m.topic for m in matters}, {m.question for m in matters}
    return tuple(r for r in live if r.topic not in topics and not any(rests_on(r, q) for q in questions))


def _row(
    bank: Bank, translation: Translation, lines: tuple[Requirement, ...], matter: Matter
) -> tuple[Cell | Words, ...]:
    question, answer = bank.question(matter.question), translation.answers.get(matter.question)
    if question is not None and answer is not None and answer.known:
        resting = [r for r in lines if rests_on(r, matter.question)]
        chosen = (
            cell(*(r.sentence for r in resting)) if question.choices and resting else answer_words(question, answer)
        )
        return (matter.name, chosen, answer_source(answer), linked(r.id for r in resting))
    rules = [r for r in lines if r.topic == matter.topic and not _answered(r)]
    settled = [r for r in rules if not sentence_open(r)]
    if settled:
        return (matter.name, cell(*(r.sentence for r in settled)), "Standard", linked(r.id for r in settled))
    who = buyer(translation.dossier.project)
    missing = cell((bold("Not stated yet. "), f"{who} should say."), tone="warn")
    return (matter.name, missing, "Nobody yet", linked(r.id for r in rules))


def rests_on(requirement: Requirement, question: str) -> bool:
    """Tell whether an answer to a question stands behind a requirement."""
    return any(s.kind is SourceKind.ANSWER and s.ref == question for s in requirement.trace)


def _answered(requirement: Requirement) -> bool:
    return any(s.kind is SourceKind.ANSWER for s in requirement.trace)
