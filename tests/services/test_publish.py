"""Publishing: the same project as a page and as files, DRAFT until nothing is missing."""

import json
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from room import open_room

from translator.core.errors import InputError
from translator.services.errors import NotFound
from translator.services.publish import export, export_project, file_name, specification
from translator.services.requirements import drop, requirements_view
from translator.storage import tables


@pytest.fixture
def room(db):
    return open_room(db)


def test_the_document_is_a_draft_and_says_what_is_missing(room):
    written = specification(room.desk, room.mara, room.pid)
    assert (written.title, written.status, written.prepared_on) == ("Winter", "DRAFT", "2026-11-21")
    assert any("what problem it solves" in sentence for sentence in written.missing)
    assert "IT has not judged 4 of" in " ".join(written.missing)


def test_a_dropped_line_is_not_in_the_file(room):
    row = next(r for r in requirements_view(room.desk, room.mara, room.pid, 1).rows if r.requirement.key == "count")
    assert b"count every message" in export(room.desk, room.mara, room.pid, "json").data
    drop(room.desk, room.mara, room.pid, row.row_id, row.version)
    assert b"count every message" not in export(room.desk, room.mara, room.pid, "md").data


def test_a_reader_takes_the_word_file_home(room):
    file = export(room.desk, room.rolf, room.pid, ".docx")
    text = "\n".join(p.text for p in Document(BytesIO(file.data)).paragraphs)
    assert "Winter" in text
    assert file.file_name == "winter-specification-2026-11-21.docx"
    assert file.media_type.endswith("wordprocessingml.document")


@pytest.mark.parametrize("ending", ["html", "md", "json"])
def test_every_other_ending_holds_the_same_requirements(room, ending):
    assert "UC1-F-01" in export(room.desk, room.mara, room.pid, ending).data.decode()


def test_the_command_line_needs_no_person(room):
    assert json.loads(export_project(room.desk, room.pid, ".json"))
    with pytest.raises(NotFound):
        export_project(room.desk, "nothing", ".json")


def test_a_deleted_project_is_exported_by_nobody(room):
    with room.desk.db.writing() as session:
        session.get_one(tables.Project, room.pid).deleted_at = room.desk.now()
    with pytest.raises(NotFound):
        export_project(room.desk, room.pid, "md")
    with pytest.raises(NotFound):
        export(room.desk, room.mara, room.pid, "md")


def test_an_ending_that_nobody_writes_is_named_with_those_that_are(room):
    with pytest.raises(InputError, match="docx, html, md and json"):
        export(room.desk, room.mara, room.pid, "pdf")


def test_a_stranger_gets_no_file(room):
    with pytest.raises(NotFound):
        export(room.desk, room.stranger, room.pid, "docx")


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Winter: offers / 2027", "winter-offers-2027"),
        ("../../etc/passwd", "etc-passwd"),
        ("Übergröße", "übergrösse"),
        ("???", "project"),
        ("a" * 200, "a" * 60),
    ],
)
def test_file_names_are_safe(name, stem):
    assert file_name(name, date(2026, 11, 21), "docx") == f"{stem}-specification-2026-11-21.docx"
