"""Rewrites: what the check would write instead, ready to be taken over with one click."""

import pytest

from translator.content.load import load_bank
from translator.core.quality.sentence import check_sentence

WORDS = load_bank().quality
FIT = "A test shows 5 of 5 cases."


def rewritten(sentence):
    return [
        (f.code, rewrite.applied(sentence), rewrite.second)
        for f in check_sentence(sentence, FIT, WORDS)
        for rewrite in f.rewrites
    ]


@pytest.mark.parametrize(
    ("sentence", "code", "better"),
    [
        ("The system should send a letter.", "modal", "The system shall send a letter."),
        ("The system must send a letter.", "modal", "The system shall send a letter."),
        ("The system shall, where possible, send a letter.", "escape", "The system shall send a letter."),
        ("Where possible, the system shall send a letter.", "escape", "The system shall send a letter."),
        ("The system shall send a letter if needed.", "escape", "The system shall send a letter."),
        ("The system shall be able to send a letter.", "superfluous", "The system shall send a letter."),
        ("The system shall be capable of storing 5 letters.", "superfluous", "The system shall store 5 letters."),
        ("The system shall allow users to sort the list.", "superfluous", "The system shall let users sort the list."),
        ("The letter shall be sent by the supplier.", "passive", "The supplier shall send the letter."),
        ("The letter shall be sent to each guest.", "passive", "The system shall send the letter to each guest."),
        (
            "When a guest leaves, the letter shall not be stored in the archive by the system.",
            "passive",
            "When a guest leaves, the system shall not store the letter in the archive.",
        ),
        ("The user shall be able to sort the list.", "subject", "The system shall let the user sort the list."),
        (
            "When an order is paid, the customer shall receive an e-mail.",
            "subject",
            "When an order is paid, the system shall send the customer an e-mail.",
        ),
        (
            "The system shall not send a letter unless the guest agreed.",
            "double-no",
            "The system shall send a letter only if the guest agreed.",
        ),
        ("The system shall show any order.", "any", "The system shall show each order."),
        ("The system shall answer in 2 seconds.", "moment", "The system shall answer within 2 seconds."),
        ("The system shall answer within 2,5 seconds.", "decimal", "The system shall answer within 2.5 seconds."),
        ("The system shall hold 40.000 records.", "decimal", "The system shall hold 40,000 records."),
        ("The system shall answer within 5 mins.", "short-form", "The system shall answer within 5 minutes."),
        ("The system shall send the the letter.", "slip", "The system shall send the letter."),
    ],
)
def test_a_fault_that_can_be_mended_is_mended(sentence, code, better):
    assert (code, better, "") in rewritten(sentence)


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("System shall send a letter", "The system shall send a letter."),
        ("A system should send a letter.", "The system shall send a letter."),
        ("Send a letter to each guest", "The system shall send a letter to each guest."),
        ("We want to send a letter to each guest.", "The system shall send a letter to each guest."),
        ("It should be possible to export the list.", "The system shall let users export the list."),
        ("Users can filter the list by city.", "The system shall let users filter the list by city."),
        (
            "If a picture is missing, the system shall show the standard picture.",
            "If a picture is missing, then the system shall show the standard picture.",
        ),
        (
            "Once an order is paid, the system shall send a letter.",
            "When an order is paid, the system shall send a letter.",
        ),
        (
            "As soon as a basket is abandoned the system must send a letter",
            "When a basket is abandoned, the system shall send a letter.",
        ),
        (
            "When an order is paid the system shall send a letter.",
            "When an order is paid, the system shall send a letter.",
        ),
        (
            "In case a picture is missing, the system will show the standard picture.",
            "If a picture is missing, then the system shall show the standard picture.",
        ),
        (
            "During a sale, the system shall hide the banner.",
            "While a sale, the system shall hide the banner.",
        ),
    ],
)
def test_a_sentence_in_no_shape_is_asked_whether_it_meant_one(sentence, meant):
    assert ("shape", meant, "") in rewritten(sentence)


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        (
            "When a guest leaves, the system shall send a letter and shall store the letter.",
            "When a guest leaves, the system shall send a letter.",
            "When a guest leaves, the system shall store the letter.",
        ),
        (
            "The system shall send a letter and the supplier shall keep a copy.",
            "The system shall send a letter.",
            "The supplier shall keep a copy.",
        ),
        (
            "The system shall send a letter; the system shall store the letter.",
            "The system shall send a letter.",
            "The system shall store the letter.",
        ),
        (
            "The system shall send a letter and also count the letter.",
            "The system shall send a letter.",
            "The system shall count the letter.",
        ),
    ],
)
def test_two_duties_become_two_lines(sentence, first, second):
    assert ("several", first, second) in rewritten(sentence)


def test_a_second_verb_is_a_second_duty_and_a_list_of_verbs_is_not():
    sentence = "When a guest leaves, the system shall send a letter and keep a copy."
    assert (
        "several",
        "When a guest leaves, the system shall send a letter.",
        "When a guest leaves, the system shall keep a copy.",
    ) in rewritten(sentence)
    for single in (
        "The system shall let users change and delete a message.",
        "The system shall let users move, pause and cancel a run.",
        "The system shall show a page where guests read and sign the contract.",
    ):
        assert rewritten(single) == [], single


def test_a_slash_is_offered_as_and_and_as_or():
    better = [sentence for _, sentence, _ in rewritten("The system shall send the e-mail/letter.")]
    assert better == ["The system shall send the e-mail and letter.", "The system shall send the e-mail or letter."]
    assert [s for _, s, _ in rewritten("The system shall send e-mails and/or letters.")] == [
        "The system shall send e-mails and letters.",
        "The system shall send e-mails or letters.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The system shall answer quickly.",
        "The system shall send letters, calls, etc.",
        "The system shall always answer.",
        "The system shall answer within 5.",
        "The system may send a letter.",
        "Offers on the homepage.",
    ],
)
def test_where_only_a_person_knows_nothing_is_offered(sentence):
    assert check_sentence(sentence, FIT, WORDS)
    assert rewritten(sentence) == []


def test_quoted_words_are_never_touched():
    (found,) = rewritten("The system should say “Dear  guest , if possible”.")
    assert found[1] == "The system shall say “Dear  guest , if possible”."


def test_a_rewritten_sentence_has_lost_its_fault():
    for sentence in ("The system shall be able to send it.", "The letter shall be sent, where possible, to the guest."):
        for code, better, _ in rewritten(sentence):
            assert code not in [f.code for f in check_sentence(better, FIT, WORDS)]
