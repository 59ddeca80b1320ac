"""Word files of use cases: real ones made by python-docx, and hostile ones made by hand."""

import io
import zipfile

import docx
import pytest

from translator.core.errors import InputError
from translator.intake import read_use_cases

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def real_file(*paragraphs):
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def types(main=MAIN):
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def package(body="<w:p><w:r><w:t>Write.</w:t></w:r></w:p>", content_types=None, doctype="", **members):
    parts = {
        "[Content_Types].xml": content_types or types(),
        "word/document.xml": f'{doctype}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        **members,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def text_of(data):
    return read_use_cases("a.docx", data).use_cases[0].narrative


def refusal(data):
    with pytest.raises(InputError) as caught:
        read_use_cases("a.docx", data)
    return caught.value.message


def test_a_heading_with_its_paragraphs_is_one_use_case():
    data = real_file(
        ("Ideas", "Title"),
        ("Win back", "Heading 1"),
        ("Write to lapsed buyers.", None),
        ("at most twice", "List Bullet"),
        ("Measure of success: 5 % come back", None),
        ("Alerts", "Heading 2"),
        ("Tell sales.", None),
    )
    intake = read_use_cases("a.docx", data)
    assert [case.title for case in intake.use_cases] == ["Win back", "Alerts"]
    assert intake.use_cases[0].narrative == "Write to lapsed buyers.\n\n- at most twice"
    assert intake.use_cases[0].measure == "5 % come back"


def test_a_word_file_without_headings_is_read_like_plain_text():
    assert (
        text_of(real_file(("Write to lapsed buyers.", None), ("Twice.", None))) == "Write to lapsed buyers.\n\nTwice."
    )


def test_tracked_insertions_count_and_deletions_do_not():
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Write </w:t></w:r><w:ins><w:r><w:t>twice</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>daily</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>"
    )
    assert text_of(package(body)) == "Write twice"


def test_content_controls_tables_and_links_count_and_field_codes_do_not():
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:tbl><w:tr><w:tc><w:p><w:hyperlink><w:r><w:t>In a cell.</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr>"
        "</w:tbl>"
        "<w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r><w:r><w:t>End.</w:t></w:r></w:p>"
    )
    assert text_of(package(body)) == "In a control.\n\nIn a cell.\n\nEnd."


def test_a_file_that_is_no_word_file_is_refused():
    for data in (b"", b"%PDF-1.7", b"<html>", b"MZ\x90\x00", b"\xd0\xcf\x11\xe0"):
        assert "not a Word file" in refusal(data)
    assert "not a Word file" in refusal(package(content_types=types("application/vnd.ms-excel.main+xml")))
    assert "damaged" in refusal(b"PK\x03\x04 and then nothing")


def test_a_cut_off_file_is_refused():
    data = real_file(("Write.", None))
    assert "damaged" in refusal(data[: len(data) // 2])


def test_document_type_declarations_are_refused_in_any_encoding():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    assert "document type declaration" in refusal(package(doctype=laughs))
    external = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'
    assert "document type declaration" in refusal(package(doctype=external))
    hidden = f'<?xml version="1.0" encoding="UTF-16"?>{laughs}<w:document xmlns:w="{W}"/>'.encode("utf-16")
    assert "document type declaration" in refusal(package(**{"word/document.xml": hidden}))


def test_a_file_that_would_unpack_to_too_much_is_refused():
    assert "too large" in refusal(package(f"<w:p><w:r><w:t>{'a' * (11 * 2**20)}</w:t></w:r></w:p>"))
    assert "too large" in refusal(package(**{f"word/part{n}.xml": "" for n in range(2_001)}))
    assert "too large" in refusal(package("<w:p>" * 200 + "</w:p>" * 200))
    assert "larger than 10 MB" in refusal(b"PK\x03\x04" + b"0" * (10 * 2**20))


def test_a_million_and_a_half_elements_are_refused_while_reading(monkeypatch):
    monkeypatch.setattr("translator.intake.safe_office._MOST_ELEMENTS", 1_000)
    assert "too large" in refusal(package("<w:p/>" * 1_001))


def test_members_that_lead_out_of_the_file_are_refused():
    for name in ("../evil.xml", "/etc/passwd", "word\\evil.xml", "C:/evil.xml"):
        assert "damaged" in refusal(package(**{name: "x"}))


def test_two_members_of_one_name_are_refused():
    buffer = io.BytesIO(package())
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", "<other/>")
    assert "damaged" in refusal(buffer.getvalue())


def test_macros_and_passwords_are_refused_with_the_way_out():
    assert "macros" in refusal(package(**{"word/vbaProject.bin": "x"}))
    data = bytearray(package())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "password" in refusal(bytes(data))
