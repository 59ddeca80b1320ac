"""A new password for somebody who lost theirs: an administrator hands over a link that works once, within a day.

In: an administrator and an e-mail address. Out: a token for the link. It is kept nowhere: it is signed with the
installation's secret over the account's uniquifier, which every new password changes, so that using one link, or
changing the password in any other way, ends all of them.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from translator.core.errors import InputError
from translator.services.desk import Desk, Person
from translator.services.errors import NotFound
from translator.services.people import Account, account_by_email, account_by_id, set_password
from translator.services.sessions import end_sessions_of

LASTS = timedelta(hours=24)
_LARGEST = 2**31 - 1  # what a column of ids holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset:
    """Hold what is handed over: whose password it is, the token, and the moment up to which it works."""

    name: str
    email: str
    token: str
    until: datetime


def make_reset(desk: Desk, who: Person, secret: str, email: str) -> Reset:
    """Make a link for the account of this address; NotFound for everybody but administrators.

    Raise InputError when there is no such account.
    """
    if not who.administrator:
        raise NotFound
    return reset_of(desk, secret, email)


def reset_of(desk: Desk, secret: str, email: str) -> Reset:
    """Make a link without a person, for the command line; InputError when there is no account of this address."""
    account = account_by_email(desk, email)
    if account is None or not account.active:
        raise InputError("There is no account with this e-mail address.", "email")
    until = int((desk.now() + LASTS).timestamp())
    token = f"{account.id}.{until}.{_signature(secret, account, until)}"
    return Reset(name=account.name, email=account.email, token=token, until=datetime.fromtimestamp(until, UTC))


def look_at_reset(desk: Desk, secret: str, token: str) -> Account:
    """Return whose password a link sets; NotFound when it is used, too old, or never was: nobody can tell which."""
    number, _, rest = token.partition(".")
    until, _, signature = rest.partition(".")
    if not all(part.isascii() and part.isdigit() and len(part) <= len(str(_LARGEST)) for part in (number, until)):
        raise NotFound
    account = account_by_id(desk, min(int(number), _LARGEST))
    if account is None or not account.active or desk.now().timestamp() >= int(until):
        raise NotFound
    if not hmac.compare_digest(signature.encode("utf-8", "replace"), _signature(secret, account, int(until)).encode()):
        raise NotFound
    return account


def use_reset(desk: Desk, secret: str, token: str, password_hash: str) -> None:
    """Store the new password and sign the account out everywhere; of two who come at once one is turned away."""
    account = look_at_reset(desk, secret, token)
    set_password(desk, account.id, password_hash, seen=account.fs_uniquifier)
    end_sessions_of(desk, account.id)


def _signature(secret: str, account: Account, until: int) -> str:
    said = f"reset password|{account.id}|{account.fs_uniquifier}|{until}"
    return hmac.new(secret.encode(), said.encode(), hashlib.sha256).hexdigest()
