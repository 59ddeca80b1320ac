"""Files of use cases: what each format gives, and what is refused with one plain sentence."""

import json

import pytest

from translator.core.errors import InputError
from translator.intake import read_use_cases


def titles(intake):
    return [case.title for case in intake.use_cases]


def test_a_markdown_heading_with_its_paragraphs_is_one_use_case():
    text = "# Ideas\n\n## Win back\nWrite to lapsed buyers.\n\nTwice at most.\n\n## Alerts ##\nTell sales.\n"
    intake = read_use_cases("ideas.md", text.encode())
    assert titles(intake) == ["Win back", "Alerts"]
    assert intake.use_cases[0].narrative == "Write to lapsed buyers.\n\nTwice at most."
    assert [case.number for case in intake.use_cases] == [1, 2]


def test_underlined_markdown_headings_count_and_code_fences_hide_signs():
    text = "Win back\n--------\nWrite.\n```\n# not a heading\n```\n"
    intake = read_use_cases("ideas.md", text.encode())
    assert titles(intake) == ["Win back"]
    assert "# not a heading" in intake.use_cases[0].narrative


def test_a_line_that_names_the_measure_of_success_becomes_the_measure():
    text = "# Win back\nWrite to lapsed buyers.\n**Measure of success:** 5 % come back\n"
    case = read_use_cases("a.md", text.encode()).use_cases[0]
    assert (case.measure, case.narrative) == ("5 % come back", "Write to lapsed buyers.")


def test_text_before_the_first_heading_is_left_out_and_said():
    intake = read_use_cases("a.md", b"Dear colleagues,\n\n# Win back\nWrite.\n")
    assert titles(intake) == ["Win back"]
    assert any("before the first heading" in notice for notice in intake.notices)


def test_plain_text_without_use_case_lines_is_one_use_case_titled_by_its_first_words():
    intake = read_use_cases("a.txt", b"We want to write to lapsed buyers every spring and autumn.\n\nTwice at most.")
    assert titles(intake) == ["We want to write to lapsed buyers every …"]
    assert intake.use_cases[0].narrative.endswith("Twice at most.")


def test_paragraphs_that_begin_with_use_case_start_one_each():
    text = "Use case 1: Win back\nWrite to lapsed buyers.\n\nTwice at most.\n\nUSE CASE 2\nTell sales."
    intake = read_use_cases("a.txt", text.encode())
    assert [case.narrative for case in intake.use_cases] == [
        "Write to lapsed buyers.\n\nTwice at most.",
        "Tell sales.",
    ]
    assert intake.use_cases[0].title == "Win back"


def test_lines_of_json_keep_their_ids_titles_and_texts():
    lines = [{"id": "uc-7", "text": "Tell sales."}, {"id": 8, "title": "Win back", "text": "Write."}]
    intake = read_use_cases("a.jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert intake.ids == ("uc-7", "8")
    assert titles(intake) == ["Tell sales.", "Win back"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('{"id": "1", "text": "a"}\n{oops', "Line 2 is not JSON"),
        ('{"id": "1"}', 'Line 1 has no "text"'),
        ('["a"]', 'Line 1 has no "text"'),
        ('{"id": ["x"], "text": "a"}', '"id" is not a text'),
        ('{"id": "1", "text": "a"}\n{"id": "1", "text": "b"}', "“1”"),
        ("[" * 100_000, "Line 1 is not JSON"),
    ],
)
def test_lines_of_json_that_cannot_be_used_are_named(lines, said):
    with pytest.raises(InputError) as caught:
        read_use_cases("a.jsonl", lines.encode())
    assert said in caught.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_in_any_usual_encoding_separator_and_order_of_columns(encoding, separator):
    rows = [["KPI", "Description", "Use case"], ["5 %", "Grüße an frühere Käufer schicken", "Zurück"]]
    data = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    case = read_use_cases("a.csv", data).use_cases[0]
    assert (case.title, case.narrative, case.measure) == ("Zurück", "Grüße an frühere Käufer schicken", "5 %")


def test_formulas_in_a_table_stay_text_and_are_mentioned():
    intake = read_use_cases("a.csv", b'title,text\n=1+1,"=HYPERLINK(""http://x"",""y"") write"\n')
    assert intake.use_cases[0].title == "=1+1"
    assert intake.use_cases[0].narrative.startswith("=HYPERLINK(")
    assert any("never calculated" in notice for notice in intake.notices)


def test_a_quoted_cell_may_hold_line_ends_and_separators():
    case = read_use_cases("a.csv", b'title;text\nWin back;"Write; then wait.\nWrite again."\n').use_cases[0]
    assert case.narrative == "Write; then wait.\nWrite again."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"colour,size\nred,1\n", "The first row must name the columns"),
        (b'title,text\na,"open\n', "quotation mark is open"),
        (b"title,text\n" + b"," * 1000 + b"\n", "more than 200 columns"),
        (b"title,text\n" + b"a,b\n" * 6000, "more than 5,000 rows"),
        (b"title,text\na," + b"x" * 140_000, "131,072"),
        (b"title,text\n", "no use case"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_in_one_sentence(data, said):
    with pytest.raises(InputError) as caught:
        read_use_cases("a.csv", data)
    assert said in caught.value.message


def test_characters_that_no_document_can_carry_are_removed_and_counted():
    intake = read_use_cases("a.txt", "Write\x00 to\x0b lapsed\ufffe buyers".encode())
    assert intake.use_cases[0].narrative == "Write to lapsed buyers"
    assert intake.notices == ("3 characters that no document can carry were removed.",)


def test_characters_spelled_out_in_json_are_removed_too():
    intake = read_use_cases("a.jsonl", b'{"id": "1", "text": "Write\\u0000 now \\ud800"}')
    assert intake.use_cases[0].narrative == "Write now"
    assert "2 characters" in intake.notices[0]


@pytest.mark.parametrize("text", ["אנו רוצים לכתוב ללקוחות", "Write 🎉 to 👩‍👩‍👧 buyers", "é" * 20_000])
def test_right_to_left_emoji_and_long_texts_come_through_unchanged(text):
    assert read_use_cases("a.txt", text.encode()).use_cases[0].narrative == text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "no use case"),
        ("a.md", b"# Only a title\n", "no use case"),
        ("a.txt", b"%PDF-1.7 ...", "not a text file"),
        ("a.md", b"PK\x03\x04...", "not a text file"),
        ("a.xlsx", b"PK\x03\x04...", "Files end in .md, .txt, .jsonl, .csv, .docx"),
        ("noending", b"text", "Files end in"),
        ("a.txt", b"x" * (10 * 2**20 + 1), "larger than 10 MB"),
        ("a.txt", b"\xff\xfea\x00b", "cut off"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(name, data, said):
    with pytest.raises(InputError) as caught:
        read_use_cases(name, data)
    assert said in caught.value.message
    assert "\n" not in caught.value.message


def test_one_word_is_a_use_case():
    assert read_use_cases("a.txt", b"Newsletter").use_cases[0].title == "Newsletter"
