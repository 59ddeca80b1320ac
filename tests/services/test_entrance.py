"""The entrance for texts: what is taken out, what is refused, and that all reasons are told at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.services.entrance import Entrance
from translator.services.errors import InputErrors


def test_a_line_has_no_line_ends_and_no_blanks_around_it():
    assert Entrance().line("name", "  Spring\t\r\n offers ") == "Spring offers"


def test_a_text_keeps_its_blanks_and_lines():
    assert Entrance().text("narrative", " a\r\n\tb \rc") == " a\n\tb \nc"


def test_what_was_taken_out_is_counted_over_all_fields():
    entrance = Entrance()
    assert entrance.line("name", "a\x1fb\x00") == "ab"
    assert entrance.text("narrative", "\ufffe\ud800") == ""
    assert entrance.removed == 4


def test_every_reason_is_told_at_once_and_in_the_order_of_the_page():
    entrance = Entrance()
    entrance.line("name", "x" * 201)
    entrance.text("objective", "fine")
    entrance.text("narrative", " \x00 ", needed="Write a sentence or two.")
    with pytest.raises(InputErrors) as refused:
        entrance.check()
    assert [(e.field, e.message) for e in refused.value.errors] == [
        ("name", "Use at most 200 characters here; this text has 201."),
        ("narrative", "Write a sentence or two."),
    ]


def test_the_limit_counts_what_is_kept():
    entrance = Entrance()
    assert entrance.text("measure", "ab\x00\x00", limit=2) == "ab"
    entrance.check()


@given(st.text(st.characters(codec=None), max_size=80))
def test_whatever_comes_in_can_be_stored_and_cleaning_it_again_changes_nothing(typed):
    entrance = Entrance()
    text = entrance.text("narrative", typed)
    text.encode("utf-8")
    assert "\x00" not in text
    assert Entrance().text("narrative", text) == text
    assert entrance.removed == len(typed.replace("\r\n", "\n")) - len(text)
