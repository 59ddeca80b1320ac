"""Suspect marks: what is behind a line is remembered when a person looks, and a change of it shows."""

from dataclasses import replace

import pytest

from translator.core.requirements.follow import follow
from translator.core.requirements.model import Draft, Edit, Origin, Source, SourceKind, Status
from translator.core.requirements.suspect import as_priced, changes_between, is_suspect, moved_since, rests_on
from translator.core.terms import Category, Priority
from translator.core.text import Span

WORDS = Source(kind=SourceKind.WORDS, ref="channel", text="by e-mail", span=Span(5, 14))
ANSWER = Source(kind=SourceKind.ANSWER, ref="people", text="How many people?: 5,000")
RULE = Source(kind=SourceKind.RULE, ref="send", text="People expect it.")
DRAFT = Draft(
    key="send", use_case=1, category=Category.FUNCTIONAL, sentence="The system shall send it.", plain="It is sent.",
    rationale="Because.", fit="Every time.", priority=Priority.MUST, origin=Origin.STATED, topic="sending",
    trace=(WORDS, ANSWER, RULE),
)  # fmt: skip
SEEN = Edit(
    key="send", use_case=1, category=Category.FUNCTIONAL, number=1, status=Status.ACCEPTED, rested_on=rests_on(DRAFT)
)


def line(draft=DRAFT, edit=SEEN):
    (found,) = follow((draft,) if draft else (), (edit,))
    return found


def with_source(source):
    return replace(DRAFT, trace=(source, ANSWER, RULE))


def test_a_draft_rests_on_its_words_its_answers_its_sentence_and_its_measure_and_on_no_rule():
    assert rests_on(DRAFT) == (
        "“by e-mail”", "How many people? 5,000", "It says: The system shall send it.", "Measured by: Every time.",
    )  # fmt: skip


def test_a_line_is_not_suspect_while_nothing_behind_it_changed():
    assert not line().suspect
    assert not line(with_source(replace(WORDS, span=Span(50, 59)))).suspect, "the words only moved"
    assert not line(with_source(replace(WORDS, text="By  e-mail"))).suspect, "capitals and blanks say nothing"
    assert not line(replace(DRAFT, rationale="For once.", plain="It goes out.")).suspect


def test_a_line_that_nobody_ever_looked_at_is_not_suspect():
    assert not line(with_source(replace(WORDS, text="by letter")), replace(SEEN, rested_on=None)).suspect


@pytest.mark.parametrize(
    ("draft", "went", "came"),
    [
        (with_source(replace(WORDS, text="by letter")), ("“by e-mail”",), ("“by letter”",)),
        (replace(DRAFT, fit="In 2 days."), ("Measured by: Every time.",), ("Measured by: In 2 days.",)),
        (
            replace(DRAFT, sentence="The system shall post it."),
            ("It says: The system shall send it.",), ("It says: The system shall post it.",),
        ),
        (replace(DRAFT, trace=(WORDS,)), ("How many people? 5,000",), ()),
    ],
    ids=["words", "measure", "sentence", "answer taken back"],
)  # fmt: skip
def test_a_line_is_suspect_when_something_behind_it_changed_and_says_what(draft, went, came):
    found = line(draft)
    assert found.suspect
    assert (found.changes.went, found.changes.came) == (went, came)
    assert is_suspect(replace(SEEN, last=draft)), "the queue says the same without drafting"


@pytest.mark.parametrize("status", [Status.DROPPED, Status.WITHDRAWN, Status.ADDED])
def test_what_stays_out_of_the_document_or_is_a_persons_own_is_never_suspect(status):
    edit = replace(SEEN, status=status, sentence="Mine.", last=replace(DRAFT, fit="In 2 days."))
    assert not line(None, edit).suspect
    assert not is_suspect(edit)


def test_a_line_that_a_shared_one_stands_for_leaves_the_mark_to_that_one():
    edit = replace(SEEN, covered_by="S-F-01", last=replace(DRAFT, fit="In 2 days."))
    assert not line(replace(DRAFT, fit="In 2 days."), edit).suspect
    assert not is_suspect(edit)


def test_a_source_of_another_use_case_says_which():
    assert rests_on(with_source(replace(WORDS, use_case=3)))[0] == "UC3: “by e-mail”"


def test_nothing_that_was_and_nothing_that_is_differ_in_nothing():
    assert changes_between((), ()) is None
    assert changes_between(None, ("a",)) is None


def test_an_option_knows_which_lines_changed_since_it_was_priced():
    priced = as_priced((line(),))
    assert moved_since(priced, (line(),)) == ()
    assert moved_since(priced, (line(with_source(replace(WORDS, text="by letter"))),)) == ("UC1-F-01",)
    reworded = replace(SEEN, status=Status.EDITED, sentence="The system shall sing.", based_on=DRAFT.sentence)
    assert moved_since(priced, (line(edit=reworded),)) == ("UC1-F-01",)
    assert moved_since({}, (line(),)) == (), "nobody knows what it was priced for"
