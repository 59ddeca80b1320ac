"""A project's whole dossier: what people wrote, answered, edited, priced and decided, and its chapters once translated.

What goes into the pipeline (Dossier, Work) and what comes out of its middle (Chapter).
"""

from dataclasses import dataclass

from translator.core.answers import NOTHING_SAID, AnswerSheet
from translator.core.bank.tailored import RuledOut
from translator.core.conflicts.model import Conflict
from translator.core.glossary import Entry
from translator.core.options import Decision, Option
from translator.core.project import Project
from translator.core.prompts import Prompt
from translator.core.reading.model import Added, Reading, Rejection
from translator.core.requirements.model import Edit, Exclusion, OpenQuestion, Requirement
from translator.core.text import UseCase
from translator.core.what_if import LevelPrice


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Hold one use case with all that people added to it."""

    use_case: UseCase
    answers: AnswerSheet = NOTHING_SAID
    rejections: tuple[Rejection, ...] = ()
    additions: tuple[Added, ...] = ()
    edits: tuple[Edit, ...] = ()
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Hold a project. `answers` and `edits` are those of the project itself (questions of project scope, S- lines).

    `asked` are open questions that people asked freely, beside those that a "don't know" opened. `terms` are those that
    the project worded itself or agreed to, `ruled_out` the topics that it does without.
    """

    project: Project
    works: tuple[Work, ...]
    answers: AnswerSheet = NOTHING_SAID
    edits: tuple[Edit, ...] = ()
    decisions: tuple[Decision, ...] = ()
    asked: tuple[OpenQuestion, ...] = ()
    terms: tuple[Entry, ...] = ()
    ruled_out: tuple[RuledOut, ...] = ()
    prices: tuple[LevelPrice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Hold one use case translated. `answers` are those that count: people's, and what the text lets us assume."""

    work: Work
    reading: Reading
    prompts: tuple[Prompt, ...]
    requirements: tuple[Requirement, ...]
    exclusions: tuple[Exclusion, ...]
    open_questions: tuple[OpenQuestion, ...]
    answers: AnswerSheet = NOTHING_SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Hold a whole project translated: its chapters, the requirements of no single use case, what is open.

    `conflicts` are what use cases contradict each other in, settled ones among them.
    """

    dossier: Dossier
    chapters: tuple[Chapter, ...]
    prompts: tuple[Prompt, ...]
    standard: tuple[Requirement, ...]
    open_questions: tuple[OpenQuestion, ...]
    answers: AnswerSheet = NOTHING_SAID
    conflicts: tuple[Conflict, ...] = ()
