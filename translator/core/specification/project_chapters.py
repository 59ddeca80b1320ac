"""Chapters 3 to 5: the project and its three questions, goals and measures, what is there today."""

from translator.core.bank.model import Bank
from translator.core.dossier import Chapter, Translation
from translator.core.reading.model import Kind
from translator.core.specification.compose import (
    Words,
    bold,
    cell,
    link,
    para,
    quoted,
    section,
    speaker,
    table,
    unstated,
)
from translator.core.specification.figures import day, money
from translator.core.specification.model import Block, Cell, Prose, Run, Section
from translator.core.specification.said import answer_source, answer_words, said
from translator.core.specification.topics import FIGURES, MEASUREMENT, SYSTEMS

THREE_QUESTIONS = (
    ("problem", "What problem does it solve?"),
    ("success", "What does success look like in 12 months?"),
    ("proof", "How will we know?"),
)


def project_chapter(translation: Translation) -> Section:
    """State the objective, the three questions every purchase must answer, and the frame of money and time."""
    project = translation.dossier.project
    who = speaker(project, "marketing")
    objective: Block = Prose(project.objective) if project.objective else unstated("the commercial objective", who)
    questions: list[Block] = []
    for field, question in THREE_QUESTIONS:
        answer = getattr(project, field)
        questions += [para(bold(question)), Prose(answer, "quote") if answer else unstated("the answer", who)]
    frame = [
        ("Budget", money(project.budget, project.currency) if project.budget is not None else ""),
        ("Deadline", day(project.deadline) if project.deadline else ""),
    ]
    return section(
        "project",
        "The project",
        section("objective", "Commercial objective", objective),
        section("three-questions", "The three questions", *questions),
        section(
            "frame",
            "Budget and deadline",
            *(para(bold(f"{n}: "), v) if v else unstated(f"the {n.lower()}", who) for n, v in frame),
        ),
    )


def goals_chapter(bank: Bank, translation: Translation) -> Section:
    """List each use case's measure of success, the figures the text names, and what was answered on measurement."""
    who = speaker(translation.dossier.project, "marketing")
    rows = [_goal(chapter) for chapter in translation.chapters]
    blocks: list[Block] = [
        table(
            "Goals and measures of success", "Use case | Measure in marketing's words | Also named", (27, 43, 30), rows
        )
        if rows
        else unstated("what success means", who)
    ]
    blocks += _answers(bank, translation, MEASUREMENT, "How it will be measured")
    return section("goals", "Goals and measures of success", *blocks)


def _goal(chapter: Chapter) -> tuple[Words, ...]:
    case = chapter.work.use_case
    named = tuple(dict.fromkeys(s.evidence for s in chapter.reading.of(Kind.KPI)))
    return (
        (link(f"use-case-{case.number}", case.ref), f" {case.title}"),
        case.measure or "Not stated yet. Marketing should say how success is measured.",
        "; ".join(f"“{words}”" for words in named) or "Nothing further in the text",
    )


def landscape_chapter(bank: Bank, translation: Translation) -> Section:
    """Name the systems and the current figures, each with who said so."""
    return section(
        "landscape",
        "Current landscape",
        section("systems", "Systems named", *_systems(bank, translation)),
        section("current-figures", "Current figures", *_figures(bank, translation)),
    )


def _systems(bank: Bank, translation: Translation) -> list[Block]:
    rows: dict[str, list[Words]] = {}
    for chapter in translation.chapters:
        for signal in chapter.reading.signals:
            if signal.kind is Kind.SYSTEM:
                said_so: tuple[str | Run, ...] = (f"{chapter.work.use_case.ref}: ", *quoted(signal.evidence))
                rows.setdefault(signal.value, []).append((*said_so, " (ruled out)") if signal.negated else said_so)
    blocks: list[Block] = []
    if rows:
        named = ((name[:1].upper() + name[1:], cell(*dict.fromkeys(words))) for name, words in rows.items())
        blocks.append(table("Systems named in the use cases", "System | Who said so", (35, 65), named))
    blocks += _answers(bank, translation, SYSTEMS, "What was said about systems")
    return blocks or [
        unstated("which systems are in use, and which of them stay", speaker(translation.dossier.project, "it"))
    ]


def _figures(bank: Bank, translation: Translation) -> list[Block]:
    rows: list[tuple[Cell | Words, ...]] = [
        (chapter.work.use_case.ref, signal.value, quoted(signal.evidence))
        for chapter in translation.chapters
        for signal in chapter.reading.of(Kind.VOLUME)
    ]
    blocks: list[Block] = []
    if rows:
        blocks.append(table("Figures named in the use cases", "Use case | Figure | In the words", (14, 36, 50), rows))
    blocks += _answers(bank, translation, FIGURES, "Figures answered")
    who = speaker(translation.dossier.project, "marketing")
    return blocks or [unstated("how many people, events and messages there are now", who)]


def _answers(bank: Bank, translation: Translation, topics: frozenset[str], caption: str) -> list[Block]:
    rows = [(place, q.text, answer_words(q, a), answer_source(a)) for place, q, a in said(bank, translation, topics)]
    return [table(caption, "For | Question | Answer | Who said so", (10, 34, 30, 26), rows)] if rows else []
