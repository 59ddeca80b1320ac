"""Effects: what the answer to a question changes in the document, told from the bank itself.

In: the bank and a question. Out: one line for the page that asks it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.bank.condition import questions_of
from translator.core.bank.model import Bank, Template

_TOPICS_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Hold what hangs on an answer: `topics` and `lines` of the document, `questions` that may follow."""

    topics: tuple[str, ...]
    lines: int
    questions: int

    @property
    def in_words(self) -> str:
        """Say it in words: "consent records and speed (3 lines of the document), and 2 more questions"."""
        parts = []
        if self.lines:
            parts.append(f"{_listed(self.topics)} ({_many(self.lines, 'line')} of the document)")
        if self.questions:
            parts.append(f"whether {_many(self.questions, 'more question')} may follow")
        return ", and ".join(parts)


def effects(bank: Bank, question_id: str) -> Effects:
    """Return what the answer to a question changes; each template counts once, whatever it takes from the answer."""
    used = [template for template in bank.templates if question_id in _asked_by(template)]
    behind = sum(question_id in questions_of(question.when) for question in bank.questions)
    return Effects(topics=tuple(dict.fromkeys(t.topic for t in used)), lines=len(used), questions=behind)


def _asked_by(template: Template) -> Iterator[str]:
    yield from questions_of(template.when)
    yield template.each_answer
    for slot in template.slots.values():
        yield slot.answer
        for choice in slot.standards:
            yield from questions_of(choice.when)


def _listed(topics: tuple[str, ...]) -> str:
    named, rest = topics[:_TOPICS_NAMED], len(topics) - _TOPICS_NAMED
    if rest > 0:
        return f"{', '.join(named)} and {_many(rest, 'more topic')}"
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
