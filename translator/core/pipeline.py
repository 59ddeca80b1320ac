"""The whole way, from sentences to the shared document. Start reading here.

    narrative -> reading -> prompts -> answers -> requirements -> quality -> options, estimates -> plan -> specification

Pure: everything it needs is passed in, and the same input gives the same document on every machine.
"""

from dataclasses import replace
from datetime import date

from translator.core.bank.model import Bank, Scope
from translator.core.conflicts.find import conflicts, positions_beside, positions_of
from translator.core.dossier import Chapter, Dossier, Translation, Work
from translator.core.prompts import assume, prompts_for
from translator.core.reading.added import as_meant
from translator.core.reading.read import read
from translator.core.requirements.draft import draft
from translator.core.requirements.exclusions import exclusions
from translator.core.requirements.follow import follow
from translator.core.requirements.open_questions import open_questions
from translator.core.requirements.shared import cover, covering, share
from translator.core.specification.assemble import assemble
from translator.core.specification.model import Specification


def translate(bank: Bank, dossier: Dossier) -> Translation:
    """Read every narrative and draft what it calls for; what people marked, answered and edited is laid over it.

    What several use cases need becomes one requirement of the project, and their own lines say which one.
    """
    answers = assume(bank, None, dossier.answers)
    prompts = prompts_for(bank, Scope.PROJECT, None, dossier.answers)
    chapters = tuple(chapter_of(bank, dossier, work) for work in dossier.works)
    shared = share(bank, (r for chapter in chapters for r in chapter.requirements))
    standard = follow((*draft(bank, Scope.PROJECT, None, None, answers), *shared), dossier.edits)
    said = (
        *positions_of(bank, None, None, answers),
        *(p for c in chapters for p in positions_of(bank, c.work.use_case.number, c.reading, c.answers)),
        *positions_beside(bank, dossier.project, ((w.use_case.number, w.options) for w in dossier.works)),
    )
    by = covering(standard)
    return Translation(
        dossier=dossier,
        chapters=tuple(replace(c, requirements=cover(c.requirements, by)) for c in chapters),
        answers=answers,
        prompts=prompts,
        standard=standard,
        conflicts=conflicts(bank, said, dossier.decisions),
        open_questions=(*open_questions(bank, prompts, None), *(q for q in dossier.asked if q.use_case is None)),
    )


def specify(bank: Bank, translation: Translation, prepared_on: date) -> Specification:
    """Write the shared document of a translation as it stands on a day: options, estimates and plan included."""
    return assemble(bank, translation, prepared_on)


def chapter_of(bank: Bank, dossier: Dossier, work: Work) -> Chapter:
    """Translate one use case of a dossier by itself; which lines a shared one stands for is as its edits say."""
    number = work.use_case.number
    reading = as_meant(read(work.use_case.narrative, bank.lexicon), work.rejections, work.additions, bank.lexicon)
    reading = replace(reading, measure=work.use_case.measure)
    said = work.answers.merged(dossier.answers)
    # What the text suggests counts until somebody says otherwise; the document marks it as assumed.
    answers = assume(bank, reading, said)
    asked = (q for q in dossier.asked if q.use_case == number)
    return Chapter(
        work=work,
        reading=reading,
        answers=answers,
        prompts=prompts_for(bank, Scope.USE_CASE, reading, said),
        requirements=follow(draft(bank, Scope.USE_CASE, work.use_case, reading, answers), work.edits),
        exclusions=exclusions(work.use_case, reading),
        open_questions=(
            *open_questions(bank, prompts_for(bank, Scope.USE_CASE, reading, answers), number),
            *asked,
        ),
    )
