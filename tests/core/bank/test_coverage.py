"""Coverage: which topics the bank asks about, drafts, or puts in as standard."""

from dataclasses import replace

from tiny_bank import tiny_bank

from translator.core.bank.coverage import coverage, off_topic, totals
from translator.core.bank.model import Topic

TOPICS = (Topic(name="topic", group="functional", core=True), Topic(name="forgotten", group="data"))


def test_each_topic_says_what_the_bank_does_about_it():
    known, forgotten = coverage(replace(tiny_bank(), topics=TOPICS))
    assert (known.asked, known.drafted, known.standard, known.missing, known.core) == (6, 4, 1, False, True)
    assert (forgotten.group, forgotten.missing, forgotten.core) == ("data", True, False)


def test_the_totals_count_topics_by_group_and_the_core_apart():
    found = {total.group: total for total in totals(coverage(replace(tiny_bank(), topics=TOPICS)))}
    assert list(found) == ["functional", "data", "core", "others", "all"]
    assert (found["core"].topics, found["core"].missing, found["core"].share) == (1, 0, 1.0)
    assert (found["others"].missing, found["others"].share) == (1, 0.0)
    assert (found["all"].topics, found["all"].asked, found["all"].share) == (2, 1, 0.5)


def test_a_group_without_topics_lacks_nothing():
    assert [total.share for total in totals(())] == [1.0, 1.0, 1.0]


def test_a_line_that_answers_to_no_topic_is_named():
    bank = tiny_bank()
    assert off_topic(replace(bank, topics=TOPICS)) == ()
    assert len(off_topic(replace(bank, topics=()))) == len(bank.templates)
