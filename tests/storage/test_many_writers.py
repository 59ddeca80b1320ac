"""Several server processes over one SQLite file: everybody gets a turn, and every answered save is there."""

import multiprocessing
import threading
import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from translator.storage import engines
from translator.storage.database import Database
from translator.storage.errors import StoreBusy
from translator.storage.tables import History, Project
from translator.storage.turns import Turns

NOW = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
PROCESSES, WRITES = 3, 40


def write_many(url):
    """Read a version, change the row and note it, as an errand does; return how many saves were answered."""
    database = Database(url)
    for _ in range(WRITES):
        with database.writing() as session:
            project = session.scalars(select(Project)).one()
            project.name = f"Version {project.version + 1}"
            session.add(History(at=NOW, person="Ann", action="saved", subject="project", subject_id="p1"))
    database.close()
    return WRITES


def test_three_processes_that_write_at_once_all_get_their_turn(db, sqlite_url):
    with db.writing() as session:
        session.add(Project(id="p1", name="Version 1", created_at=NOW, updated_at=NOW))
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        answered = sum(pool.map(write_many, [sqlite_url] * PROCESSES, chunksize=1))
    with db.reading() as session:
        project = session.scalars(select(Project)).one()
        assert answered == project.version - 1 == session.scalar(select(func.count(History.id))) == PROCESSES * WRITES
        assert project.name == f"Version {project.version}"


def test_a_writer_waits_for_the_one_before_it(db):
    order = []

    def first():
        with db.writing():
            order.append("first begins")
            time.sleep(0.3)
            order.append("first ends")

    thread = threading.Thread(target=first)
    thread.start()
    while not order:
        time.sleep(0.01)
    with db.writing():
        order.append("second begins")
    thread.join()
    assert order == ["first begins", "first ends", "second begins"]


def test_a_writer_gives_up_when_another_process_keeps_the_database_and_writes_again_later(db, sqlite_url, monkeypatch):
    monkeypatch.setattr(engines, "WAIT_SECONDS", 0.2)
    other = Database(sqlite_url)
    with other.writing(), pytest.raises(StoreBusy, match="Nothing was saved"), db.writing():
        pass
    other.close()
    with db.writing() as session:
        session.add(Project(id="p1", name="Free again", created_at=NOW, updated_at=NOW))


def test_writers_of_one_process_come_in_the_order_in_which_they_asked():
    turns, order = Turns(patience=5), []

    def take(number):
        with turns:
            order.append(number)

    threads = [threading.Thread(target=take, args=(number,)) for number in range(10)]
    with turns:
        for thread in threads:
            thread.start()
            time.sleep(0.02)
    for thread in threads:
        thread.join()
    assert order == list(range(10))


def test_a_writer_that_gave_up_is_in_nobodys_way():
    turns = Turns(patience=0.05)
    with turns, pytest.raises(StoreBusy), turns:
        pass
    with turns:
        pass
