"""The gate in front of every page: the database is ready, the request comes from our own pages, somebody is signed in.

A view is closed unless it says otherwise with `@open_to_strangers`: a forgotten mark keeps people out, never in.
"""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import Flask, abort, current_app, redirect, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_security import current_user
from flask_wtf import CSRFProtect

from translator.web.desk import desk

View = TypeVar("View", bound=Callable[..., Any])

_OPEN = {"static", "security.login"}
# Pages that the sign-in library brings along and that nobody here needs.
_UNUSED = {"security.static", "security.verify"}
_LARGEST_TEXTS = 2 * 1024 * 1024
_SAFE = {"GET", "HEAD", "OPTIONS"}


def open_to_strangers(view: View) -> View:
    """Mark a view that needs no sign-in."""
    view.open_to_strangers = True  # type: ignore[attr-defined]
    return view


def install(app: Flask, sign_in_limit: str) -> None:
    """Put the gate in front of every request; order matters: store, origin, token, sign-in."""
    ready: list[bool] = []

    def store_is_ready() -> None:
        if not ready and request.endpoint != "static":
            desk().db.start()
            ready.append(True)

    app.before_request(store_is_ready)
    app.before_request(_no_unused)
    app.before_request(_limit_texts)
    app.before_request(_own_origin)
    CSRFProtect(app)
    app.before_request(_signed_in)
    _limit_sign_in(app, sign_in_limit)


def _no_unused() -> None:
    if request.endpoint in _UNUSED:
        abort(404)


def _limit_texts() -> None:
    """Let only forms that carry files be large: a form of texts is read into memory at once."""
    if request.mimetype != "multipart/form-data":
        request.max_content_length = _LARGEST_TEXTS


def _own_origin() -> None:
    """Refuse a change that another site's page sends, whatever token it carries."""
    if request.method not in _SAFE and request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        abort(400)


def _signed_in() -> ResponseReturnValue | None:
    if request.endpoint is None or request.endpoint in _OPEN or current_user.is_authenticated:
        return None
    if getattr(current_app.view_functions.get(request.endpoint), "open_to_strangers", False):
        return None
    if request.headers.get("HX-Request") or request.method not in _SAFE:
        abort(401)
    return redirect("/login?" + urlencode({"next": request.full_path.rstrip("?")}))


def _limit_sign_in(app: Flask, limit: str) -> None:
    """Slow down guessing, by address and by account. Each process counts for itself: decisions/0002-sign-in.md."""
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")
    by_account = limiter.limit(limit, key_func=_account_tried, methods=["POST"])
    by_address = limiter.limit(limit, methods=["POST"])
    for endpoint in ("security.login", "security.change_password"):
        guarded: Any = by_address(by_account(app.view_functions[endpoint]))
        app.view_functions[endpoint] = guarded


def _account_tried() -> str:
    return "account:" + request.form.get("email", "").strip().casefold()
