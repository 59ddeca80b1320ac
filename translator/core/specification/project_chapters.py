"""Chapters 3 and 4: the three questions that every purchase must answer, goals and measures of success."""

import re

from translator.core.bank.model import Bank
from translator.core.dossier import Chapter, Translation
from translator.core.reading.model import Kind
from translator.core.specification.compose import Words, bold, link, para, section, speaker, table, unstated
from translator.core.specification.model import Block, Prose, Section

THREE_QUESTIONS = (
    ("problem", "What problem does it solve?"),
    ("success", "What does success look like in 12 months?"),
    ("proof", "How will we know?"),
)


def project_chapter(translation: Translation) -> Section:
    """State the objective's three questions; the objective itself opens the summary."""
    project = translation.dossier.project
    who = speaker(project, "marketing")
    blocks: list[Block] = []
    for field, question in THREE_QUESTIONS:
        answer = getattr(project, field)
        blocks += [para(bold(question)), Prose(answer, "quote") if answer.strip() else unstated("the answer", who)]
    return section("project", "The project", *blocks)


def goals_chapter(bank: Bank, translation: Translation) -> Section:
    """List each use case's measure of success, stated beside its text or as an answer, and what else its text says."""
    question = dict(bank.quality.asked_by).get("measure", "")
    rows = [_goal(chapter, question) for chapter in translation.chapters]
    if not rows:
        missing = unstated("what success means", speaker(translation.dossier.project, "marketing"))
        return section("goals", "Goals and measures of success", missing)
    measures = table("Goals and measures of success", "Use case | Measure in marketing's words", (35, 65), rows)
    return section("goals", "Goals and measures of success", measures)


def _goal(chapter: Chapter, question: str) -> tuple[Words, ...]:
    case, answer = chapter.work.use_case, chapter.answers.get(question)
    measure = case.measure or ("; ".join(answer.values) if answer is not None and answer.known else "")
    told = _letters(measure)
    evidence = dict.fromkeys(s.evidence for s in chapter.reading.of(Kind.KPI))
    named = [words for words in evidence if not _repeats(_letters(words), told)]
    also = " The text also says " + "; ".join(f"“{words}”" for words in named) + "." if named else ""
    return (
        (link(f"use-case-{case.number}", case.ref), f" {case.title}"),
        (measure or "Not stated yet. Marketing should say how success is measured.") + also,
    )


def _repeats(words: str, told: str) -> bool:
    """Tell whether one of two texts stands whole in the other, so that only one of them has to be read."""
    return bool(told) and (words in told or told in words)


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[\w%]+", text.casefold()))
