"""Coverage: which topics the bank asks about, drafts, or puts in as standard."""

from dataclasses import replace

from tiny_bank import tiny_bank

from translator.core.bank.coverage import coverage
from translator.core.bank.model import Topic


def test_each_topic_says_what_the_bank_does_about_it():
    topics = (Topic(name="topic", group="functional"), Topic(name="forgotten", group="data"))
    known, forgotten = coverage(replace(tiny_bank(), topics=topics))
    assert (known.asked, known.drafted, known.standard, known.missing) == (6, 4, 1, False)
    assert (forgotten.group, forgotten.missing) == ("data", True)
