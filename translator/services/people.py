"""People: their accounts, from the first one on.

In: names, e-mail addresses and password hashes (the web room hashes; no password comes here in clear). Out: Person
for the errands, Account for whoever checks a sign-in.
"""

import re
import secrets
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from translator.core.errors import InputError
from translator.core.text import clean_text
from translator.services.desk import Desk, Person
from translator.services.entrance import Entrance
from translator.services.errors import NotFound
from translator.storage.tables import Role, User

ADMINISTRATOR = "administrator"
NAME_LIMIT = 120
EMAIL_LIMIT = 255
_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Hold an account. `password` is its argon2id hash; `fs_uniquifier` names it inside sessions."""

    id: int
    name: str
    email: str
    password: str
    active: bool
    fs_uniquifier: str
    roles: tuple[str, ...]


def count_accounts(desk: Desk) -> int:
    """Return how many accounts there are."""
    with desk.db.reading() as session:
        return _count(session)


def create_first_account(desk: Desk, name: str, email: str, password_hash: str) -> Person:
    """Create the first account, which is also the administrator's; InputError once there is any account."""
    with desk.db.writing() as session:
        role = _administrator_role(session)
        if _count(session):
            raise InputError("There is an account already. Sign in, or ask its owner to invite you.")
        return _create(session, desk, [role], name=name, email=email, password_hash=password_hash)


def create_account(desk: Desk, name: str, email: str, password_hash: str, *, administrator: bool = False) -> Person:
    """Create an account; InputErrors name what cannot be used, such as an address that is taken."""
    with desk.db.writing() as session:
        role = _administrator_role(session)
        roles = [role] if administrator else []
        return _create(session, desk, roles, name=name, email=email, password_hash=password_hash)


def account_by_id(desk: Desk, account_id: int | str) -> Account | None:
    """Return an account by its id, None when there is none."""
    return _find(desk, User.id == int(account_id))


def account_by_email(desk: Desk, email: str) -> Account | None:
    """Return an account by its e-mail address, written in any case; None when there is none."""
    return _find(desk, User.email == _normal(email))


def account_by_uniquifier(desk: Desk, uniquifier: str) -> Account | None:
    """Return the account that a session names, None when it names none (any more)."""
    return _find(desk, User.fs_uniquifier == uniquifier)


def set_password(desk: Desk, account_id: int, password_hash: str, *, seen: str = "") -> Account:
    """Store a new password's hash and a new uniquifier, which ends every session of the account.

    NotFound when it has another uniquifier by now than the one that was `seen`.
    """
    with desk.db.writing() as session:
        user = _get(session, account_id)
        if seen and user.fs_uniquifier != seen:
            raise NotFound
        user.password, user.fs_uniquifier = password_hash, _uniquifier()
        return _account(user)


def _create(session: Session, desk: Desk, roles: list[Role], *, name: str, email: str, password_hash: str) -> Person:
    entrance = Entrance()
    name = entrance.line("name", name, limit=NAME_LIMIT, needed="Enter your name.")
    email = _normal(entrance.line("email", email, limit=EMAIL_LIMIT, needed="Enter your e-mail address."))
    if email and not _ADDRESS.fullmatch(email):
        entrance.refuse("email", "Enter an e-mail address, such as name@example.org.")
    if session.scalar(select(User.id).where(User.email == email)) is not None:
        entrance.refuse("email", "There is already an account with this e-mail address.")
    entrance.check()
    user = User(
        name=name, email=email, password=password_hash, active=True,
        fs_uniquifier=_uniquifier(), created_at=desk.now(), roles=roles,
    )  # fmt: skip
    session.add(user)
    session.flush()
    return Person(id=user.id, name=user.name, email=user.email, administrator=bool(roles))


def _administrator_role(session: Session) -> Role:
    """Return the role that the first migration made. Its lock lets only one account be created at a time."""
    return session.scalars(select(Role).where(Role.name == ADMINISTRATOR).with_for_update()).one()


def _find(desk: Desk, condition: ColumnElement[bool]) -> Account | None:
    with desk.db.reading() as session:
        user = session.scalars(select(User).where(condition)).one_or_none()
        return None if user is None else _account(user)


def _get(session: Session, account_id: int) -> User:
    user = session.get(User, account_id, with_for_update=True)
    if user is None:
        raise NotFound
    return user


def _account(user: User) -> Account:
    return Account(
        id=user.id, name=user.name, email=user.email, password=user.password, active=user.active,
        fs_uniquifier=user.fs_uniquifier, roles=tuple(role.name for role in user.roles),
    )  # fmt: skip


def _count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(User)) or 0


def _normal(email: str) -> str:
    return clean_text(email).text.strip().lower()


def _uniquifier() -> str:
    return secrets.token_hex(32)
