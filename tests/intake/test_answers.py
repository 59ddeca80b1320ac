"""Files of answers: checked against the bank, with the place and the question named in every refusal."""

import json

import pytest

from tests.factories import make_bank
from translator.core.answers import AnswerState
from translator.core.errors import InputError
from translator.intake import read_answers


def read(content, ids=("uc-7", "")):
    return read_answers(json.dumps(content).encode(), make_bank(), ids)


def test_answers_find_their_use_case_by_number_reference_or_id():
    for place in ("1", "UC1", "uc-7"):
        assert read({place: {"people": 5}}).use_cases[1].get("people").number == 5
    assert read({"2": {"people": 5}}).use_cases[2].get("people").number == 5


def test_numbers_take_their_unit_choices_their_ids_and_unknown_stays_unknown():
    sheet = read({"1": {"people": {"value": 40000, "unit": "people"}, "channels": ["email"], "retention": "unknown"}})
    answers = sheet.use_cases[1]
    assert (answers.get("people").number, answers.get("people").unit) == (40000, "people")
    assert answers.get("channels").values == ("email",)
    assert answers.get("retention").state is AnswerState.UNKNOWN


def test_the_project_has_its_own_answers():
    assert read({"project": {"languages": "German and English"}}).project.get("languages").values == (
        "German and English",
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"9": {}}, "“9”: there is no such use case"),
        ({"1": {"colour": "red"}}, "no question “colour”"),
        ({"1": {"languages": "German"}}, "a question to the project"),
        ({"project": {"people": 5}}, "a question to each use case"),
        ({"1": {"channels": ["fax"]}}, "“channels”: its answers are website, email"),
        ({"1": {"people": "many"}}, "it takes a number"),
        ({"1": {"people": True}}, "it takes a number"),
        ({"1": {"people": -1}}, "it takes a number"),
        ({"1": {"retention": {"value": 5, "unit": "fortnight"}}}, "its unit is one of day, month"),
        ({"project": {"languages": ""}}, "it takes a text"),
        ({"1": ["people"]}, "must look like"),
        ([], "must look like"),
    ],
)
def test_an_answer_that_cannot_be_used_names_its_place_and_question(content, said):
    with pytest.raises(InputError) as caught:
        read(content)
    assert said in caught.value.message


def test_a_file_that_is_not_json_is_refused():
    with pytest.raises(InputError, match="not JSON"):
        read_answers(b"{", make_bank(), ("",))
