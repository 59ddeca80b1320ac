"""What many use cases share, against drafting them: it must grow no faster than they do."""

from tests.bench.measure import Row, side_by_side
from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.conflicts.find import conflicts, positions_of
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import translate
from translator.core.project import Project
from translator.core.requirements.follow import follow
from translator.core.requirements.shared import cover, covering, share
from translator.core.text import UseCase

TEXTS = (
    "When a card is refused, send an e-mail to all customers within minutes, based on purchase history.",
    "When a customer visits the shop page, show an offer at once on the website. Use the CRM.",
    "Send a weekly newsletter by e-mail to customers with opt-in. The data may be deleted after 30 days.",
)
CHOICES = {"outcome": ("message", "page", "message"), "start": ("event", "visit", "event"),
           "speed": ("minutes", "realtime", "daily"), "permission": ("existing", "existing", "general"),
           "channels": ("email", "website", "email"), "leave_out": ("objected", "bought", "complaint")}  # fmt: skip
AMOUNTS = {"freshness": (1.0, 2.0, 7.0), "people": (2e5, 3e5, 5e4), "messages": (1e3, 2e3, 4e3),
           "most_contacts": (3.0, 2.0, 1.0), "longest_wait": (5.0, 2.0, 9.0), "peak": (1e3, 5e2, 2e3)}  # fmt: skip
UNITS = {"freshness": "day", "people": "people", "messages": "messages a month", "most_contacts": "messages a week",
         "longest_wait": "minute", "peak": "messages an hour"}  # fmt: skip
# A shared need grows with the use cases; twice as many may take a little more than twice the time.
_GOAL = 2.6


def project(many):
    """Return a project of so many use cases with twelve answers each."""
    works = (
        Work(use_case=UseCase(number=n, title="", narrative=TEXTS[n % 3]), answers=_sheet(n % 3))
        for n in range(1, many + 1)
    )
    return Dossier(project=Project(name="Bench"), works=tuple(works))


def rows():
    """Measure the whole of 100 use cases, sharing in 100 of them, and sharing in 200 against 100."""
    bank = load_bank()
    some, more = (translate(bank, project(many)) for many in (100, 200))
    dossier = project(100)
    one, two, whole = side_by_side(
        lambda: _share(bank, some), lambda: _share(bank, more), lambda: translate(bank, dossier)
    )
    yield Row("What 100 use cases share, against translating them", one, whole, 0.25)
    yield Row("The same of 200, against 100", two, one, _GOAL)


def _share(bank, translation):
    own = [r for c in translation.chapters for r in c.requirements]
    by = covering(follow(share(bank, own), ()))
    said = [p for c in translation.chapters for p in positions_of(bank, c.work.use_case.number, c.reading, c.answers)]
    return [cover(c.requirements, by) for c in translation.chapters], conflicts(bank, said, ())


def _sheet(kind):
    chosen = (_said(question, values=(ids[kind],)) for question, ids in CHOICES.items())
    counted = (_said(question, number=numbers[kind], unit=UNITS[question]) for question, numbers in AMOUNTS.items())
    return AnswerSheet((*chosen, *counted))


def _said(question, **value):
    return Answer(question=question, state=AnswerState.STATED, **value)
