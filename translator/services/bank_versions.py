"""The published versions of the question bank, and which one a project works with.

In: a session, and a project's own "1.2+3": the shipped bank, and the number of the version that lies over it. Out:
changes to lay over it. A project keeps its version until somebody moves it up.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from translator.core.bank.changed import Changes
from translator.core.bank.model import Bank
from translator.storage.house_tables import BankVersion


def number_in(name: str) -> int:
    """Return the number in a version's name, 0 for the bank as it ships: "1.2+3" is 3, "1.2" is 0."""
    number = name.partition("+")[2]
    return int(number) if number.isdecimal() else 0


def shipped_in(name: str) -> str:
    """Return the shipped bank's part of a version's name."""
    return name.partition("+")[0]


def name_of(shipped: Bank, number: int) -> str:
    """Return the name of a version over the shipped bank."""
    return f"{shipped.version}+{number}" if number else shipped.version


def latest(session: Session) -> int:
    """Return the number of the newest version, 0 while none was published."""
    return session.scalar(select(func.max(BankVersion.number))) or 0


def changes_of(session: Session, numbers: Collection[int]) -> Mapping[int, Changes]:
    """Return the changes of these versions; none for 0 and for a version that is not there."""
    version = BankVersion
    query = select(version.number, version.changes).where(version.number.in_([number for number in numbers if number]))
    there: dict[int, Changes] = dict(session.execute(query).all())
    return {number: there.get(number, {}) for number in numbers}
