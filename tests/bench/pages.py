"""Pages and saves of the sample project, in CPU time beside the barest page of the same application (/healthz).

The test client stands in for a browser, so these figures hold no network and no second process.
"""

import re
import tempfile
from pathlib import Path

from tests.bench.measure import Row, side_by_side
from translator import create_app
from translator.services.people import create_account
from translator.services.projects import list_projects
from translator.services.sample import create_sample
from translator.web.accounts import hashed
from translator.web.desk import desk

PASSWORD = "correct horse battery staple"
PAGES = {
    "the projects": "/projects",
    "describing a use case": "/projects/{pid}/use-cases/1",
    "checking the answers": "/projects/{pid}/use-cases/1/answer/check",
    "57 requirements of a use case": "/projects/{pid}/use-cases/1/requirements",
    "IT's queue": "/queue",
    "comparing options": "/projects/{pid}/use-cases/1/options",
    "the document": "/projects/{pid}/document",
}


def rows():
    """Yield a row a page, and one for an autosave and one for the live reading."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(instance=Path(folder))
        with app.app_context():
            desk().db.upgrade()
            ana = create_account(desk(), "Ana", "ana@example.org", hashed(PASSWORD))
            create_sample(desk(), ana)
            pid = list_projects(desk(), ana)[0].id
        client = app.test_client()
        _post(client, "/login", "/login", email="ana@example.org", password=PASSWORD)
        for words, address in PAGES.items():
            yield _beside_the_barest(client, f"page: {words}", _getting(client, address.format(pid=pid)))
        case = f"/projects/{pid}/use-cases/1"
        typed = "A text that somebody is typing about 40,000 customers and an e-mail every week."
        reading = _posting(client, case, f"{case}/reading", narrative=typed)
        yield _beside_the_barest(client, "live reading of a text being typed", reading)


def _beside_the_barest(client, words, work):
    spent, floor = side_by_side(work, _getting(client, "/healthz"), times=9)
    return Row(words, spent, floor)


def _getting(client, address):
    def work():
        answer = client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status}"

    return work


def _posting(client, page, address, **fields):
    token = _token(client, page)

    def work():
        answer = client.post(address, data={"csrf_token": token, **fields}, headers={"HX-Request": "true"})
        assert answer.status_code == 200, f"{address}: {answer.status}"

    return work


def _post(client, page, address, **fields):
    answer = client.post(address, data={"csrf_token": _token(client, page), **fields})
    assert answer.status_code == 302, f"{address}: {answer.status}"


def _token(client, page):
    return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(page).text)[1]
