"""Once: a form that makes something makes it once, however often it is sent.

In: what names one form as it was sent, and what makes the thing. Out: what the first sending made. The receipt is
written in the same transaction as the thing itself.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from translator.services.desk import Desk, Person
from translator.storage.tables import Receipt, User

# Whoever sends the same form again after a week means it.
KEPT_FOR = timedelta(days=7)


def made_once(session: Session, desk: Desk, who: Person, key: str, make: Callable[[], str]) -> str:
    """Return what `make` gives; under a key that this person used before, what it gave then ("" always makes).

    The person's row stays locked to the end of the transaction: of two sendings at once, one waits and finds the
    other's receipt. `make` gives at most 40 characters.
    """
    if not key:
        return make()
    session.execute(select(User.id).where(User.id == who.id).with_for_update(key_share=True))
    mark, now = hashlib.sha256(key.encode()).hexdigest(), desk.now()
    given = session.scalar(select(Receipt.answer).where(Receipt.user_id == who.id, Receipt.key == mark))
    if given is not None:
        return given
    session.execute(delete(Receipt).where(Receipt.at < now - KEPT_FOR))
    made = make()
    session.add(Receipt(user_id=who.id, key=mark, answer=made, at=now))
    return made
