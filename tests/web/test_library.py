"""The library pages: keep, find, share, take over; closed to everybody whom nothing was shared with."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

pytest_plugins = ("browsing",)


@pytest.fixture
def kept(ana, house):
    """Give the address of a use case that Ana kept."""
    answer = ana.post(f"/projects/{house['pid']}/keep/use-case/1", title="Calculator offer", about="For savings.")
    return answer.headers["Location"]


def test_what_is_kept_stands_in_the_library_with_its_origin(ana, kept):
    assert "UC1 of Offers that fit, kept by Ana Example" in ana.get("/library").text
    assert "leaves the savings calculator" in ana.get(kept).text


def test_nobody_else_finds_it_until_it_is_shared(ana, olga, kept):
    assert olga.get(kept).status_code == 404
    assert "Calculator offer" not in olga.get("/library").text
    assert olga.post(f"{kept}/delete").status_code == 404
    ana.post(kept, version="1", title="Calculator offer", shared="yes")
    assert "leaves the savings calculator" in olga.get(kept).text
    assert olga.post(kept, version="2", title="Mine").status_code == 403


def test_it_is_taken_over_as_a_new_use_case(ana, house, kept):
    page = ana.get(f"{kept}?project={house['pid']}").text
    assert "as a new use case" in page
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    answer = ana.post(f"{kept}/use", project=house["pid"], once=once)
    assert answer.headers["Location"] == f"/projects/{house['pid']}/use-cases/2"
    assert ana.post(f"{kept}/use", project=house["pid"], once=once).headers["Location"].endswith("/use-cases/2")
    assert "leaves the savings calculator" in ana.get(f"/projects/{house['pid']}/use-cases/2").text


def test_it_cannot_be_put_into_a_project_of_others(ana, house, kept):
    assert ana.post(f"{kept}/use", project=house["foreign"]).status_code == 404


def test_what_is_deleted_can_be_brought_back(ana, kept):
    ana.post(f"{kept}/delete")
    assert ana.get(kept).status_code == 404
    ana.post(f"{kept}/restore")
    assert ana.get(kept).status_code == 200


def test_a_name_is_needed_and_what_was_typed_stays(ana, kept):
    answer = ana.post(kept, version="1", title=" ", about="Good for winter.")
    assert answer.status_code == 422
    assert "Give it a name" in answer.text
    assert "Good for winter." in answer.text


@pytest.mark.browser
def test_the_library_has_no_barrier(visit, kept):
    for path in ("/library", kept):
        assert Axe().run(visit("ana", path)).response["violations"] == []
