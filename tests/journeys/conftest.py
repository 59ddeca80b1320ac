"""The whole product as people meet it: the production server on an empty folder, and a real browser."""

import os
import shutil
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


@pytest.fixture
def server(tmp_path):
    """Start what `make run` starts, on a fresh folder; give the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "TRANSLATOR_INSTANCE": str(tmp_path / "instance")}
    environment.pop("DATABASE_URL", None)
    upgrade = [BIN / "flask", "--app", "translator", "upgrade"]
    subprocess.run(upgrade, cwd=ROOT, env=environment, check=True, capture_output=True)
    command = [BIN / "granian", "--interface", "wsgi", "--port", str(port), "--workers", "2", "--blocking-threads", "4"]
    command += ["--no-ws", "--log-level", "warning", "--factory", "translator:create_app"]
    running = subprocess.Popen(command, cwd=ROOT, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/healthz")
        yield address
    finally:
        running.terminate()
        running.wait(timeout=15)


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
