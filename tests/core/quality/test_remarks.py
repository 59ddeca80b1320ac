"""Remarks: what people hear about a line that they wrote or edited."""

from translator.content.load import load_bank
from translator.core.quality.names import Explained
from translator.core.quality.remarks import MOST, Offer, remarks_on, remarks_on_words
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


def test_words_that_are_gone_come_first_and_small_matters_last():
    poor = line("It should be fast, easy and/or nice (etc.)", plain="It sends a letter.", words_gone=("e-mail",))
    found = remarks_on(poor, WORDS)
    assert len(found) > MOST
    assert "“e-mail”" in found[0].why
    assert found[1].why.endswith("still describe the old sentence.")
    assert found[2].code == "shape"


def test_a_remark_names_its_rule_and_what_the_fault_takes_away():
    (remark,) = remarks_on(line("The system shall send letters as needed."), WORDS)
    assert (remark.rule, remark.hurts) == ("INCOSE GtWR v4 R8", "verifiable")
    assert remark.offers == (Offer(sentence="The system shall send letters."),)


def test_two_duties_are_offered_as_two_lines():
    (remark,) = remarks_on(line("The system shall send letters and shall count the letters."), WORDS)
    assert remark.offers == (
        Offer(sentence="The system shall send letters.", second="The system shall count the letters."),
    )


def test_nothing_is_offered_that_would_bring_a_new_fault():
    for sentence in (
        "Letters/calls shall be sent by the system.",
        "Should be easy, where possible, and/or quick; please call it (soon) in 5",
        "The system shall be able to send it and shall stop.",
    ):
        before = {r.code for r in remarks_on_words(sentence, "A test.", WORDS)}
        for remark in remarks_on_words(sentence, "A test.", WORDS):
            for offer in remark.offers:
                for words in filter(None, (offer.sentence, offer.second)):
                    after = {r.code for r in remarks_on_words(words, "A test.", WORDS)}
                    assert after <= before - {remark.code}, offer


def test_a_term_is_judged_where_the_glossary_is_known():
    named = line("The system shall show the CLV.")
    assert remarks_on(named, WORDS) == ()
    assert [r.where for r in remarks_on(named, WORDS, Explained())] == ["“CLV”"]
    assert remarks_on(named, WORDS, Explained(frozenset({"clv"}))) == ()


def test_what_is_out_of_the_document_gets_no_remark():
    assert remarks_on(line("Letters should be nice", status=Status.DROPPED), WORDS) == ()
