"""Signing in: Flask-Security over our own accounts, and the gate that every page stands behind.

In: the errands of services/people. Out: `current_user` with its `person`, the pages /login, /logout and
/account/password, and `hashed()` for whoever creates an account. Why this library: decisions/0002-sign-in.md.
"""

from typing import Any, cast

from flask import Flask, abort, flash, g, session
from flask_login import user_logged_in, user_logged_out  # type: ignore[import-untyped]
from flask_security import RoleMixin, Security, UserDatastore, UserMixin, hash_password, password_changed
from flask_security.proxies import _security
from flask_security.utils import login_user

from translator.core.errors import InputError
from translator.services.desk import Person
from translator.services.people import Account, account_by_email, account_by_id, account_by_uniquifier, set_password
from translator.services.sessions import end_sessions_of
from translator.web.desk import desk
from translator.web.sessions import ServerSession
from translator.web.sign_in_forms import OwnChangePasswordForm, OwnLoginForm

PASSWORD_SHORTEST = 10
SETTINGS = {
    "SECURITY_BLUEPRINT_NAME": "security",
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],
    "SECURITY_PASSWORD_LENGTH_MIN": PASSWORD_SHORTEST,
    "SECURITY_CHANGEABLE": True,
    "SECURITY_CHANGE_URL": "/account/password",
    "SECURITY_POST_CHANGE_VIEW": "/projects",
    "SECURITY_CHANGE_PASSWORD_TEMPLATE": "security/password.html",
    "SECURITY_LOGIN_USER_TEMPLATE": "security/login.html",
    "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
    "SECURITY_RETURN_GENERIC_RESPONSES": True,
    "SECURITY_API_ENABLED_METHODS": ["session"],
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    "SECURITY_FLASH_MESSAGES": False,
    "SECURITY_DEFAULT_REMEMBER_ME": False,
}


class Role(RoleMixin):
    """Hold the name of a role of the installation."""

    def __init__(self, name: str) -> None:
        self.name = name


class SignedIn(UserMixin):
    """Hold an account in the shape that the library works with."""

    fs_uniquifier = ""

    def __init__(self, account: Account) -> None:
        self.id, self.email, self.name, self.active = account.id, account.email, account.name, account.active
        self.password: str | None = account.password
        self.fs_uniquifier = account.fs_uniquifier
        self.roles = [Role(name) for name in account.roles]

    @property
    def person(self) -> Person:
        """Return who this is for the services."""
        return Person(id=self.id, name=self.name, email=self.email, administrator=self.has_role("administrator"))

    def verify_auth_token(self, tdata: dict[str, Any]) -> bool:  # noqa: ARG002
        """Refuse every token: people sign in with a session, nothing else does."""
        return False


class Accounts(UserDatastore):
    """Give the library our accounts; every look-up and every write is an errand of services/people."""

    def __init__(self) -> None:
        super().__init__(SignedIn, Role)

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> SignedIn | None:  # noqa: ARG002
        """Return the account with this fs_uniquifier, email or id; e-mail addresses ignore case."""
        ((name, value),) = kwargs.items()
        looks = {"fs_uniquifier": account_by_uniquifier, "email": account_by_email, "id": account_by_id}
        found = looks[name](desk(), value)
        return SignedIn(found) if found else None

    def find_role(self, role: str) -> Role:
        """Return the role of a name."""
        return Role(role)

    def set_uniquifier(self, user: UserMixin, uniquifier: str | None = None) -> None:
        """Leave it to `put`: a new password always brings a new uniquifier."""

    def put(self, user: SignedIn) -> SignedIn:
        """Store a changed password, which ends every session of the account."""
        if user.password is not None:
            user.fs_uniquifier = set_password(desk(), user.id, user.password).fs_uniquifier
        return user

    def commit(self) -> None:
        """Do nothing: every errand has its own transaction."""


def install(app: Flask) -> None:
    """Put the sign-in pages and `current_user` into the application."""
    app.config.from_mapping(SETTINGS)
    Security(app, Accounts(), login_form=OwnLoginForm, change_password_form=OwnChangePasswordForm)
    user_logged_in.connect(_signed_in, app)
    user_logged_out.connect(_signed_out, app)
    password_changed.connect(_password_changed, app)


def hashed(password: str) -> str:
    """Return the argon2id hash of a password; needs an application context."""
    made: str = hash_password(password)
    return made


def checked_password(password: str, field: str = "password") -> str:
    """Return a new password as it is kept before hashing; raise InputError when it will not do."""
    faults, normal = _security.password_util.validate(password, True)
    if faults or not normal:
        raise InputError(f"Choose a password of at least {PASSWORD_SHORTEST} characters.", field)
    return str(normal)


def sign_in(person: Person) -> None:
    """Sign this person in, as after creating their account."""
    account = account_by_id(desk(), person.id)
    if account is None:
        abort(401)
    login_user(SignedIn(account))


def _signed_in(_app: Flask, user: SignedIn, **_: object) -> None:
    """Go on under a new key after a sign-in, so that a key known before is worth nothing."""
    session.pop("csrf_token", None)
    g.pop("csrf_token", None)
    session["account"] = user.id
    _own_session().renew()


def _signed_out(_app: Flask, **_: object) -> None:
    """End the session at sign-out, so that a copied cookie is worth nothing."""
    own = _own_session()
    own.clear()
    own.renew()


def _password_changed(_app: Flask, user: SignedIn, **_: object) -> None:
    """End every other session of an account whose password changed; this one goes on under a new key."""
    end_sessions_of(desk(), user.id)
    _own_session().renew()
    flash("Your password is changed. You were signed out everywhere else.")


def _own_session() -> ServerSession:
    current = cast("Any", session)._get_current_object()  # noqa: SLF001 - the proxy has no public way to what it stands for
    if not isinstance(current, ServerSession):
        raise TypeError(type(current))
    return current
