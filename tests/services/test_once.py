"""A form that makes something makes it once, however often and however fast it is sent."""

from threading import Barrier, Thread

from sqlalchemy import func, select
from team import make_team

from translator.services.projects import create_project, list_projects
from translator.services.write import add_use_case
from translator.storage.tables import Receipt

AT_ONCE = 8


def sent_at_once(send):
    """Send a form from many threads at the same moment; return every answer."""
    answers, start = [], Barrier(AT_ONCE)

    def one():
        start.wait()
        answers.append(send())

    threads = [Thread(target=one) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_of_equal_forms_sent_at_once_one_adds_a_use_case_and_all_get_its_number(both_desks):
    team = make_team(both_desks)
    answers = sent_at_once(lambda: add_use_case(both_desks, team.mara, team.pid, once="one showing of the form"))
    assert answers == [1] * AT_ONCE
    assert add_use_case(both_desks, team.mara, team.pid, once="another showing") == 2


def test_of_equal_forms_sent_at_once_one_starts_a_project(both_desks):
    zoe = make_team(both_desks).zoe
    answers = sent_at_once(lambda: create_project(both_desks, zoe, "Summer", once="one showing of the form"))
    assert len(answers) == AT_ONCE
    assert len(set(answers)) == 1
    assert [card.name for card in list_projects(both_desks, zoe)].count("Summer") == 1


def test_the_key_of_one_person_means_nothing_from_another(desk, team):
    mine = create_project(desk, team.ann, "Summer", once="the same key")
    assert create_project(desk, team.zoe, "Summer", once="the same key") != mine


def test_without_a_key_every_sending_counts(desk, team):
    assert [add_use_case(desk, team.mara, team.pid) for _ in range(2)] == [1, 2]


def test_receipts_of_last_week_are_thrown_away(desk, team, clock):
    assert add_use_case(desk, team.mara, team.pid, once="early") == 1
    clock.forward(days=8)
    assert add_use_case(desk, team.mara, team.pid, once="late") == 2
    with desk.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(Receipt)) == 1
