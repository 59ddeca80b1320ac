"""Remarks: what people hear about a line that they wrote or edited."""

from translator.content.load import load_bank
from translator.core.quality.remarks import MOST, remarks_on
from translator.core.requirements.model import Origin, Requirement, Status
from translator.core.terms import Category, Priority

WORDS = load_bank().quality


def line(sentence, status=Status.EDITED, **over):
    plain = {
        "id": "UC1-F-01", "key": "send", "use_case": 1, "category": Category.FUNCTIONAL, "sentence": sentence,
        "plain": "New words.", "rationale": "", "fit": "In a test, 95 of 100 arrive.", "priority": Priority.MUST,
        "origin": Origin.STATED, "topic": "", "trace": (), "status": status,
        "draft_sentence": "The system shall send a letter.", "draft_plain": "It sends a letter.",
        "draft_fit": "A test shows it.",
    }  # fmt: skip
    return Requirement(**{**plain, **over})


def test_a_good_sentence_of_ones_own_gets_no_remark():
    assert remarks_on(line("The system shall send two letters."), WORDS) == ()


def test_a_vague_word_is_shown_with_why_and_what_to_do():
    (remark,) = remarks_on(line("The system shall send letters in a user-friendly way."), WORDS)
    assert remark.where == "“user-friendly”"
    assert remark.why.endswith(".")
    assert remark.suggestion


def test_a_line_added_by_hand_is_checked_like_an_edited_one():
    assert remarks_on(line("Letters should be nice", status=Status.ADDED), WORDS)


def test_a_drafted_line_gets_no_remark():
    assert remarks_on(line("Letters should be nice", status=Status.DRAFTED), WORDS) == ()


def test_plain_words_and_measure_left_from_the_draft_are_noticed():
    left = line("The system shall send two letters.", plain="It sends a letter.", fit="A test shows it.")
    assert [r.why for r in remarks_on(left, WORDS)] == [
        "The plain words and the measure still describe the old sentence."
    ]


def test_one_part_left_from_the_draft_is_named_alone():
    left = line("The system shall send two letters.", fit="A test shows it.")
    assert [r.why for r in remarks_on(left, WORDS)] == ["The measure still describes the old sentence."]


def test_nobody_is_shown_more_than_three():
    poor = line("It should be fast, easy and/or nice (etc.)", plain="It sends a letter.", words_gone=("e-mail",))
    found = remarks_on(poor, WORDS)
    assert len(found) == MOST
    assert "“e-mail”" in found[0].why


def test_what_is_out_of_the_document_gets_no_remark():
    assert remarks_on(line("Letters should be nice", status=Status.DROPPED), WORDS) == ()
