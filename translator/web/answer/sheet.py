"""The answers of one scope as a page shows them: by section, each with whose it is; what is open; how much is left.

In: an AnswerView. Out: rows in the order of the bank, grouped under the headings of its manifest.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from translator.core.answers import Answer, AnswerState
from translator.core.bank.model import Bank
from translator.core.left import left_in
from translator.core.prompts import Prompt
from translator.services.answer import AnswerView
from translator.services.answer_store import in_words
from translator.web.filters import day
from translator.web.sifting import Sift, holds, sift

SHOWS = (
    ("", "All"),
    ("needed", "Needed"),
    ("confirm", "To confirm"),
    ("open", "Somebody finds out"),
    ("answered", "Answered"),
    ("none", "Not provided"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Hold one question with its answer in words ("" = none) and a line about where the answer is from.

    `link` says what a person can do: "Change", "Answer" or "Confirm". `needed`: the document stays a draft without it.
    `quote` holds one piece of evidence a line. `change` says what changed in the text since it was confirmed.
    """

    id: str
    text: str
    words: str
    note: str
    link: str
    quote: str = ""
    version: int = 0
    needed: bool = False
    change: str = ""
    unknown: bool = False

    def stands_as(self, show: str) -> bool:
        """Tell whether this row is one of those that a filter names."""
        confirm = self.link == "Confirm"
        return {
            "needed": self.needed,
            "confirm": confirm,
            "open": self.unknown,
            "answered": bool(self.words) and not confirm and not self.unknown,
            "none": not self.words and not self.unknown,
        }[show]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Hold the rows under one heading."""

    title: str
    rows: tuple[Row, ...]
    asked_of: str = ""

    @property
    def shown(self) -> tuple[Row, ...]:
        """Return the rows that say something, or that the document needs."""
        return tuple(row for row in self.rows if row.words or row.needed)

    @property
    def folded(self) -> tuple[Row, ...]:
        """Return the rows that nobody has answered and nobody has to."""
        return tuple(row for row in self.rows if not row.words and not row.needed)


def sections_of(bank: Bank, view: AnswerView) -> tuple[Section, ...]:
    """Return every question that is relevant now, section by section."""
    order = {question.id: at for at, question in enumerate(bank.questions)}
    prompts = sorted(view.prompts, key=lambda prompt: order[prompt.question.id])
    grouped = groupby(prompts, key=lambda prompt: (prompt.question.section or "Questions", prompt.question.asked_of))
    return tuple(
        Section(title=title, rows=tuple(row_of(prompt) for prompt in some), asked_of=asked_of)
        for (title, asked_of), some in grouped
    )


def sifted(args: Mapping[str, str]) -> Sift[Row]:
    """Read which answers an address asks for."""

    def says(row: Row, words: str) -> bool:
        return holds(words, row.text, row.words)

    return sift(args, {"q": says, "show": Row.stands_as}, show=[value for value, _ in SHOWS])


def chosen_of(sections: tuple[Section, ...], chosen: Sift[Row]) -> tuple[Section, ...]:
    """Return the sections with the chosen rows alone, those that keep none left out."""
    kept = (replace(s, rows=tuple(row for row in s.rows if chosen.keeps(row))) for s in sections)
    return tuple(section for section in kept if section.rows)


def row_of(prompt: Prompt) -> Row:
    """Return one question with its answer, or what stands in its place."""
    answer = prompt.answer
    if prompt.to_confirm and prompt.suggestion is not None:
        return _row(prompt, prompt.suggestion, "Read in the text, not confirmed yet:", "Confirm")
    if answer is None or answer.state is AnswerState.SKIPPED:
        return _row(prompt, None, "Skipped for now" if answer else "", "Answer")
    if answer.state is AnswerState.UNKNOWN:
        return replace(_row(prompt, answer, finder(answer), "Change"), unknown=True)
    return _row(prompt, answer, answer.said_by, "Change")


def to_confirm(view: AnswerView) -> tuple[Row, ...]:
    """Return what the text says, to be confirmed; each with the version to send."""
    return tuple(
        _row(prompt, prompt.suggestion, prompt.question.why, "Change", view.version(prompt.question.id))
        for prompt in view.to_confirm
    )


def open_rows(view: AnswerView) -> tuple[Row, ...]:
    """Return the questions that somebody has to find out about."""
    return tuple(row_of(p) for p in view.done if p.answer and p.answer.state is AnswerState.UNKNOWN)


def finder(answer: Answer) -> str:
    """Say who finds out, and by when."""
    who = f"{answer.owner} finds out" if answer.owner else "Nobody has taken it on yet; wanted"
    return f"{who} by {day(answer.due)}" if answer.due else who


def progress(view: AnswerView) -> str:
    """Say how much is left, in words, what the document needs first.

    Totals are "about" because answers open and close questions.
    """
    left = left_in(view.prompts)
    others = Counter(p.question.asked_of for p in view.prompts if p.open and p.question.asked_of)
    helpful = view.left - left.for_marketing - others.total()
    total = sum(prompt.question.must for prompt in view.prompts)
    missing = f"{left.needed} of about {total} needed answers missing" if left.needed else ""
    confirm = f"{left.to_confirm}{'' if missing else ' needed answers'} to confirm" if left.to_confirm else ""
    needed = " and ".join(filter(None, (missing, confirm)))
    more = f"about {helpful} more would help" if helpful else ""
    known = [f"{count} that {who} knows" for who, count in others.items()]
    words = "; ".join(filter(None, (needed, more, *known)))
    ready = "" if left.for_marketing else "ready for IT; " if words else "everything is answered"
    return f"{ready}{words}"[:1].upper() + f"{ready}{words}"[1:]


def _row(prompt: Prompt, answer: Answer | None, note: str, link: str, version: int = 0) -> Row:
    question = prompt.question
    return Row(
        id=question.id,
        text=question.text,
        words=in_words(question, answer),
        note=note,
        link=link,
        quote=answer.quote if answer else "",
        version=version,
        change=prompt.change,
        needed=question.must and prompt.open and not prompt.to_confirm,
    )
