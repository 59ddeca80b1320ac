"""How each kind of database is opened, so that an answered save is on the disk and a page sees one moment.

In: a database URL. Out: an engine for writing and one for reading over the same connections.
"""

from dataclasses import dataclass
from pathlib import Path
from random import uniform
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from translator.storage.errors import StoreFault

# A writer waits this long for another one before it gives up.
WAIT_SECONDS = 10
_ASK_AGAIN = (0.001, 0.004)
# SQLite forgets these with the connection. synchronous=FULL is what keeps an answered save through a power cut;
# recursive_triggers lets the guard of the history see REPLACE as well.
_PRAGMAS = {
    "busy_timeout": WAIT_SECONDS * 1000,
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
}


@dataclass(frozen=True, slots=True)
class Engines:
    """Hold the two ways into one database: `writing` takes the write lock at BEGIN, `reading` cannot write."""

    writing: Engine
    reading: Engine

    @property
    def sqlite(self) -> bool:
        """Tell whether the database is an SQLite file."""
        return self.writing.dialect.name == "sqlite"


def open_engines(url: str) -> Engines:
    """Return the engines for a URL; nothing is connected yet. Raise StoreFault for a URL that is of no use."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreFault("DATABASE_URL is not a database address, such as sqlite:////srv/translator.db.") from error
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(parsed)
    if parsed.get_backend_name() in ("postgresql", "postgres"):
        return _open_postgresql(parsed.set(drivername="postgresql+psycopg"))
    raise StoreFault(f"Translator keeps its data in SQLite or PostgreSQL, not in {parsed.get_backend_name()}.")


def _open_sqlite(url: URL) -> Engines:
    if url.database in (None, "", ":memory:"):
        raise StoreFault("Translator needs a database file: SQLite in memory would lose every save.")
    _keep_to_its_owner(Path(url.database))
    engine = create_engine(url, pool_size=20, max_overflow=20)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Engines(engine.execution_options(writes=True), engine.execution_options(writes=False))


def _keep_to_its_owner(path: Path) -> None:
    """Create the file readable by its owner only; SQLite gives its journals the same rights."""
    if path.parent.is_dir():
        path.touch(mode=0o600, exist_ok=True)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not open transactions of its own: _begin_sqlite does
    for name, wanted in _PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={wanted}")
        (held,) = connection.execute(f"PRAGMA {name}").fetchone()
        if held != wanted:
            raise StoreFault(f"SQLite keeps {name} at {held} where Translator needs {wanted}: saves would not be safe.")


def _begin_sqlite(connection: Connection) -> None:
    # A deferred transaction that reads first and writes later fails at once when another one wrote in between;
    # an immediate one waits its turn.
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    if writes:
        _begin_when_free(connection)
    else:
        connection.exec_driver_sql("BEGIN")


def _begin_when_free(connection: Connection) -> None:
    """Take the write lock; ask again every few milliseconds, at random.

    SQLite's own waiting sleeps longer the longer it has waited, so that under load whoever waits longest waits on:
    the worst of 800 saves by eight processes took 6.6 s that way.
    """
    deadline = monotonic() + WAIT_SECONDS
    connection.exec_driver_sql("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            except OperationalError as error:
                if not is_busy(error) or monotonic() > deadline:
                    raise
                sleep(uniform(*_ASK_AGAIN))  # noqa: S311 - nothing secret hangs on it
            else:
                return
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}")


def is_busy(error: OperationalError) -> bool:
    """Tell whether a database refused only because another writer was there."""
    return "database is locked" in str(error) or getattr(error.orig, "sqlstate", "") == "55P03"


def _open_postgresql(url: URL) -> Engines:
    options = f"-c lock_timeout={WAIT_SECONDS * 1000} -c timezone=UTC"
    engine = create_engine(url, pool_size=10, max_overflow=20, pool_pre_ping=True, connect_args={"options": options})
    # Writers lock the project's row and must then see what the one before them wrote, hence READ COMMITTED.
    return Engines(
        engine.execution_options(isolation_level="READ COMMITTED"),
        engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True),
    )
