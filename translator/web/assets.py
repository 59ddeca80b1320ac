"""Our own and vendored assets: an address that changes with the content, and a hash that the browser checks.

In: a path below static/. Out: `asset()`, `stylesheet()` and `script()` for the templates.
"""

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, current_app, request
from markupsafe import Markup

_YEAR = 31_536_000


def install(app: Flask) -> None:
    """Give the templates their asset functions, and let browsers keep addresses whose content cannot change."""
    app.jinja_env.globals.update(asset=asset, stylesheet=stylesheet, script=script)
    app.after_request(_keep)


def asset(path: str) -> str:
    """Return the address of an asset; a change of the file changes the address."""
    return f"/static/{path}?v={_digest(path).hex()[:16]}"


def stylesheet(path: str, media: str = "all") -> Markup:
    """Return the link to a style sheet, with the hash that the browser checks."""
    return Markup('<link rel="stylesheet" href="{}" integrity="{}" media="{}">').format(
        asset(path), _integrity(path), media
    )


def script(path: str) -> Markup:
    """Return a deferred script, with the hash that the browser checks."""
    return Markup('<script defer src="{}" integrity="{}"></script>').format(asset(path), _integrity(path))


def _integrity(path: str) -> str:
    return "sha384-" + base64.b64encode(_digest(path)).decode()


def _digest(path: str) -> bytes:
    file = Path(current_app.static_folder or "") / path
    return _hashed(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _hashed(file: Path, changed: int) -> bytes:  # noqa: ARG001 - a changed file is another key
    return hashlib.sha384(file.read_bytes()).digest()


def _keep(response: Response) -> Response:
    """Let browsers keep hashed and versioned assets for a year, and ask again about everything else."""
    if request.endpoint == "static" and response.status_code in (200, 206, 304):
        settled = "v" in request.args or request.path.startswith("/static/vendor/")
        kept = f"public, max-age={_YEAR}, immutable" if settled else "no-cache"
        response.headers["Cache-Control"] = kept
    return response
