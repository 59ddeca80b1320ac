"""Chapter 5, its figures: all volumes of today and later in one table, what nobody has said marked as such.

Step 10. In: answers, prompts and readings. Out: blocks in which each figure says whose it is.
"""

import re
from collections.abc import Iterator

from translator.core.answers import Answer, AnswerSheet
from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.prompts import Prompt
from translator.core.reading.model import Kind
from translator.core.specification.compose import Words, cell, link, note, quoted, speaker, table, unstated
from translator.core.specification.model import Block, Cell
from translator.core.specification.said import about_figures, answer_words, said

_FIGURE = re.compile(r"\d[\d,]*")
_HEAD = "For | People today | People later | In a month | In the busiest hour"
_WIDTHS = (22, 20, 20, 20, 18)
# By column: what is asked of a use case, and of the project ("" = it is asked of use cases only).
_OF_USE_CASE = ("people", "people_later", "messages", "peak")
_OF_PROJECT = ("total_people", "total_later", "events_month", "")
_SHOWN = frozenset({*_OF_USE_CASE, *_OF_PROJECT})


def volume_blocks(bank: Bank, translation: Translation) -> list[Block]:
    """Show the volumes of each use case and of the project side by side, then other figures and those in the texts."""
    rows = [_row(bank, "Whole project", translation.answers, translation.prompts, _OF_PROJECT)]
    for chapter in translation.chapters:
        name = link(f"use-case-{chapter.work.use_case.number}", chapter.work.use_case.ref)
        rows.append(_row(bank, name, chapter.answers, chapter.prompts, _OF_USE_CASE))
    known = any(_known(sheet, q) for sheet, ids in _sheets(translation) for q in ids)
    others = [*_others(bank, translation), *_in_texts(translation)]
    if not known and not others:
        who = speaker(translation.dossier.project, "marketing")
        return [unstated("how many people, events and messages there are now", who)]
    blocks: list[Block] = []
    if known:
        blocks.append(table(f"Volumes{_by(translation)}", _HEAD, _WIDTHS, rows))
    if others:
        blocks.append(table("Other figures", "For | Figure | Today", (10, 50, 40), others))
    return blocks


def _sheets(translation: Translation) -> Iterator[tuple[AnswerSheet, tuple[str, ...]]]:
    yield translation.answers, _OF_PROJECT
    for chapter in translation.chapters:
        yield chapter.answers, _OF_USE_CASE


def _known(sheet: AnswerSheet, question: str) -> Answer | None:
    answer = sheet.get(question) if question else None
    return answer if answer is not None and answer.known else None


def _by(translation: Translation) -> str:
    most = _most(translation)
    return f", by {most} where nobody else is named" if most else ""


def _most(translation: Translation) -> str:
    found = [_known(sheet, q) for sheet, ids in _sheets(translation) for q in ids]
    names = [answer.said_by for answer in found if answer is not None and answer.said_by]
    return max(dict.fromkeys(names), key=names.count, default="")


def _row(
    bank: Bank, name: Words, sheet: AnswerSheet, prompts: tuple[Prompt, ...], questions: tuple[str, ...]
) -> tuple[Cell | Words, ...]:
    asked = {prompt.question.id for prompt in prompts}
    return (name, *(_figure(bank, sheet, question, asked=question in asked) for question in questions))


def _figure(bank: Bank, sheet: AnswerSheet, question_id: str, *, asked: bool) -> Cell | Words:
    """Write a figure; "Not stated yet" where it is asked for and missing, a dash where nobody asks for it."""
    question, answer = bank.question(question_id), _known(sheet, question_id)
    if question is not None and answer is not None:
        return answer_words(question, answer)
    return cell("Not stated yet", tone="warn") if asked else "\N{EN DASH}"


def _others(bank: Bank, translation: Translation) -> Iterator[tuple[Cell | Words, ...]]:
    for place, question, answer in said(bank, translation, about_figures(bank) - _SHOWN):
        yield (place, question.text, (answer_words(question, answer), note(f"  {answer.said_by}")))


def _in_texts(translation: Translation) -> Iterator[tuple[Cell | Words, ...]]:
    """Yield the sizes that a text names and no answer repeats."""
    for chapter in translation.chapters:
        told = {f"{a.number:,.0f}" for a in chapter.answers if a.known and a.number is not None}
        for signal in chapter.reading.of(Kind.VOLUME):
            if told.isdisjoint(_FIGURE.findall(signal.evidence)):
                yield (chapter.work.use_case.ref, "In the text", quoted(signal.evidence))
