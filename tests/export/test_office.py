"""The Word file as LibreOffice lays it out: nothing is lost between the file and the page."""

import re
import shutil
import subprocess

import pytest

from tests.conftest import missing
from tests.factories import make_specification
from translator.export.to_docx import to_docx

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Convert a document of 140 requirements; give the text of each page."""
    for program in ("soffice", "pdftotext"):
        if shutil.which(program) is None:
            missing(program)
    folder = tmp_path_factory.mktemp("office")
    spec = make_specification(140, status="DRAFT", missing=("No deadline is stated.",))
    (folder / "a.docx").write_bytes(to_docx(spec))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "a.docx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    text = subprocess.run(["pdftotext", "-layout", folder / "a.pdf", "-"], check=True, capture_output=True, text=True)
    return spec, text.stdout.replace("\N{NON-BREAKING HYPHEN}", "-").split("\f")[:-1]


def test_every_requirement_stands_on_a_page_with_its_sentence_and_in_the_trace(pages):
    spec, texts = pages
    lines = "\n".join(texts).split("\n")
    starts = [line.split()[0] for line in lines if re.match(r"\s*(UC\d+|S)-[FDI]-\d\d\s", line)]
    everywhere = re.findall(r"\b(?:UC\d+|S)-[FDI]-\d\d\b", "\n".join(texts))
    for requirement in spec.data["requirements"]:
        assert starts.count(requirement["id"]) >= 1, requirement["id"]
        assert everywhere.count(requirement["id"]) >= 2, requirement["id"]


def test_the_contents_name_the_page_on_which_each_chapter_begins(pages):
    _, texts = pages
    entries = re.findall(r"^\s*(\d+(?:\.\d+)?)\s+(\S.*?)\.{3,}\s*(\d+)$", "\n".join(texts[1:6]), re.MULTILINE)
    assert len(entries) > 20
    for number, title, page in entries:
        heading = re.compile(rf"^\s*{re.escape(number)}\s+{re.escape(title)}\s*$", re.MULTILINE)
        real = next(i for i, text in enumerate(texts, 1) if i > 2 and heading.search(text))
        assert real == int(page), (number, title, page, real)


def test_head_rows_repeat_on_every_page_of_a_table(pages):
    _, texts = pages
    assert sum("Fit criterion" in text for text in texts) > len({"F", "D", "I"})


def test_every_page_but_the_first_says_status_and_page_number(pages):
    _, texts = pages
    for number, text in enumerate(texts[1:], 2):
        assert "DRAFT" in text
        assert f"Page {number} of {len(texts)}" in text
