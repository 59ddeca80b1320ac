"""Who may see and do what: a table of all sides against all rights, and foreign projects on every errand."""

import inspect

import pytest
from team import make_team

from translator.services import additions, invitations, members, projects, rejections, text_history, write
from translator.services.access import SIDES, Right, open_project, rights_of, visible_to
from translator.services.additions import Mark
from translator.services.errors import NotAllowed, NotFound
from translator.services.projects import delete_project
from translator.services.write import add_use_case
from translator.storage.tables import Project

TABLE = {
    "marketing": {"read", "write", "infrastructure", "choose", "copy", "answer question"},
    "it": {"read", "infrastructure", "price", "copy", "answer question"},
    "both": {"read", "write", "infrastructure", "price", "choose", "copy", "answer question"},
    "reader": {"read"},
}
# The arguments of each errand beside the desk and the person; `pid` and `number` are put in.
ERRANDS = {
    members.members: {},
    members.change_member: {"user_id": 1, "version": 1, "side": "it", "lead": True},
    members.remove_member: {"user_id": 1},
    invitations.invite: {"label": "", "side": "it", "lead": False},
    invitations.revoke_invitation: {"invitation_id": 1},
    projects.project_view: {},
    projects.save_project: {"version": 1, "name": "Mine now"},
    projects.delete_project: {},
    projects.restore_project: {},
    projects.copy_project: {},
    write.add_use_case: {},
    write.use_case_view: {},
    write.save_use_case: {"version": 1, "narrative": "Mine now"},
    write.delete_use_case: {},
    write.restore_use_case: {},
    write.deleted_use_cases: {},
    rejections.reject_signal: {"kind": "channel", "value": "email", "evidence": "e-mail"},
    rejections.take_back_rejection: {"kind": "channel", "value": "email", "evidence": "e-mail"},
    additions.add_signal: {"mark": Mark(words="e-mail", kind="channel", value="email")},
    additions.correct_signal: {
        "mark": Mark(words="e-mail", kind="channel", value="email"), "was": ("channel", "sms", "e-mail"),
    },
    additions.take_back_addition: {"kind": "channel", "value": "email", "evidence": "e-mail"},
    text_history.use_case_history: {},
    text_history.restore_text: {"version": 1, "entry": 1},
    text_history.was_saved: {"texts": {"narrative": "Mine now"}},
}  # fmt: skip


@pytest.mark.parametrize("side", SIDES)
def test_each_side_has_its_rights_and_a_lead_manages_too(side):
    assert {right.value for right in rights_of(side, lead=False)} == TABLE[side]
    assert {right.value for right in rights_of(side, lead=True)} == TABLE[side] | (
        set() if side == "reader" else {"manage"}
    )


@pytest.mark.parametrize("right", Right)
def test_a_project_opens_for_those_who_have_the_right_and_for_nobody_else(desk, team, right):
    for person, side in ((team.mara, "marketing"), (team.iris, "it"), (team.rolf, "reader"), (team.ann, "both")):
        has_it = right in rights_of(side, lead=person is team.ann)
        with desk.db.writing() as session:
            if has_it:
                assert open_project(session, person, team.pid, right).name == "Spring offers"
            else:
                with pytest.raises(NotAllowed, match="it is for"):
                    open_project(session, person, team.pid, right)
            with pytest.raises(NotFound):
                open_project(session, team.zoe, team.pid, right)


def call(errand, desk, who, pid):
    wanted = inspect.signature(errand).parameters
    place = {"pid": pid} | ({"number": 1} if "number" in wanted else {})
    return errand(desk, who, **place, **ERRANDS[errand])


def test_every_errand_on_a_project_is_in_the_table_of_this_test():
    rooms = (members, invitations, projects, write, rejections, additions, text_history)
    found = {
        errand
        for room in rooms
        for name, errand in inspect.getmembers(room, inspect.isfunction)
        if not name.startswith("_")
        and "pid" in inspect.signature(errand).parameters
        and errand.__module__
        in {r.__name__ for r in (*rooms, __import__("translator.services.project_copy", fromlist=["x"]))}
    }
    assert found == set(ERRANDS)


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand.__name__)
def test_a_foreign_project_and_an_absent_one_are_the_same_to_everybody(both_desks, errand):
    desk, team = both_desks, make_team(both_desks)
    add_use_case(desk, team.ann, team.pid)
    said = set()
    for pid in (team.pid, "0" * 16, "", "' OR 1=1 --", "\x00", "\ud800", "x" * 10_000):
        with pytest.raises(NotFound) as refused:
            call(errand, desk, team.zoe, pid)
        said.add(str(refused.value))
    assert len(said) == 1


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand.__name__)
def test_a_deleted_project_is_closed_to_its_own_lead(desk, team, errand):
    add_use_case(desk, team.ann, team.pid)
    delete_project(desk, team.ann, team.pid)
    if errand in (projects.restore_project, projects.delete_project):
        call(errand, desk, team.ann, team.pid)  # deleting it once more is the same button pressed twice
    else:
        with pytest.raises(NotFound):
            call(errand, desk, team.ann, team.pid)


@pytest.mark.parametrize("number", [0, -1, 2**31 - 1, 2**31, 10**30])
def test_a_number_that_nothing_has_is_not_found_however_large_it_is(both_desks, number):
    desk, team = both_desks, make_team(both_desks)
    for attempt in (
        lambda: write.use_case_view(desk, team.ann, team.pid, number),
        lambda: members.remove_member(desk, team.ann, team.pid, number),
        lambda: invitations.revoke_invitation(desk, team.ann, team.pid, number),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_visible_means_member_of(desk, team):
    with desk.db.reading() as session:
        for person, ids in ((team.rolf, [team.pid]), (team.zoe, [team.foreign])):
            assert [row.id for row in session.query(Project).where(visible_to(person))] == ids
            assert session.query(Project).where(visible_to(person, deleted=True)).all() == []
