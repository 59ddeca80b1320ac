"""The schema: migrations and tables agree, go forward and back, and a foreign schema is refused."""

from datetime import UTC, datetime
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text

from translator.storage import schema
from translator.storage.database import Database
from translator.storage.errors import StoreFault
from translator.storage.tables import Addition, Base, Project, UseCase


def tables_in(database: Database) -> set[str]:
    with database.engines.reading.connect() as connection:
        return set(inspect(connection).get_table_names())


def test_the_migrations_make_exactly_the_tables_that_the_code_describes(database: Database) -> None:
    with database.engines.reading.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_schema_goes_up_and_down_and_up_again(empty_database: Database) -> None:
    empty_database.upgrade()
    full = tables_in(empty_database)
    schema.downgrade(empty_database.engines, "base")
    assert tables_in(empty_database) == {"alembic_version"}
    empty_database.upgrade()
    assert tables_in(empty_database) == full == {*Base.metadata.tables, "alembic_version"}
    empty_database.start()


def test_upgrading_a_database_that_is_up_to_date_changes_nothing(database: Database) -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    with database.writing() as session:
        session.add(Project(id="p", name="Kept", created_at=now, updated_at=now))
    database.upgrade()
    with database.reading() as session:
        assert session.scalars(select(Project.name)).all() == ["Kept"]


def test_two_processes_may_upgrade_one_empty_database_at_the_same_time(empty_database: Database) -> None:
    faults: list[Exception] = []

    def upgrade() -> None:
        try:
            empty_database.upgrade()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the test must show it
            faults.append(fault)

    threads = [Thread(target=upgrade) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    empty_database.start()


def test_an_empty_database_is_not_served_but_says_what_to_do(empty_database: Database) -> None:
    with pytest.raises(StoreFault, match="upgrade"):
        empty_database.start()


def test_a_schema_of_an_unknown_version_is_neither_served_nor_touched(database: Database) -> None:
    with database.engines.writing.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'f00d'"))
    with pytest.raises(StoreFault, match="f00d"):
        database.start()
    with pytest.raises(StoreFault, match="f00d"):
        database.upgrade()
    assert "project" in tables_in(database)


def test_what_people_say_of_words_comes_and_goes_and_all_else_stays(
    empty_database: Database,
) -> None:
    schema.upgrade(empty_database.engines, "0002")
    assert "addition" not in tables_in(empty_database)
    now = datetime(2026, 11, 21, tzinfo=UTC)
    with empty_database.writing() as session:
        session.add(Project(id="p", name="Kept", created_at=now, updated_at=now))
    empty_database.upgrade()
    with empty_database.writing() as session:
        session.add(UseCase(project_id="p", number=1, created_at=now, updated_at=now))
        session.flush()
        case = session.scalars(select(UseCase.id)).one()
        session.add(Addition(use_case_id=case, kind="data", value="x", evidence="x", person="Mara", at=now))
    schema.downgrade(empty_database.engines, "0002")
    assert "addition" not in tables_in(empty_database)
    empty_database.upgrade()
    with empty_database.reading() as session:
        assert session.scalars(select(Project.name)).all() == ["Kept"]
        assert session.scalars(select(Addition)).all() == []
