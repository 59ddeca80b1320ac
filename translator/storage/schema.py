"""The schema's own history: bring a database to this version, and refuse one that this version does not know."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from translator.storage.engines import Engines
from translator.storage.errors import StoreFault

_FOLDER = Path(__file__).parent / "migrations"
# Any number will do, as long as nobody else on the same PostgreSQL database uses it.
_UPGRADE_LOCK = 7_264_001


def config_for(connection: Connection) -> Config:
    """Return Alembic's settings for one open connection."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def upgrade(engines: Engines, revision: str = "head") -> None:
    """Migrate to a revision in one transaction; two processes that start together do it one after the other."""
    _migrate(engines, revision, forward=True)


def downgrade(engines: Engines, revision: str) -> None:
    """Migrate back to a revision ("base" = empty), in one transaction."""
    _migrate(engines, revision, forward=False)


def require_current(connection: Connection) -> None:
    """Raise StoreFault unless the database holds exactly this version's schema."""
    held, head = _held(connection), _script(connection).get_current_head()
    if held is None:
        raise StoreFault("The database is empty. Run `flask --app translator upgrade` first.")
    _refuse_unknown(connection, held)
    if held != head:
        raise StoreFault("The database is older than this Translator. Run `flask --app translator upgrade` first.")


def _migrate(engines: Engines, revision: str, *, forward: bool) -> None:
    with engines.writing.connect() as connection:
        if engines.sqlite:
            # SQLite changes a table by making it anew: dropping the old one must not drop what refers to it.
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.rollback()
        try:
            with connection.begin():
                if not engines.sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
                _refuse_unknown(connection, _held(connection))
                (command.upgrade if forward else command.downgrade)(config_for(connection), revision)
                _require_whole(connection, sqlite=engines.sqlite)
        finally:
            connection.invalidate()


def _require_whole(connection: Connection, *, sqlite: bool) -> None:
    if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreFault("The migration would leave rows that refer to nothing; the database is as it was.")


def _held(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _script(connection: Connection) -> ScriptDirectory:
    return ScriptDirectory.from_config(config_for(connection))


def _refuse_unknown(connection: Connection, held: str | None) -> None:
    known = {script.revision for script in _script(connection).walk_revisions()}
    if held is not None and held not in known:
        raise StoreFault(
            f"The database is of another Translator (schema {held}), probably a newer one. Start that version."
        )
