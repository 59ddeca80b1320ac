"""Chapter 5: what is there today: every system that a text or an answer names, and the volumes.

In: readings and answers. Out: a chapter in which each line says who said so.
"""

import re
from collections.abc import Iterator

from translator.core.answers import Answer, AnswerState
from translator.core.bank.model import Bank, Question
from translator.core.dossier import Translation
from translator.core.reading.model import Kind
from translator.core.reading.read import read
from translator.core.reading.written import capital, written
from translator.core.specification.compose import Words, quoted, section, speaker, table, unstated
from translator.core.specification.model import Block, Run, Section
from translator.core.specification.said import answer_source, answer_words, said
from translator.core.specification.topics import SYSTEMS
from translator.core.specification.volumes import volume_blocks

# Words that end the name of a system in an answer ("the complaint desk"), and words that no such name goes past.
_SYSTEM = re.compile(
    r"\b(?:desk|register|tool|system|warehouse|platform|database|store|spreadsheet|archive|portal)s?\b", re.IGNORECASE
)
_BETWEEN = frozenset(
    {"a", "an", "and", "any", "are", "as", "at", "by", "each", "every", "for", "from", "in", "into", "is", "it", "its"}
    | {"no", "of", "on", "or", "our", "stays", "that", "the", "their", "this", "to", "today's", "with", "we", "use"}
)
_LONGEST_NAME = 3


def landscape_chapter(bank: Bank, translation: Translation) -> Section:
    """Name the systems and the volumes, each with who said so."""
    return section(
        "landscape",
        "Current landscape",
        section("systems", "Systems", *_systems(bank, translation)),
        section("current-figures", "Volumes", *volume_blocks(bank, translation)),
    )


def _systems(bank: Bank, translation: Translation) -> list[Block]:
    answers = list(said(bank, translation, SYSTEMS))
    rows: dict[str, list[Words]] = {}
    for name, who in (*_from_texts(translation), *_from_answers(bank, answers)):
        rows.setdefault(name, []).append(who)
    blocks: list[Block] = []
    if rows:
        named = ((name, _together(words)) for name, words in sorted(rows.items(), key=_by_name))
        blocks.append(table("Systems named", "System | Who said so", (35, 65), named))
    if answers:
        lines = [(place, q.text, answer_words(q, a), answer_source(a)) for place, q, a in answers]
        blocks.append(table("What was said about systems", "For | Question | Answer | Who", (9, 29, 44, 18), lines))
    return blocks or [
        unstated("which systems are in use, and which of them stay", speaker(translation.dossier.project, "it"))
    ]


def _together(sources: list[Words]) -> tuple[str | Run, ...]:
    """Put the sources of a name into one line, each once."""
    line: list[str | Run] = []
    for source in dict.fromkeys(sources):
        line += ["; "] if line else []
        line += source if isinstance(source, tuple) else [source]
    return tuple(line)


def _by_name(row: tuple[str, list[Words]]) -> str:
    return row[0].casefold()


def _from_texts(translation: Translation) -> Iterator[tuple[str, Words]]:
    for chapter in translation.chapters:
        for signal in chapter.reading.signals:
            if signal.kind is Kind.SYSTEM:
                out = " (ruled out)" if signal.negated else ""
                yield written(signal), (f"{chapter.work.use_case.ref}: ", *quoted(signal.evidence), out)


def _from_answers(bank: Bank, answers: list[tuple[str, Question, Answer]]) -> Iterator[tuple[str, Words]]:
    """Name the systems that answers add; a confirmed quote is the text's own, which has named them already."""
    for place, _, answer in answers:
        if answer.state is AnswerState.CONFIRMED and answer.quote:
            continue
        for name in systems_in(bank, " ".join(answer.values)):
            yield name, f"{place}: {answer.said_by or 'the text'}"


def systems_in(bank: Bank, text: str) -> tuple[str, ...]:
    """Return the systems that an answer names, in order: by the last word of their names, and by the lexicon."""
    found: list[tuple[int, int, str]] = []
    for match in _SYSTEM.finditer(text):
        start = _start_of_name(text, match.start())
        if start < match.start():
            found.append((start, match.end(), capital(text[start : match.end()])))
    for signal in read(text, bank.lexicon).of(Kind.SYSTEM):
        start, end = signal.span.start, signal.span.end
        if not any(start < taken_end and taken < end for taken, taken_end, _ in found):
            found.append((start, end, written(signal)))
    return tuple(dict.fromkeys(name for _, _, name in sorted(found)))


def _start_of_name(text: str, end: int) -> int:
    """Return where the name begins whose last word begins at `end`: at most three words, none of them a link."""
    start = end
    for _ in range(_LONGEST_NAME - 1):
        before = re.search(r"([\w'-]+) $", text[:start])
        if before is None or before[1].casefold() in _BETWEEN:
            break
        start = before.start()
    return start
