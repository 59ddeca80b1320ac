"""The Word file as python-docx opens it: what a reader finds there, and what Word needs to find."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree

from tests.factories import make_specification
from translator.core.specification.model import Bullets, Fact, Paragraph, Prose, Run, Section
from translator.export.outline import contents, outline
from translator.export.to_docx import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def only(spec, *blocks):
    return replace(spec, sections=(Section(anchor="one", title="One", blocks=blocks),))


def opened(spec):
    return docx.Document(io.BytesIO(to_docx(spec)))


def texts(document, style):
    return [p.text for p in document.paragraphs if p.style.name == style]


def cells(word):
    return [cell.text for table in word.tables for row in table.rows for cell in row.cells]


def test_the_title_page_says_the_title_the_status_the_facts_and_what_is_missing(spec, word):
    assert texts(word, "Title") == [spec.title]
    assert texts(word, "Subtitle") == [spec.subtitle]
    assert spec.missing
    assert [text for text in texts(word, "List Bullet") if text in spec.missing] == list(spec.missing)
    assert any(spec.status in text for text in texts(word, "Body Text"))
    for label, value, _ in spec.facts:
        assert label in cells(word)
        assert value in cells(word)


def test_headings_use_word_s_own_styles_and_one_numbering(spec, word):
    chapters = [h.section.title for h in outline(spec) if h.level == 1]
    assert texts(word, "Heading 1") == chapters
    numbers = {word.styles[f"Heading {n}"].element.pPr.numPr.numId.val for n in range(1, 5)}
    levels = [word.styles[f"Heading {n}"].element.pPr.numPr.ilvl for n in range(1, 5)]
    assert numbers == {1}
    assert [level.val for level in levels] == [0, 1, 2, 3]


def test_only_built_in_styles_are_used(word, word_xml):
    known = {style.style_id for style in word.styles}
    used = set(re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', word_xml))
    assert used <= known
    default = {style.name for style in docx.Document().styles} | {"toc 1", "toc 2", "toc 3", "Hyperlink"}
    assert {style.name for style in word.styles} <= default


def test_every_requirement_and_every_trace_is_in_the_document(spec, word):
    found = set(cells(word))
    requirements = spec.data["requirements"]
    assert len(requirements) == 41
    for requirement in requirements:
        assert requirement["id"] in found
        for source in requirement["trace"]:
            named = "Standard: rule " if source["kind"] == "rule" else source["text"]
            assert any(named in text for text in found)


def test_every_requirement_table_row_is_linked_from_the_trace(spec, word_xml):
    links = set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', word_xml))
    targets = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', word_xml)
    assert links <= set(targets)
    for requirement in spec.data["requirements"]:
        name = re.sub(r"\W", "_", requirement["id"])
        assert any(link.endswith(name) for link in links)


def test_bookmarks_have_unique_names_and_ids_of_a_length_that_word_takes(word_xml):
    bookmarks = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"', word_xml)
    assert len({number for number, _ in bookmarks}) == len(bookmarks)
    assert len({name for _, name in bookmarks}) == len(bookmarks)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for _, name in bookmarks)


def test_the_contents_hold_a_real_entry_for_every_chapter_with_a_page_that_is_worked_out_on_opening(
    spec, word, word_xml
):
    listed = contents(outline(spec))
    assert [h.number for h in listed if h.level == 1] == [h.number for h in outline(spec) if h.level == 1]
    entries = [p.text for p in word.paragraphs if p.style.name.startswith("toc ")]
    assert [entry.split("\t")[:2] for entry in entries] == [[h.number, h.section.title] for h in listed]
    assert all(entry.split("\t")[2].isdecimal() for entry in entries)
    page = 'w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF '
    assert word_xml.count(page) == len(listed)


def test_fields_are_closed_and_of_harmless_kinds_only(word_xml):
    kinds = {text.split()[0] for text in re.findall(r"<w:instrText[^>]*>([^<]*)<", word_xml)}
    assert kinds <= {"PAGEREF", "SEQ", "REF"}
    assert word_xml.count('fldCharType="begin"') == word_xml.count('fldCharType="end"')


def test_tables_have_captions_numbered_in_order_and_head_rows_that_repeat(word):
    captions = [text for text in texts(word, "Caption") if text.startswith("Table ")]
    assert [int(text.split()[1]) for text in captions] == list(range(1, len(captions) + 1))
    data = [table for table in word.tables if table.style.name in ("Light List Accent 1", "Table Grid")]
    assert len(data) == len(captions)
    for table in data:
        assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
        assert all(row._tr.trPr.find(f"{W}cantSplit") is not None for row in table.rows[2:])


def test_evidence_is_highlighted_in_the_marketer_s_own_words(word):
    quotes = [p for p in word.paragraphs if p.style.name == "Quote" and "loan calculator" in p.text]
    marked = [r.text for r in quotes[0].runs if r._r.rPr is not None and r._r.rPr.find(f"{W}shd") is not None]
    assert "leaves the loan calculator" in marked
    assert "open complaint" in marked


def test_header_and_footer_say_project_status_date_and_page(spec, word):
    section = word.sections[0]
    assert section.header.paragraphs[0].text == f"{spec.title}\t{spec.status}"
    footer = section.footer._element.xml
    assert "Page " in footer
    assert " NUMPAGES " in footer
    assert "21\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026" in section.footer.paragraphs[0].text
    assert section.different_first_page_header_footer
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_properties_say_what_the_file_is(spec, word):
    properties = word.core_properties
    assert (properties.title, properties.content_status, properties.language) == (spec.title, spec.status, "en-GB")
    assert properties.created.date().isoformat() == spec.prepared_on


def test_charts_have_text_alternatives_and_stand_beside_their_figures(word_xml):
    alternatives = re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', word_xml)
    assert len(alternatives) == 2
    assert "budget of" in alternatives[0]


def test_both_sides_have_a_place_to_sign(word):
    last = [cell.text for row in word.tables[-1].rows for cell in row.cells]
    assert last[0] == "For marketing"
    assert last[2] == "For IT"
    assert "Name: Ada Berg" in last
    assert last.count("Signature:") == 2


def test_equal_documents_are_equal_files(spec, word_bytes):
    assert to_docx(spec) == word_bytes


AWKWARD = [
    "\x00\x01\x0b\x1f\ufffe\uffff control",
    "lone \ud800 surrogate",
    "]]> &amp; <w:t>&lt;/w:t> \"quoted\" 'x'",
    "שלום עולם, العربية",
    "🎉 👩‍👩‍👧 emoji",
    "{{ 7*7 }} {% for x in y %} ${x} %s {0}",
    '=HYPERLINK("http://x") <script>alert(1)</script>',
    "tab\there, line\nthere",
    "x" * 20_000,
    " ",
]


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_texts_break_no_word_file(spec, text):
    blocks = (Prose(text), Prose(text, "quote", ((0, min(2, len(text))),)), Bullets(((Run(text=text),),)))
    awkward = replace(only(spec, *blocks), title=text or "x", missing=(text,), facts=(Fact(text, text),))
    data = to_docx(awkward)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    legal = re.sub("[\x00-\x08\x0b\x1f\ufffe\uffff\ud800]", "", text)
    assert legal.strip() in "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)


def test_right_to_left_paragraphs_run_right_to_left(spec):
    document = opened(only(spec, Prose("שלום עולם"), Prose("Hello")))
    first, second = (p for p in document.paragraphs if p.text in ("שלום עולם", "Hello"))
    assert first._p.pPr.find(f"{W}bidi") is not None
    assert second._p.pPr.find(f"{W}bidi") is None


def test_markdown_becomes_runs_lists_and_links(spec):
    markdown = "Both **strong** and *soft*.\n\n- one\n- two\n\n3. three\n4. four\n\n[site](https://example.org) end"
    document = opened(only(spec, Prose(markdown)))
    first = next(p for p in document.paragraphs if p.text == "Both strong and soft.")
    assert [r.text for r in first.runs if r.bold] == ["strong"]
    assert [r.text for r in first.runs if r.italic] == ["soft"]
    assert [t for t in texts(document, "List Bullet") if t in ("one", "two")] == ["one", "two"]
    assert texts(document, "List Number") == ["three", "four"]
    link = next(p for p in document.paragraphs if p.text == "site end").hyperlinks[0]
    assert link.address == "https://example.org"


def test_each_numbered_list_begins_where_its_author_began_it(spec):
    data = to_docx(only(spec, Prose("1. a\n2. b"), Prose("5. e\n6. f")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        numbering = archive.read("word/numbering.xml").decode()
    assert re.findall(r'<w:startOverride w:val="(\d+)"/>', numbering) == ["1", "5"]


def test_headings_in_people_s_markdown_are_bold_lines_and_never_sections(spec):
    document = opened(only(spec, Prose("# Not a chapter\n\nText.")))
    assert texts(document, "Heading 1") == ["One", "Signatures"]
    line = next(p for p in document.paragraphs if p.text == "Not a chapter")
    assert line.runs[0].bold


def test_links_that_run_code_are_not_links(spec):
    document = opened(only(spec, Prose("[press](javascript:alert(1)) and [more](file:///etc/passwd)")))
    paragraph = next(p for p in document.paragraphs if p.text.startswith("press"))
    assert paragraph.hyperlinks == []


def test_a_large_document_keeps_every_requirement():
    spec = make_specification(300)
    found = set(cells(opened(spec)))
    assert {r["id"] for r in spec.data["requirements"]} <= found


def test_a_form_stays_on_one_page(word):
    form = next(table for table in word.tables if table.style.name == "Table Grid" and len(table.rows) > 8)
    paragraphs = [p for row in form.rows[1:-1] for cell in row.cells for p in cell.paragraphs]
    assert all(p.paragraph_format.keep_with_next for p in paragraphs)


def test_a_requirement_s_number_never_breaks_at_the_end_of_a_line_wherever_it_stands(spec):
    said = opened(only(spec, Paragraph((Run(text="Such as UC10-F-14, well-known."),))))
    xml = next(p for p in said.paragraphs if "Such as" in p.text)._p.xml
    assert xml.count("noBreakHyphen") == 2
    assert "well-known" in xml


@pytest.mark.parametrize(("use_cases", "entries"), [(5, 25), (13, 44), (40, 45), (80, 5)])
def test_the_contents_of_a_project_of_many_use_cases_fill_no_second_page(spec, use_cases, entries):
    anchors = ("use-cases", "functional-requirements", "data-requirements", "infrastructure-requirements")
    large = [
        Section(anchor=a, title=a, sections=tuple(Section(anchor=f"{a}-{n}", title="A case") for n in range(use_cases)))
        for a in anchors
    ]
    document = opened(replace(spec, sections=tuple(large)))
    assert len([*texts(document, "toc 1"), *texts(document, "toc 2")]) == entries
