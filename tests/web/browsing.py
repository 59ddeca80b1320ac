"""Real browsers on the real application, served on a port of this machine.

A page complains in its console about everything that the content security policy stops; no test may leave complaints.
"""

import os
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright
from visitor import PASSWORD
from werkzeug.serving import make_server

CHROMIUM = Path("/usr/bin/chromium")
# A machine that runs two browsers at once needs longer than the five seconds that are usual; a fault takes as long.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="module")
def chromium():
    if not CHROMIUM.exists():
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("Chromium is missing, and REQUIRE_ALL=1 says that it must be there")
        pytest.skip("Chromium is missing")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def site(app, house):
    """Serve the application with its people; give its address."""
    assert house["pid"]
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(chromium, site):
    """Give a function that signs a person in and opens a page."""
    contexts, complaints = [], []

    def open_page(name, path, *, width=1280, scheme="light"):
        context = chromium.new_context(viewport={"width": width, "height": 900}, base_url=site, color_scheme=scheme)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if _is_complaint(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto("/login")
        page.fill("input[name=email]", f"{name}@example.org")
        page.fill("input[name=password]", PASSWORD)
        page.click("main button")
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


_NO_FAULTS = ("status of 4", "net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED")


def _is_complaint(said):
    """Tell complaints from the browser's own notes: a status 409 or 422, or a network that a test has cut."""
    return said.type in ("error", "warning") and not any(note in said.text for note in _NO_FAULTS)
