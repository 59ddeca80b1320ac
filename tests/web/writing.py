"""The use case that the tests of the describe page write in, and how they look at what is stored."""

import pytest

from translator.services.write import save_use_case, use_case_view
from translator.web.desk import desk


@pytest.fixture
def stored(app, house):
    """Give a function that returns the use case as it is stored now."""

    def look():
        with app.app_context():
            return use_case_view(desk(), house["ana"], house["pid"], 1)

    return look


@pytest.fixture
def save_as(app, house, ben):
    """Give a function that saves a text behind the page's back, as one of the two marketers."""
    assert ben

    def save(name, text):
        with app.app_context():
            found = use_case_view(desk(), house[name], house["pid"], 1)
            save_use_case(desk(), house[name], house["pid"], 1, version=found.version, narrative=text)

    return save
