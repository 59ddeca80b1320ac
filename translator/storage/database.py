"""The database as the services see it: a session to write with, a session to read with, and its schema.

In: a URL. Out: sessions, each one transaction. An errand that wrote answers only after `writing()` has left: COMMIT
comes first.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from translator.storage import schema
from translator.storage.engines import WAIT_SECONDS, is_busy, open_engines
from translator.storage.errors import StoreBusy, StoreFault
from translator.storage.turns import Turns

# What PostgreSQL must hold so that a committed transaction survives a power cut.
_DURABLE = {"fsync": ("on",), "synchronous_commit": ("on", "remote_write", "remote_apply")}


class Database:
    """Open one database. Connections are made when first needed, and may be used from any thread."""

    def __init__(self, url: str) -> None:
        self.engines = open_engines(url)
        self._turns = Turns(WAIT_SECONDS) if self.engines.sqlite else nullcontext()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session that may write; commit at the end, undo everything when an error leaves the block.

        Raise StoreBusy when others kept the database to themselves for ten seconds.
        """
        with self._turns, Session(self.engines.writing, expire_on_commit=False) as session, session.begin():
            try:
                session.connection()  # the write lock is there before anything is read
                yield session
            except OperationalError as error:
                if is_busy(error):
                    raise StoreBusy from error
                raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one moment of the database and cannot write."""
        with Session(self.engines.reading, expire_on_commit=False) as session, session.begin():
            yield session

    def upgrade(self) -> None:
        """Bring the schema to this version of Translator. Raise StoreFault for a schema it does not know."""
        schema.upgrade(self.engines)

    def start(self) -> None:
        """Make sure that the schema is this version's and that saves survive a power cut; raise StoreFault if not."""
        with self.engines.reading.connect() as connection:
            schema.require_current(connection)
            if not self.engines.sqlite:
                for name, good in _DURABLE.items():
                    held = connection.execute(text(f"SHOW {name}")).scalar_one()
                    if held not in good:
                        raise StoreFault(f"PostgreSQL has {name} = {held}: a power cut would lose answered saves.")

    def check(self) -> None:
        """Ask the database one question; any error that it raises means that it does not answer."""
        with self.engines.reading.connect() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Give all connections back."""
        self.engines.writing.dispose()
