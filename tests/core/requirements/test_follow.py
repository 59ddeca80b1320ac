"""Following: numbers are given once, a person's words are kept, and nothing changes unseen."""

from dataclasses import replace

from translator.core.requirements.follow import follow, number
from translator.core.requirements.model import (
    Draft,
    Edit,
    Feasibility,
    Origin,
    Source,
    SourceKind,
    Status,
    Verdict,
)
from translator.core.terms import Category, Priority


def line(key, category=Category.FUNCTIONAL, sentence="The system shall send {}.", use_case=2):
    return Draft(
        key=key,
        use_case=use_case,
        category=category,
        sentence=sentence.format(key),
        plain="It sends.",
        rationale="For a reason.",
        fit="A test shows it.",
        priority=Priority.MUST,
        origin=Origin.STATED,
        topic="topic",
        trace=(Source(kind=SourceKind.WORDS, ref="channel", text="email"),),
    )


A, B, C = line("a"), line("b", Category.DATA), line("c")


def ids(drafts, edits=()):
    return [r.id for r in follow(drafts, edits)]


def edited(edits, key, **over):
    return tuple(replace(e, **over) if e.key == key else e for e in edits)


def only(rows, key):
    return next(r for r in rows if r.key == key)


def test_functional_comes_before_data_before_infrastructure_and_then_the_number():
    drafts = (line("x", Category.INFRASTRUCTURE), B, C, A)
    assert ids(drafts) == ["UC2-F-01", "UC2-F-02", "UC2-D-01", "UC2-I-01"]


def test_a_requirement_of_no_use_case_carries_an_s():
    assert ids((line("a", use_case=None),)) == ["S-F-01"]


def test_a_new_line_gets_the_next_number_and_the_others_keep_theirs():
    first = number((A, C), ())
    second = number((line("new"), A, C), first)
    assert [(e.key, e.number) for e in second] == [("a", 1), ("c", 2), ("new", 3)]


def test_numbering_twice_changes_nothing():
    once = number((A, B, C), ())
    assert number((A, B, C), once) == once


def test_the_number_of_a_line_that_has_gone_is_never_given_again():
    gone = number((A,), number((A, C), ()))
    later = number((A, line("new")), gone)
    assert [(e.key, e.number, e.status) for e in later] == [
        ("a", 1, Status.DRAFTED),
        ("c", 2, Status.WITHDRAWN),
        ("new", 3, Status.DRAFTED),
    ]


def test_a_withdrawn_line_leaves_the_document_and_comes_back_with_its_id():
    gone = number((A,), number((A, C), ()))
    row = only(follow((A,), gone), "c")
    assert (row.id, row.live, row.sentence) == ("UC2-F-02", False, C.sentence)
    back = only(follow((A, C), gone), "c")
    assert (back.id, back.live, back.status) == ("UC2-F-02", True, Status.DRAFTED)


def test_a_withdrawn_line_shows_the_last_draft_that_is_remembered():
    gone = edited(number((A,), number((A, C), ())), "c", last=C)
    row = only(follow((A,), gone), "c")
    assert (row.fit, row.rationale, row.trace) == (C.fit, C.rationale, C.trace)


def test_a_line_that_nobody_touched_follows_the_text():
    edits = number((A,), ())
    changed = replace(A, sentence="The system shall send two.")
    row = only(follow((changed,), edits), "a")
    assert (row.sentence, row.source_changed) == ("The system shall send two.", False)


def test_an_edited_sentence_is_kept_and_says_that_the_source_changed():
    edits = edited(
        number((A,), ()),
        "a",
        status=Status.EDITED,
        sentence="The system shall send one.",
        based_on=A.sentence,
        person="Ann",
    )
    same = only(follow((A,), edits), "a")
    assert (same.sentence, same.draft_sentence, same.source_changed) == (
        "The system shall send one.",
        A.sentence,
        False,
    )
    changed = only(follow((replace(A, sentence="The system shall send two."),), edits), "a")
    assert (changed.sentence, changed.draft_sentence, changed.source_changed) == (
        "The system shall send one.",
        "The system shall send two.",
        True,
    )


def test_an_edited_sentence_survives_being_withdrawn():
    edits = edited(number((A, C), ()), "c", status=Status.EDITED, sentence="My own words.", based_on=C.sentence)
    gone = number((A,), edits)
    assert only(follow((A,), gone), "c").status is Status.WITHDRAWN
    back = only(follow((A, C), gone), "c")
    assert (back.status, back.sentence) == (Status.EDITED, "My own words.")


def test_an_edit_of_the_priority_alone_lets_the_sentence_follow():
    edits = edited(number((A,), ()), "a", status=Status.EDITED, priority=Priority.COULD)
    row = only(follow((replace(A, sentence="The system shall send two."),), edits), "a")
    assert (row.priority, row.sentence) == (Priority.COULD, "The system shall send two.")


def test_a_dropped_line_stays_dropped_whatever_the_text_does():
    dropped = edited(number((A, C), ()), "c", status=Status.DROPPED)
    assert only(follow((A,), dropped), "c").status is Status.DROPPED
    assert only(follow((A, C), number((A,), dropped)), "c").status is Status.DROPPED


def test_a_line_written_by_hand_needs_no_draft():
    hand = Edit(
        key="hand:1",
        use_case=2,
        category=Category.FUNCTIONAL,
        number=2,
        status=Status.ADDED,
        sentence="The system shall sing.",
        fit="A test shows it.",
        rationale="Because.",
        person="Ann",
    )
    row = only(follow((A,), (*number((A,), ()), hand)), "hand:1")
    assert (row.id, row.sentence, row.live, row.source_changed) == ("UC2-F-02", "The system shall sing.", True, False)
    assert [(s.kind, s.ref) for s in row.trace] == [(SourceKind.PERSON, "Ann")]


def test_a_persons_edit_joins_the_trace():
    edits = edited(number((A,), ()), "a", status=Status.EDITED, sentence="Mine.", person="Ann")
    assert [s.kind for s in only(follow((A,), edits), "a").trace] == [SourceKind.WORDS, SourceKind.PERSON]


def test_its_word_is_stale_once_the_sentence_is_another():
    word = Feasibility(verdict=Verdict.YES, about=A.sentence)
    edits = edited(number((A,), ()), "a", feasibility=word)
    assert not only(follow((A,), edits), "a").review_stale
    assert only(follow((replace(A, sentence="The system shall send two."),), edits), "a").review_stale


def test_two_use_cases_count_for_themselves():
    assert ids((line("a"), line("a", use_case=3))) == ["UC2-F-01", "UC3-F-01"]
