"""The whole product as people meet it: the production server on an empty folder, and a real browser."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
CHROMIUM = "/usr/bin/chromium"


def need(program: str) -> str:
    """Return the path of a program; skip without it, or fail where every part must be there."""
    found = shutil.which(program)
    if found is None and os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{program} is missing, and REQUIRE_ALL=1 says that it must be there")
    if found is None:
        pytest.skip(f"{program} is missing")
    return found


class Server:
    """What `make run` starts, on a folder of its own; it can be killed at any moment and started again."""

    def __init__(self, instance: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {**os.environ, "TRANSLATOR_INSTANCE": str(instance)}
        self.environment.pop("DATABASE_URL", None)

    def start(self) -> None:
        """Bring the database up to date, then serve."""
        upgrade = [BIN / "flask", "--app", "translator", "upgrade"]
        subprocess.run(upgrade, cwd=ROOT, env=self.environment, check=True, capture_output=True)
        command = [BIN / "granian", "--interface", "wsgi", "--port", str(self.port), "--workers", "2"]
        command += ["--blocking-threads", "4", "--no-ws", "--log-level", "warning", "--factory"]
        command += ["translator:create_app"]
        self.running = subprocess.Popen(command, cwd=ROOT, env=self.environment, start_new_session=True)
        _wait_for(f"{self.address}/healthz")

    def kill(self) -> None:
        """End every process of it at once, as a power cut does: none of them can finish anything."""
        os.killpg(self.running.pid, signal.SIGKILL)
        self.running.wait(timeout=15)

    def stop(self) -> None:
        """End it in the ordinary way."""
        self.running.terminate()
        self.running.wait(timeout=15)


@pytest.fixture
def serving(tmp_path):
    """Start a server on a fresh folder; give it."""
    server = Server(tmp_path / "instance")
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture
def server(serving):
    """Give the address of a server on a fresh folder."""
    return serving.address


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not come up within 30 seconds")


@pytest.fixture
def browser():
    need(CHROMIUM)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def person(browser, server):
    """Give a function that opens a browser of a new person's own; no page may leave a complaint in its console."""
    complaints = []

    def arrive() -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=server, accept_downloads=True)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield arrive
    assert complaints == []


@pytest.fixture
def as_pdf(tmp_path):
    """Give a function that lets LibreOffice convert a Word file and returns the text of the PDF."""

    def convert(path: Path) -> str:
        office, to_text = need("soffice"), need("pdftotext")
        profile = f"-env:UserInstallation=file://{tmp_path / 'office'}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        pdf = tmp_path / f"{path.stem}.pdf"
        return subprocess.run([to_text, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout

    return convert
