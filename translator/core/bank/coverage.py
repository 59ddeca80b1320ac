"""Coverage: what the bank does about each topic that requests for proposals ask about.

In: the bank. Out: one row a topic, in the order of the manifest.
"""

from collections import Counter
from dataclasses import dataclass

from translator.core.bank.model import Bank


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCoverage:
    """Hold how often a topic is asked about, drafted from words or answers, and put in as a standard line."""

    topic: str
    group: str
    asked: int
    drafted: int
    standard: int

    @property
    def missing(self) -> bool:
        """Tell whether no line of any document can come from this topic."""
        return not (self.drafted or self.standard)


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
        )
        for topic in bank.topics
    )
