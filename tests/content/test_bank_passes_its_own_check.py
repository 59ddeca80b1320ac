"""What the bank itself drafts passes the check that people's sentences get, in every combination of its fillings."""

from functools import cache
from itertools import islice, product

import pytest

from tests.readings.test_own_narratives import narratives
from translator.content.load import load_bank
from translator.core.bank.places import fill
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import translate
from translator.core.project import Project
from translator.core.quality.content import _phrases as phrases
from translator.core.quality.names import explained_by
from translator.core.quality.sentence import check_sentence
from translator.core.text import UseCase

BANK = load_bank()
# More combinations than any template has; a guard, so that a mistake in the bank cannot keep the tests busy for ever.
MOST = 50_000


@cache
def explained():
    return explained_by(BANK)


def combinations(template):
    """Give every way to fill the places of a template: each phrase of each place with each of every other."""
    options = {name: phrases(BANK, slot) for name, slot in template.slots.items()}
    if template.each_answer:
        options["each"] = [c.phrase for c in BANK.question(template.each_answer).choices if c.phrase]
    elif template.each:
        options["each"] = ["purchase history", "the data described as “their words”"]
    filled = {name: found for name, found in options.items() if found}
    for choice in product(*filled.values()):
        yield {**dict(zip(filled, choice, strict=True)), "each_name": "their words"}


@pytest.mark.parametrize("template", BANK.templates, ids=lambda template: template.id)
def test_every_combination_of_fillings_passes(template):
    tried = 0
    for values in islice(combinations(template), MOST + 1):
        tried += 1
        sentence = fill(template.sentence, values)
        for fit in filter(None, (fill(template.fit, values), template.fit_unknown)):
            if sentence:
                found = check_sentence(sentence, fit, BANK.quality, explained())
                assert found == (), (sentence, fit)
    assert tried <= MOST


def test_no_line_drafted_from_a_narrative_has_a_finding():
    """Draft every narrative that this house wrote, and check each distinct line."""
    lines = set()
    for row in narratives():
        work = Work(use_case=UseCase(number=1, title="Ours", narrative=row["text"]))
        translation = translate(BANK, Dossier(project=Project(name="Ours"), works=(work,)))
        lines |= {(r.sentence, r.fit) for r in (*translation.chapters[0].requirements, *translation.standard)}
    assert len(lines) > 500
    wrong = [(said, fit) for said, fit in lines if check_sentence(said, fit, BANK.quality, explained())]
    assert wrong == []
