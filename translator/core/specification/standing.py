"""What the status of the document means in one line: what is missing or still open, counted and linked.

Step 10. In: a translation. Out: runs for the title page. "Ready" never means "nothing left to do".
"""

from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement
from translator.core.specification.closing import all_open, value_open
from translator.core.specification.compose import link, runs
from translator.core.specification.figures import count
from translator.core.specification.model import Run

# What the purchase waits for: where it stands, what it is called, and the question that settles it.
_PURCHASE = (
    ("evaluation", "the weights of the evaluation", "weights"),
    ("purchase", "the dates of the purchase", "bid_dates"),
)


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
    for anchor, name, question in _PURCHASE:
        answer = translation.answers.get(question)
        if answer is None or not answer.known:
            parts += [link(anchor, name), ", "]
    return runs(_listed(parts))


def _listed(parts: list[str | Run]) -> tuple[str | Run, ...]:
    """End a row of links as a sentence does: the last comma as a full stop, the one before it as "and"."""
    commas = [at for at, part in enumerate(parts) if part == ", "]
    if not commas:
        return (*parts[:-1], str(parts[-1]).replace(" Still open: ", ""))
    return tuple("." if at == commas[-1] else " and " if at in commas[-2:-1] else part for at, part in enumerate(parts))
