"""Twenty people at once: every save is either accepted or answered with both texts, and no text is lost."""

from threading import Barrier, Thread

import pytest
from sqlalchemy import select
from team import join, make_person

from translator.services.errors import Conflict
from translator.services.projects import create_project, project_view, save_project
from translator.services.write import add_use_case, save_use_case, use_case_history, use_case_view
from translator.storage.tables import History, UseCase

WRITERS = 20


def at_once(work, people):
    """Run `work(person)` for all people at the same moment; return what each one returned."""
    barrier, results = Barrier(len(people)), []

    def run(person):
        barrier.wait()
        results.append(work(person))

    threads = [Thread(target=run, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == len(people), "somebody got neither a save nor a conflict"
    return results


@pytest.fixture
def crowd(both_desks):
    lead = make_person(both_desks, "Lead")
    pid = create_project(both_desks, lead, "Race")
    people = [lead, *(make_person(both_desks, f"Writer{n}") for n in range(WRITERS - 1))]
    for person in people[1:]:
        join(both_desks, lead, pid, person, "both", lead=True)
    return pid, people


def test_of_twenty_saves_over_one_version_one_is_accepted_and_nineteen_see_its_text(both_desks, crowd):
    pid, people = crowd
    add_use_case(both_desks, people[0], pid)

    def save(person):
        try:
            save_use_case(both_desks, person, pid, 1, version=1, narrative=f"Written by {person.name}.")
        except Conflict as conflict:
            return conflict.theirs["narrative"], conflict.version
        return "accepted", person.name

    results = at_once(save, people)
    winners = [name for word, name in results if word == "accepted"]
    assert len(winners) == 1
    assert set(results) == {("accepted", winners[0]), (f"Written by {winners[0]}.", 2)}
    assert use_case_view(both_desks, people[0], pid, 1).narrative == f"Written by {winners[0]}."


def test_twenty_people_who_each_save_again_after_a_conflict_lose_no_text(both_desks, crowd):
    pid, people = crowd
    add_use_case(both_desks, people[0], pid)

    def save_until_accepted(person):
        version, accepted, conflicts = 1, [], 0
        while len(accepted) < 3:
            text = f"{person.name} writes {len(accepted)}."
            try:
                version = save_use_case(both_desks, person, pid, 1, version=version, narrative=text).version
                accepted.append(text)
            except Conflict as conflict:
                version, conflicts = conflict.version, conflicts + 1
        return accepted, conflicts

    results = at_once(save_until_accepted, people)
    accepted = [text for texts, _ in results for text in texts]
    with both_desks.db.reading() as session:
        version = session.scalars(select(UseCase.version)).one()
        saves = session.scalars(select(History).where(History.action == "saved").order_by(History.id)).all()
    # Three counts that know nothing of each other: what people were told, the row's version, the history.
    assert len(accepted) == WRITERS * 3 == version - 1 == len(saves)
    assert sorted(accepted) == sorted(line.after["narrative"] for line in saves)
    shown = use_case_history(both_desks, people[0], pid, 1, every=True)
    assert [v.narrative for v in reversed(shown)] == [line.after["narrative"] for line in saves]


def test_twenty_people_who_add_use_cases_at_once_get_twenty_numbers(both_desks, crowd):
    pid, people = crowd
    numbers = at_once(lambda person: add_use_case(both_desks, person, pid), people)
    assert sorted(numbers) == list(range(1, WRITERS + 1))


def test_twenty_saves_of_the_facts_over_one_version_leave_one_whole_form(both_desks, crowd):
    pid, people = crowd

    def save(person):
        try:
            save_project(both_desks, person, pid, 1, objective=f"o {person.name}", problem=f"p {person.name}")
        except Conflict:
            return None
        return person.name

    (winner,) = [name for name in at_once(save, people) if name]
    view = project_view(both_desks, people[0], pid)
    assert (view.objective, view.problem, view.version) == (f"o {winner}", f"p {winner}", 2)
