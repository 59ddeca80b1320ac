"""Use cases that contradict themselves: an age that no form asks for, a result before its time."""

import pytest
from use_cases_together import MESSAGE, said

from translator.content.load import load_bank
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import translate
from translator.core.project import Project
from translator.core.text import UseCase

FORM = {"outcome": ("message", "form")}
START = {"go_live": ("1 October 2027, before the winter",)}


def found(text="Write to them.", project=None, **answers):
    """Return the conflicts of one use case."""
    case = UseCase(number=1, title="", narrative=text)
    work = Work(use_case=case, answers=said(**{**MESSAGE, **answers}))
    dossier = Dossier(project=Project(name="P"), works=(work,), answers=said(**(project or {})))
    return [c for c in translate(load_bank(), dossier).conflicts if c.clash.id in ("unasked_age", "result_days")]


@pytest.mark.parametrize("fields", ["E-mail address and size; no date of birth", "Name and telephone number"])
def test_leaving_out_the_young_with_a_form_that_asks_no_age_is_a_conflict(fields):
    (conflict,) = found(**FORM, leave_out=("minors",), form_fields=(fields,))
    assert conflict.name == "An age that nobody asks for"
    assert {p.words for p in conflict.positions} == {
        "leaves out: Children and young people",
        f"its form asks: {fields}",
    }


def test_a_minimum_age_of_the_text_counts_as_leaving_out_the_young():
    (conflict,) = found("Only guests over 18 may join.", **FORM, form_fields=("Name and e-mail address",))
    assert any("over 18" in p.quote for p in conflict.positions)


@pytest.mark.parametrize("fields", ["Name and date of birth", "No telephone number, but the age"])
def test_a_form_that_asks_the_age_is_no_conflict(fields):
    assert found(**FORM, leave_out=("minors",), form_fields=(fields,)) == []


def test_a_form_without_an_age_is_no_conflict_where_nobody_is_left_out_by_it():
    assert found(**FORM, leave_out=("staff",), form_fields=("Name and e-mail address",)) == []


@pytest.mark.parametrize(
    "target", ["90% by 30 November 2027", "200 more by 1 March 2027", "A third by end of June 2027"]
)
def test_a_result_wanted_before_or_right_after_the_start_is_a_conflict(target):
    (conflict,) = found(project=START, measure=("Bookings",), target=(target,))
    assert [p.place for p in conflict.positions] == ["The project", "UC1"]
    assert conflict.positions[0].words == "starts on 1 October 2027"


@pytest.mark.parametrize("target", ["22% within a year", "22% by 1 October 2028", "22% by the end of 2028"])
def test_a_result_that_leaves_time_to_count_is_no_conflict(target):
    assert found(project=START, measure=("Bookings",), target=(target,)) == []
