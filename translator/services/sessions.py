"""Browser sessions, kept on our side: the browser holds a random key, the store holds only its hash.

In: the key of a cookie. Out: what the session holds, while it lives. A session ends when it was not used for a week,
a month after it began, at sign-out, and for all of a person's browsers when the password changes.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from translator.services.desk import Desk
from translator.storage.tables import WebSession

_IDLE = timedelta(days=7)
_LONGEST = timedelta(days=30)
# A visitor who has not signed in needs a session only for the minutes of one form.
_IDLE_STRANGER = timedelta(hours=12)
# Written at most this often while somebody only reads.
_TOUCH = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Hold a stored session. `due` says that its end should be moved on, because it is being used."""

    data: str
    account: int | None
    due: bool


def new_key() -> str:
    """Return a fresh key of 256 random bits."""
    return secrets.token_urlsafe(32)


def find_session(desk: Desk, key: str) -> Kept | None:
    """Return the living session of a key, None when there is none."""
    now = desk.now()
    with desk.db.reading() as session:
        row = session.get(WebSession, _hash(key))
        if row is None or row.expires_at <= now:
            return None
        due = _end(row.created_at, now, row.user_id) - row.expires_at > _TOUCH
        return Kept(data=row.data, account=row.user_id, due=due)


def keep_session(desk: Desk, key: str, account: int | None, data: str) -> datetime:
    """Store a session and return the moment of its end; sweep out what has ended meanwhile."""
    now = desk.now()
    with desk.db.writing() as session:
        session.execute(delete(WebSession).where(WebSession.expires_at <= now))
        row = session.get(WebSession, _hash(key))
        if row is None:
            row = WebSession(id=_hash(key), created_at=now)
            session.add(row)
        row.user_id, row.data, row.expires_at = account, data, _end(row.created_at, now, account)
        return row.expires_at


def end_session(desk: Desk, key: str) -> None:
    """End one session: its key opens nothing from now on."""
    with desk.db.writing() as session:
        session.execute(delete(WebSession).where(WebSession.id == _hash(key)))


def end_sessions_of(desk: Desk, account: int) -> int:
    """End all sessions of an account, on every device; return how many there were."""
    with desk.db.writing() as session:
        ended = session.scalars(select(WebSession.id).where(WebSession.user_id == account)).all()
        session.execute(delete(WebSession).where(WebSession.id.in_(ended)))
        return len(ended)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _end(created: datetime, now: datetime, account: int | None) -> datetime:
    idle = _IDLE if account is not None else _IDLE_STRANGER
    return min(now + idle, created + _LONGEST)
