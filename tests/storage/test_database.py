"""The database: settings that keep answered saves, sessions that are one transaction, and a guarded history."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from translator.storage.database import Database
from translator.storage.errors import StoreFault
from translator.storage.tables import History, Membership, Project

NOW = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)


def a_project(**fields: object) -> Project:
    return Project(**{"id": "p1", "name": "Win-back", "created_at": NOW, "updated_at": NOW, **fields})


def a_line() -> History:
    return History(project_id="p1", at=NOW, person="Ann", action="saved", subject="use case", subject_id="1")


def test_sqlite_is_set_so_that_an_answered_save_survives_a_power_cut(db: Database) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    for engine in (db.engines.writing, db.engines.reading):
        with engine.connect() as connection:
            assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted


@pytest.mark.postgres
def test_a_postgresql_that_may_lose_saves_is_not_served(postgres_url: str) -> None:
    database = Database(postgres_url)
    database.start()
    with database.engines.writing.begin() as connection:
        name = connection.execute(text("SELECT current_database()")).scalar_one()
        connection.execute(text(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    database.close()
    with pytest.raises(StoreFault, match="synchronous_commit"):
        database.start()
    database.close()


def test_what_was_written_is_there_for_the_next_reader(database: Database) -> None:
    with database.writing() as session:
        session.add(a_project())
    with database.reading() as session:
        found = session.scalars(select(Project)).one()
    assert (found.name, found.version, found.updated_at) == ("Win-back", 1, NOW)


def test_an_error_undoes_everything_that_the_errand_wrote(database: Database) -> None:
    def errand() -> None:
        with database.writing() as session:
            session.add(a_project())
            session.flush()
            raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        errand()
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Project)) == 0


def test_a_reading_session_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError), database.reading() as session:
        session.execute(update(Project).values(name="Changed"))
    with database.writing() as session:  # the same connection writes again afterwards
        session.add(a_project())


def test_a_reader_sees_one_moment_even_while_others_write(database: Database) -> None:
    with database.writing() as session:
        session.add(a_project())
    with database.reading() as reader:
        assert reader.scalar(select(Project.name)) == "Win-back"
        with database.writing() as session:
            session.execute(update(Project).values(name="Renamed"))
        assert reader.scalar(select(Project.name)) == "Win-back"


def test_a_row_that_refers_to_nothing_is_refused(database: Database) -> None:
    with pytest.raises(DBAPIError), database.writing() as session:
        session.add(Membership(project_id="nowhere", user_id=7, side="it"))


def test_a_write_from_an_old_version_changes_nothing(database: Database) -> None:
    with database.writing() as session:
        session.add(a_project())
    with database.reading() as session:
        old = session.scalars(select(Project)).one()
    with database.writing() as session:
        session.scalars(select(Project)).one().name = "Second"
    old.name = "Lost"
    with pytest.raises(StaleDataError), database.writing() as session:
        session.add(old)
    with database.reading() as session:
        kept = session.scalars(select(Project)).one()
    assert (kept.name, kept.version) == ("Second", 2)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE history SET person = 'Nobody'", "DELETE FROM history", "DELETE FROM history WHERE id = 1"],
)
def test_the_history_can_neither_be_changed_nor_deleted(database: Database, statement: str) -> None:
    with database.writing() as session:
        session.add(a_line())
    with pytest.raises(DBAPIError, match="append-only"), database.writing() as session:
        session.execute(text(statement))
    with database.reading() as session:
        assert session.scalars(select(History.person)).all() == ["Ann"]


def test_the_history_cannot_be_replaced_in_sqlite(db: Database) -> None:
    with db.writing() as session:
        session.add(a_line())
    columns = "id, project_id, at, person, action, subject, subject_id"
    forged = f"INSERT OR REPLACE INTO history ({columns}) VALUES (1, 'p1', '2026-01-01', 'Bob', 'x', 'x', 'x')"
    with pytest.raises(DBAPIError, match="append-only"), db.writing() as session:
        session.execute(text(forged))


@pytest.mark.postgres
def test_the_history_cannot_be_emptied_in_postgresql(postgres_url: str) -> None:
    database = Database(postgres_url)
    with pytest.raises(DBAPIError, match="append-only"), database.writing() as session:
        session.execute(text("TRUNCATE history"))
    database.close()


def test_a_database_that_does_not_answer_is_found_out(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.db'}")
    with pytest.raises(DBAPIError):
        database.check()


def test_a_database_that_answers_passes_the_check(database: Database) -> None:
    database.check()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://host/name", "not an address"])
def test_an_address_that_is_of_no_use_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(StoreFault, match=r"\.$"):
        Database(url)
