"""Chapter 2, its middle: the rules of the purchase, and what each reply to a requirement means.

Step 10. In: the project's answers and the lines on the purchase. Out: sections; what nobody settled is said.
"""

from collections.abc import Iterable

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import Words, bold, para, section, table
from translator.core.specification.matters import Matter, matters_table
from translator.core.specification.model import Block, Section, Table

PURCHASE_MATTERS = (
    Matter("Dates", "bid_dates", "timetable of the purchase"),
    Matter("Questions", "bid_questions", "questions of bidders"),
    Matter("What a bid covers", "bid_parts", "variants of a bid"),
    Matter("Form", "", "form of bids"),
    Matter("Language", "bid_language", ""),
    Matter("Validity", "bid_valid", "validity of bids"),
    Matter("Conditions", "bid_minimum", "minimum conditions for bidders"),
    Matter("What the client may do", "bid_rights", ""),
    Matter("Cost and ties", "", "rules of the purchase"),
    Matter("Deviations", "", "assumptions and exceptions of bidders"),
    Matter("Confidentiality", "", "confidentiality"),
)
# A reply, what it says, what it means for a must, and its points: the rule of this kind of document.
_REPLIES = (
    ("Standard", "The product does it as delivered.", "Met", "3"),
    ("Configured", "It takes settings, no programming.", "Met", "3"),
    ("Custom", "It takes programming; name the effort and the date.", "Met, once price and date stand in the bid", "2"),
    ("Partly", "A part is missing; name the part, the way round it and what closing the gap costs.", "Missed", "1"),
    ("Planned", "On the roadmap; name the release and its date.", "Missed until the release is there", "1"),
    ("Not provided", "Name what is offered instead.", "Missed", "0"),
)
_OF_SUPPLIER = (
    ("Agreed", "The supplier does it, for the price in the bid.", "Met", "3"),
    ("Agreed with changes", "Name each change, and what it costs or saves.", "Missed, where a change takes away", "1"),
    ("Not agreed", "Name what is offered instead.", "Missed", "0"),
)
# The one meaning of a missed must, wherever the document speaks of it.
MISSED_MUST = "A missed must sets the bid aside unless the client accepts what is offered instead."
_RULE = (
    "These words, their meaning and their points are the rule of this kind of document; the project may set others. "
    "For a should or a could, a reply costs points and nothing else."
)
# How a bid may be cut, by the answer to the question; without an answer bidders say what they cover.
_COVERS = {
    "whole": "One bid covers all use cases below; a bid on a part is not scored.",
    "parts": "A bid may answer one use case or more, and names which.",
    "other": "One bid covers all use cases below; another way to the same goals may stand beside it.",
}
_COVERS_OPEN = (
    "Whether a bid may cover a part is not stated yet; until it is, a bid names the use cases that it covers."
)
_HOLDS = " The requirements of the whole project (S-) hold for every bid; those that name use cases, for bids on these."


def covers(translation: Translation) -> str:
    """Say how much one bid has to cover, in the words of the answer."""
    answer = translation.answers.get("bid_parts")
    said = answer.values[0] if answer is not None and answer.known and answer.values else ""
    return _COVERS.get(said, _COVERS_OPEN) + _HOLDS


def purchase(bank: Bank, translation: Translation, live: Iterable[Requirement], *contact: Block) -> Section:
    """Say how the purchase runs: dates, questions, form and validity of bids, each with its source."""
    rules = matters_table(bank, translation, live, "The rules of this purchase", PURCHASE_MATTERS)
    return section("purchase", "How the purchase runs", *contact, *((rules,) if rules else ()))


def replies() -> tuple[Block, ...]:
    """Explain the replies to a requirement, what each means for a must, and its points.

    A supplier cannot be delivered or configured: what it shall do itself has words of its own.
    """
    return (
        _table("Replies to what the system shall do", _REPLIES),
        _table("Replies to what the supplier shall do", _OF_SUPPLIER),
        para(bold("Missed must. "), MISSED_MUST),
        para(_RULE, style="note"),
    )


def _table(caption: str, words: Iterable[tuple[str, str, str, str]]) -> Table:
    rows: list[tuple[Words, ...]] = [(bold(word), says, must, points) for word, says, must, points in words]
    return table(caption, "Reply | It says | For a must | Points", (20, 42, 29, 9), rows)
