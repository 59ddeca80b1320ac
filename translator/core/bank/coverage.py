"""Coverage: what the bank does about each topic that requests for proposals ask about.

In: the bank. Out: one row a topic, in the order of the manifest, and totals by group. A topic is covered when some
line of a document can come from it; asking alone puts nothing into a document.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from translator.core.bank.model import Bank

OTHERS_WANTED = 0.9
"""The share of the topics that are not core which a document for the field has to have something to say about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCoverage:
    """Hold how often a topic is asked about, drafted from words or answers, and put in as a standard line."""

    topic: str
    group: str
    asked: int
    drafted: int
    standard: int
    core: bool = False

    @property
    def missing(self) -> bool:
        """Tell whether no line of any document can come from this topic."""
        return not (self.drafted or self.standard)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCoverage:
    """Hold how many topics of a group are asked, drafted, standard and missing; a topic counts in each that fits."""

    group: str
    topics: int
    asked: int
    drafted: int
    standard: int
    missing: int

    @property
    def share(self) -> float:
        """Return the share of topics that are covered, from 0 to 1; 1 where there is none."""
        return 1 - self.missing / self.topics if self.topics else 1.0


def coverage(bank: Bank) -> tuple[TopicCoverage, ...]:
    """Count questions and templates by topic."""
    asked = Counter(question.topic for question in bank.questions)
    drafted = Counter(template.topic for template in bank.templates if not template.standard)
    standard = Counter(template.topic for template in bank.templates if template.standard)
    return tuple(
        TopicCoverage(
            topic=topic.name,
            group=topic.group,
            asked=asked[topic.name],
            drafted=drafted[topic.name],
            standard=standard[topic.name],
            core=topic.core,
        )
        for topic in bank.topics
    )


def totals(rows: Iterable[TopicCoverage]) -> tuple[GroupCoverage, ...]:
    """Return the totals of each group in the order of its first row, then "core", "others" and "all"."""
    found = tuple(rows)
    groups = dict.fromkeys(row.group for row in found)
    return (
        *(_total(group, (row for row in found if row.group == group)) for group in groups),
        _total("core", (row for row in found if row.core)),
        _total("others", (row for row in found if not row.core)),
        _total("all", found),
    )


def off_topic(bank: Bank) -> tuple[str, ...]:
    """Return the templates whose lines answer to no topic that anybody asks for."""
    known = {topic.name for topic in bank.topics}
    return tuple(template.id for template in bank.templates if template.topic not in known)


def _total(group: str, rows: Iterable[TopicCoverage]) -> GroupCoverage:
    found = tuple(rows)
    return GroupCoverage(
        group=group,
        topics=len(found),
        asked=sum(row.asked > 0 for row in found),
        drafted=sum(row.drafted > 0 for row in found),
        standard=sum(row.standard > 0 for row in found),
        missing=sum(row.missing for row in found),
    )
