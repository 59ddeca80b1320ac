"""The application, put together: the one place that knows every room.

In: the settings, from the environment unless given. Out: a Flask application, ready for a WSGI server or for the
commands. The question bank is read, and the database opened, when the first request or command needs them.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from translator import cli, web
from translator.config import ROOT, Settings, read_settings
from translator.content.load import load_bank
from translator.core.bank.model import Bank
from translator.services.desk import Desk
from translator.storage.database import Database
from translator.web import accounts, assets, desk, errors, filters, gate, headers
from translator.web.sessions import StoredSessions

# A narrative is a few kilobytes; files are read in pieces by the pages that take them, up to this.
_LARGEST_REQUEST = 12 * 1024 * 1024
_LARGEST_FORM = 2 * 1024 * 1024


def create_app(
    *,
    bank: Bank | None = None,
    now: Callable[[], datetime] | None = None,
    instance: Path | None = None,
    **overrides: Any,
) -> Flask:
    """Build the application. `overrides` are fields of Settings; `bank` and `now` replace the shipped ones."""
    settings = replace(read_settings(instance=instance), **overrides)
    app = Flask("translator", root_path=str(ROOT), instance_path=str(settings.instance))
    app.config.from_mapping(_flask_settings(settings))
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, *[settings.proxies] * 3)  # type: ignore[method-assign]
    app.session_interface = StoredSessions()
    database = Database(settings.database_url)
    desk.install(app, cache(lambda: Desk(db=database, bank=bank or load_bank(), now=now or _now)))
    headers.install(app, https=settings.https)
    assets.install(app)
    filters.install(app)
    accounts.install(app)
    gate.install(app, settings.sign_in_limit)
    errors.install(app)
    web.register(app)
    cli.register(app)
    return app


def _flask_settings(settings: Settings) -> dict[str, Any]:
    return {
        "SECRET_KEY": settings.secret,
        "SESSION_COOKIE_SECURE": settings.https,
        "TRUSTED_HOSTS": list(settings.hosts) or None,
        "PUBLIC_URL": settings.public_url.rstrip("/"),
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
        "MAX_CONTENT_LENGTH": _LARGEST_REQUEST,
        "MAX_FORM_MEMORY_SIZE": _LARGEST_FORM,
    }


def _now() -> datetime:
    return datetime.now(UTC)
