"""Chapter on the choice: what counts, with which weight, and what a bid has to show.

Step 10. In: answers on criteria and weights. Out: a table of weights with their source, or who should say them.
"""

import re

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.reading.written import capital
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import Words, bold, link, para, runs, section, table, unstated
from translator.core.specification.matters import buyer
from translator.core.specification.model import Block, Section
from translator.core.specification.said import answer_source, answer_words
from translator.core.specification.tender import MISSED_MUST
from translator.core.terms import Priority

_ALL_POINTS = 100
_WEIGHT = re.compile(r"\s*(?P<name>[^\d,;:]*[^\W\d_][^\d,;:]*?)[\s:]+(?P<points>\d{1,3})\s*%?\s*(?:points)?\.?\s*")


def evaluation_chapter(bank: Bank, translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """Say what counts: the musts, the demonstration, the criteria with their weights once they are stated."""
    musts = sum(r.priority is Priority.MUST for r in live)
    are = "requirement is a must" if musts == 1 else "requirements are musts"
    return section(
        "evaluation",
        "Evaluation",
        para(
            f"{musts:,} {are}. {MISSED_MUST} What each reply is worth stands in ",
            link("replying", "Replying to it"), ". The use cases of section ", link("use-cases", "Use cases"),
            " are the script of the demonstration.",
        ),
        *_first(bank, translation),
        *_weights(bank, translation),
    )  # fmt: skip


def _first(bank: Bank, translation: Translation) -> list[Block]:
    question, answer = bank.question("weighs_most"), translation.answers.get("weighs_most")
    if question is None or answer is None or not answer.known:
        return []
    said = runs(answer_source(answer))
    return [para(bold("Counts most: "), f"{answer_words(question, answer)} (", *said, ").")]


def _weights(bank: Bank, translation: Translation) -> list[Block]:
    """Return the weights as a table where the answer can be read as points, else in the words of the answer."""
    question, answer = bank.question("weights"), translation.answers.get("weights")
    if question is None or answer is None or not answer.known:
        return [
            unstated(
                "the weights of price, fit and delivery, before replies arrive", buyer(translation.dossier.project)
            )
        ]
    words, said = answer_words(question, answer), runs(answer_source(answer))
    points = points_in(words)
    if not points:
        return [para(bold("Weights: "), f"“{words}” (", *said, ").")]
    total = sum(share for _, share in points)
    rows: list[tuple[Words, ...]] = [(capital(name), f"{share}") for name, share in points]
    rows.append((bold("Together"), bold(f"{total}")))
    by = "".join(run.text for run in said)
    blocks: list[Block] = [table(f"Weights, by {by}", "Criterion | Points", (75, 25), rows)]
    if total != _ALL_POINTS:
        blocks.append(unstated(f"how the points add up to {_ALL_POINTS}", buyer(translation.dossier.project)))
    return blocks


def points_in(text: str) -> tuple[tuple[str, int], ...]:
    """Read "price 30, fit 40" as criteria with points; () when any part of it reads otherwise."""
    parts = [_WEIGHT.fullmatch(part) for part in re.split(r"[,;]| and ", text) if part.strip()]
    found = tuple((part["name"].strip(), int(part["points"])) for part in parts if part)
    return found if len(found) == len(parts) else ()
