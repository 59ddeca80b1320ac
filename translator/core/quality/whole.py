"""The check of the whole: what a set of requirements leaves out, or says twice.

Step 6. In: a project translated. Out: findings about the set, the project's first, then each use case's in order of
its number. Studies of real specifications find the costly faults here and not in single words, so pages show these
first. Contradictions between use cases are found where requirements are shared.
"""

from collections.abc import Iterator

from translator.core.bank.model import Bank
from translator.core.quality.alike import alike
from translator.core.quality.clause import Sentence
from translator.core.quality.model import gtwr
from translator.core.quality.names import Explained, unexplained
from translator.core.quality.part import WHOLE, Part, SetFinding, forms, quoted, some
from translator.core.quality.sentence import has_measure
from translator.core.quality.stated import unstated, unstated_of_project
from translator.core.requirements.model import Requirement, Status

_BY_HAND = (Status.EDITED, Status.ADDED)


def check_whole(bank: Bank, project: Part, cases: tuple[Part, ...], explained: Explained) -> tuple[SetFinding, ...]:
    """Check a project; no finding means that nothing is known to be missing."""
    lines = [line for part in (*cases, project) for line in part.live]
    return (
        *unstated_of_project(bank, project, cases),
        *_unexplained(bank, lines, explained),
        *_said_twice(lines),
        *_unmeasured(project),
        *(finding for case in cases for finding in check_use_case(bank, case)),
    )


def check_use_case(bank: Bank, case: Part) -> tuple[SetFinding, ...]:
    """Check what one use case has to state by itself."""
    return (*unstated(bank, case), *_unmeasured(case))


def _unmeasured(part: Part) -> Iterator[SetFinding]:
    """Find lines of people's own that say nothing about when they are met; the bank's always do."""
    bare = tuple(r.id for r in part.live if r.status in _BY_HAND and not has_measure(r.fit))
    if bare:
        yield SetFinding(
            code="no-fit", rule=gtwr(34), use_case=part.number, lines=bare,
            message=f"{some(bare)} {forms(bare, 'does', 'do')} not say how anybody can check that it was done.",
            suggestion="Add a number with its unit, or the test that shows it.",
        )  # fmt: skip


def _unexplained(bank: Bank, lines: list[Requirement], explained: Explained) -> Iterator[SetFinding]:
    found: dict[str, list[str]] = {}
    for line in (r for r in lines if r.status in _BY_HAND):
        for finding in unexplained(Sentence(line.sentence), bank.quality, explained):
            if finding.span:
                found.setdefault(finding.span.of(line.sentence), []).append(line.id)
    if found:
        terms = tuple(found)
        yield SetFinding(
            code="unexplained", rule=gtwr(4, 37),
            lines=tuple(dict.fromkeys(line for ids in found.values() for line in ids)),
            message=f"{quoted(terms)} {forms(terms, 'is', 'are')} not in the glossary, and a supplier may read"
            f" {forms(terms, 'it', 'them')} in another way.",
            suggestion="Put it into the glossary, or use words that everybody knows.",
        )  # fmt: skip


def _said_twice(lines: list[Requirement]) -> Iterator[SetFinding]:
    for group in alike(lines):
        ids = tuple(r.id for r in group)
        yield SetFinding(
            code="twice", rule=f"{gtwr(30)}; {WHOLE} (consistent)", lines=ids,
            message=f"{some(ids)} say the same, and the day one of them changes they contradict each other.",
            suggestion="Keep one of them.",
        )  # fmt: skip
