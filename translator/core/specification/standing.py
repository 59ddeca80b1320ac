"""What the status of the document means in one line: what is missing or still open, counted and linked.

Step 10. In: a translation. Out: runs for the title page. "Ready" never means "nothing left to do".
"""

from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement
from translator.core.specification.closing import all_open, value_open
from translator.core.specification.compose import link, runs
from translator.core.specification.figures import count
from translator.core.specification.model import Run


def standing(translation: Translation, live: tuple[Requirement, ...], missing: tuple[str, ...]) -> tuple[Run, ...]:
    """Say whether both sides may sign, and what is open all the same."""
    first = "Ready for signature: nothing that the document cannot do without is missing."
    if missing:
        are = "is" if len(missing) == 1 else "are"
        first = f"A draft: {count(len(missing), 'thing')} that the document cannot do without {are} missing."
    parts: list[str | Run] = [first, " Still open: "]
    questions = len(all_open(translation))
    if questions:
        parts += [link("open-questions", count(questions, "question")), ", "]
    values = sum(value_open(r) for r in live)
    if values:
        parts += [link("open-questions", count(values, "value") + " to be agreed"), ", "]
    parts += [link("evaluation", "the weights of the evaluation"), " and ", link("replying", "the dates of the tender")]
    return runs((*parts, "."))
