"""Eight people at once on the server that `make run` starts, beside one person alone on it: how much longer they wait.

Each has a use case of their own, saves it and opens its requirements, again and again. Wall time, because waiting for
each other is what is measured; on two cores eight cannot wait less than four times as long. Every save must be there.
"""

import json
import re
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests.bench.measure import Row
from tests.journeys.conftest import Server
from translator import create_app
from translator.services.people import create_account
from translator.services.projects import create_project
from translator.services.write import add_use_case
from translator.web.accounts import hashed
from translator.web.desk import desk

PEOPLE = 8
ROUNDS = 5
PASSWORD = "correct horse battery staple"
TEXT = "Send an e-mail within 2 hours to the 40,000 customers who left a filled basket, round {}."


class Somebody:
    """One browser of the same account, at work on a use case that nobody else has open."""

    def __init__(self, address, pid, number):
        self.address, self.case, self.version = address, f"/projects/{pid}/use-cases/{number}", 1
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self._send("/login", token=self._token("/login"), email="ana@example.org", password=PASSWORD)
        self.token = self._token(self.case)

    def save_and_look(self, turn):
        """Save a text and open the requirements; return the seconds that each of the two took."""
        start = time.perf_counter()
        fields = {"version": self.version, "title": "Baskets", "narrative": TEXT.format(turn), "measure": ""}
        self.version = json.loads(self._send(self.case, token=self.token, **fields))["version"]
        saved = time.perf_counter()
        self._open(f"{self.case}/requirements")
        return saved - start, time.perf_counter() - saved

    def holds(self, turn):
        return TEXT.format(turn) in self._open(self.case)

    def _token(self, path):
        return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self._open(path))[1]

    def _send(self, path, token, **fields):
        said = urlencode({"csrf_token": token, **fields}).encode()
        return self._open(path, said, {"Accept": "application/json"} if "version" in fields else {})

    def _open(self, path, said=None, headers=None):
        with self.opener.open(Request(self.address + path, said, headers or {}), timeout=60) as answer:
            return answer.read().decode()


def rows():
    """Yield a row for saving and one for a page."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            yield from _measured(server.address, _furnished(Path(folder)))
        finally:
            server.stop()


def _furnished(folder):
    app = create_app(instance=folder)
    with app.app_context():
        ana = create_account(desk(), "Ana", "ana@example.org", hashed(PASSWORD))
        pid = create_project(desk(), ana, "Baskets")
        for _ in range(PEOPLE):
            add_use_case(desk(), ana, pid)
        desk().db.close()
    return pid


def _measured(address, pid):
    people = [Somebody(address, pid, number) for number in range(1, PEOPLE + 1)]
    for one in people:
        one.save_and_look(0)
    alone = [people[0].save_and_look(turn) for turn in range(1, ROUNDS + 1)]
    with ThreadPoolExecutor(PEOPLE) as crowd:
        works = [crowd.submit(_work, one) for one in people]
        together = [pair for work in works for pair in work.result()]
    assert all(one.holds(2 * ROUNDS) for one in people), "a save was lost"
    for at, what in enumerate(("saving a use case", "opening its requirements")):
        waited, floor = (statistics.median(pair[at] for pair in pairs) for pairs in (together, alone))
        yield Row(f"{PEOPLE} people at once, {what}", waited, floor, goal=2.0 * PEOPLE)


def _work(one):
    return [one.save_and_look(turn) for turn in range(ROUNDS + 1, 2 * ROUNDS + 1)]
