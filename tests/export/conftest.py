"""What the tests of the exporters share: a document of some size, exported once."""

import io
import zipfile

import docx
import pytest

from tests.factories import make_specification
from translator.export import EXPORTERS


@pytest.fixture(scope="session")
def spec():
    return make_specification(40, status="DRAFT", missing=("No deadline is stated.", "IT has not judged everything."))


@pytest.fixture(scope="session")
def word_bytes(spec):
    return EXPORTERS["docx"][0](spec)


@pytest.fixture(scope="session")
def word(word_bytes):
    return docx.Document(io.BytesIO(word_bytes))


@pytest.fixture(scope="session")
def word_xml(word_bytes):
    with zipfile.ZipFile(io.BytesIO(word_bytes)) as archive:
        return archive.read("word/document.xml").decode()
