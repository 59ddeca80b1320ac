"""The dates of a project side by side: the day it must work, the deadline and the purchase.

Step 10. In: the project's answers. Out: a table with the source of each date, and what the dates mean together.
"""

import re
from datetime import date

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.reading.spans_of_time import days_in
from translator.core.reading.written import capital
from translator.core.specification.compose import Words, para, speaker, table, unstated
from translator.core.specification.figures import count, day
from translator.core.specification.matters import buyer
from translator.core.specification.model import Block
from translator.core.specification.said import answer_source, answer_words

_ASKED = (("It must work on", "go_live"), ("The purchase runs", "bid_dates"))
_OF_BIDS = re.compile(r"\b(?:bids?|offers?|proposals?|tenders?|replies)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;]\s+|(?<=\.)\s+")
FINISH = "Project to be finished by"
LAST_DAY = "Last day for bids"


def date_blocks(bank: Bank, translation: Translation) -> list[Block]:
    """Return the table of dates, then what the day it must work means beside the deadline."""
    project = translation.dossier.project
    rows: list[tuple[Words, ...]] = []
    for name, asked in _ASKED:
        question, answer = bank.question(asked), translation.answers.get(asked)
        if question is not None and answer is not None and answer.known:
            rows.append((name, answer_words(question, answer), answer_source(answer)))
    blocks: list[Block] = []
    if project.deadline:
        rows.insert(1 if rows and rows[0][0] == _ASKED[0][0] else 0, (FINISH, day(project.deadline), "Project"))
    else:
        blocks.append(unstated("by when the project is to be finished", speaker(project, "marketing")))
    if rows:
        blocks.insert(0, table("Dates", "What | When | Who said so", (24, 54, 22), rows))
    return [*blocks, *_together(translation)]


def last_day_for_bids(translation: Translation) -> str:
    """Return what the answer on the dates of the purchase says of bids, all of it where no part does; "" unknown."""
    answer = translation.answers.get("bid_dates")
    if answer is None or not answer.known:
        return ""
    said = "; ".join(answer.values)
    parts = [part for part in _PARTS.split(said) if _OF_BIDS.search(part)]
    return capital(parts[0].strip().rstrip(".")) if len(parts) == 1 else said


def _together(translation: Translation) -> list[Block]:
    """Say how the day it must work stands to the deadline, when both are days."""
    answer, deadline = translation.answers.get("go_live"), translation.dossier.project.deadline
    live = day_in(" ".join(answer.values)) if answer is not None and answer.known else None
    if live is None or deadline is None or live == deadline:
        return []
    if live > deadline:
        who = buyer(translation.dossier.project)
        dates = f"it must work on {day(live)}, the project is to be finished by {day(deadline)}"
        return [unstated(f"which date counts: {dates}", who)]
    left = count((deadline - live).days, "day")
    return [para(f"Both dates bind: it works on {day(live)}, and what is left ends by {day(deadline)}, {left} later.")]


def day_in(text: str) -> date | None:
    """Return the first day that a text writes in full ("1 October 2027"), None when there is none."""
    return next(iter(days_in(text, in_full=True)), None)
