"""The check of a whole project with lines written by hand, against translating it: a small part, and linear."""

from itertools import cycle, islice

from tests.bench.measure import Row, cpu_seconds
from tests.bench.reading_and_drafting import NARRATIVE
from translator.content.load import load_bank
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import translate
from translator.core.project import Project
from translator.core.quality.names import explained_by
from translator.core.quality.part import Part
from translator.core.quality.remarks import remarks_on
from translator.core.quality.whole import check_whole
from translator.core.requirements.model import Edit, Status
from translator.core.terms import Category, Priority
from translator.core.text import UseCase

SENTENCES = (
    "When a loan is granted, the system shall send a letter within 2 days.",
    "The system should send letters/e-mails quickly, if possible, and/or show the CLV (soon) in 5.",
    "If a picture is missing, the system shall show another picture and store the fault.",
)
_MANY, _TWICE = 50, 100


def rows():
    """Measure a project of fifty use cases with three lines of people's own in each, and one twice as large."""
    bank = load_bank()
    small, large = (_translated(bank, many) for many in (_MANY, _TWICE))
    floor = cpu_seconds(lambda: translate(bank, small.dossier), times=3)
    once = cpu_seconds(lambda: _check(bank, small), times=3)
    yield Row("Checking 50 use cases, against translating them", once, floor, 0.5)
    twice = cpu_seconds(lambda: _check(bank, large), times=3)
    yield Row("Checking 100 use cases, against checking 50", twice, once, 3.0)


def _translated(bank, many):
    works = tuple(
        Work(use_case=UseCase(number=n, title="Offer", narrative=f"{NARRATIVE} Branch {n}."), edits=tuple(_edits(n)))
        for n in range(1, many + 1)
    )
    return translate(bank, Dossier(project=Project(name="Bench"), works=works))


def _edits(number):
    for place, sentence in enumerate(islice(cycle(SENTENCES), 3)):
        yield Edit(
            key=f"hand:F{900 + place}", use_case=number, category=Category.FUNCTIONAL, number=900 + place,
            status=Status.ADDED, sentence=f"{sentence[:-1]} for branch {number}.", plain="", fit="A test shows it.",
            priority=Priority.MUST,
        )  # fmt: skip


def _check(bank, translation):
    explained = explained_by(bank)
    cases = tuple(
        Part(
            use_case=c.work.use_case, reading=c.reading, prompts=c.prompts, answers=c.answers,
            requirements=c.requirements,
        )
        for c in translation.chapters
    )  # fmt: skip
    project = Part(prompts=translation.prompts, answers=translation.answers, requirements=translation.standard)
    found = check_whole(bank, project, cases, explained)
    return found, [remarks_on(r, bank.quality, explained) for case in cases for r in case.requirements]
