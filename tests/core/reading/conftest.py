"""One reader for all tests of the reading: the lexicon that ships."""

import pytest

from translator.content.lexicon_load import load_lexicon
from translator.core.reading.lexicon import Lexicon
from translator.core.reading.read import Reader


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)
