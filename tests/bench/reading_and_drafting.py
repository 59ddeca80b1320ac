"""Reading a narrative and drafting its requirements, against the least that any reading has to do: split the words."""

from datetime import date

from tests.bench.measure import Row, side_by_side
from translator.content.load import load_bank
from translator.core.bank.model import Scope
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import specify, translate
from translator.core.project import Project
from translator.core.prompts import assume
from translator.core.reading.read import read
from translator.core.requirements.draft import draft
from translator.core.text import UseCase

# Sixty words, as long as most narratives are.
NARRATIVE = (
    "When a customer leaves the loan calculator without asking for an offer, show them a personal offer on the home "
    "page within 5 seconds and write an e-mail two days later. Customers with an open complaint must not get it. We "
    "expect 40,000 visitors a month in Germany and Austria, the data sits in Salesforce, and success means 300 loans "
    "more a quarter."
)
_TIMES = 200


def rows():
    """Measure one narrative at a time; each figure is the mean of many calls."""
    bank = load_bank()
    case = UseCase(number=1, title="Offer", narrative=NARRATIVE)
    reading = read(NARRATIVE, bank.lexicon)
    answers = assume(bank, reading, Work(use_case=case).answers)
    dossier = Dossier(project=Project(name="Bench"), works=(Work(use_case=case),))
    translation = translate(bank, dossier)

    works = {
        "Reading 60 words, against split()": lambda: read(NARRATIVE, bank.lexicon),
        "Assuming what the text answers": lambda: assume(bank, reading, Work(use_case=case).answers),
        "Drafting one use case": lambda: draft(bank, Scope.USE_CASE, case, reading, answers),
        "Translating a project of one use case": lambda: translate(bank, dossier),
        "Assembling its document": lambda: specify(bank, translation, date(2026, 11, 21)),
    }
    floor = _many(lambda: NARRATIVE.lower().split(), 100 * _TIMES)
    times = dict(zip(works, (10, 5, 5, 2, 2), strict=True))
    seconds = side_by_side(floor, *(_many(work, times[name]) for name, work in works.items()))
    split = seconds[0] / (100 * _TIMES)
    for name, total in zip(works, seconds[1:], strict=True):
        yield Row(name, total / times[name], split)


def _many(work, times):
    def run():
        for _ in range(times):
            work()

    return run
