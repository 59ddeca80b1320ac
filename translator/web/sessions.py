"""Flask's sessions over the session store: the cookie carries a random key and nothing else.

In: the cookie. Out: a dictionary as Flask knows it. A sign-in gives a new key, so that a key known before is worth
nothing after; a sign-out deletes the row, so that a copied cookie is worth nothing either.
"""

from typing import Any

from flask import Flask, Request, Response
from flask.json.tag import TaggedJSONSerializer
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from translator.services.sessions import end_session, find_session, keep_session, new_key
from translator.web.desk import desk

_ACCOUNT = "account"
_serializer = TaggedJSONSerializer()


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """Hold what one browser's session remembers, and the key under which it is kept ("" = not kept yet)."""

    def __init__(self, initial: dict[str, Any] | None = None, key: str = "", *, due: bool = False) -> None:
        def touched(_: object) -> None:
            self.modified = True

        super().__init__(initial, touched)
        self.key = key
        self.ended: list[str] = []
        self.modified = due
        self.accessed = False

    def renew(self) -> None:
        """Go on under a new key; the old one opens nothing any more."""
        if self.key:
            self.ended.append(self.key)
        self.key, self.modified = "", True


class StoredSessions(SessionInterface):
    """Open and save sessions for Flask."""

    def get_cookie_name(self, app: Flask) -> str:
        """Return the cookie's name; __Host- makes browsers refuse it from any other host or without HTTPS."""
        return "__Host-session" if app.config["SESSION_COOKIE_SECURE"] else "session"

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """Return the session of the request's cookie, or an empty one."""
        key = request.cookies.get(self.get_cookie_name(app), "")
        if not key or request.endpoint in ("static", "home.health"):
            return ServerSession()
        kept = find_session(desk(), key)
        return ServerSession(_serializer.loads(kept.data), key, due=kept.due) if kept else ServerSession()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Store what changed, end what must end, and set or delete the cookie."""
        if not isinstance(session, ServerSession):
            raise TypeError(type(session))
        for key in session.ended:
            end_session(desk(), key)
        if not session:
            if session.modified or session.ended:
                self._forget(app, response)
            return
        if session.modified:
            self._keep(app, session, response)

    def _keep(self, app: Flask, session: ServerSession, response: Response) -> None:
        session.key = session.key or new_key()
        ends = keep_session(desk(), session.key, session.get(_ACCOUNT), _serializer.dumps(dict(session)))
        response.set_cookie(
            self.get_cookie_name(app),
            session.key,
            expires=ends if _ACCOUNT in session else None,
            httponly=True,
            secure=self.get_cookie_secure(app),
            samesite="Lax",
            path="/",
        )
        response.vary.add("Cookie")

    def _forget(self, app: Flask, response: Response) -> None:
        response.delete_cookie(
            self.get_cookie_name(app),
            httponly=True,
            secure=self.get_cookie_secure(app),
            samesite="Lax",
            path="/",
        )
