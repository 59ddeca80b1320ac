"""Members and invitations: who gets in, on which side, and that a project keeps a lead."""

from threading import Barrier, Thread

import pytest
from team import join, make_person, make_team

from translator.core.errors import InputError
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.invitations import accept_invitation, invite, look_at_invitation, revoke_invitation
from translator.services.members import change_member, members, remove_member
from translator.services.projects import create_project, delete_project
from translator.storage.tables import Invitation


def sides(desk, team, who=None):
    return {m.name: (m.side, m.lead) for m in members(desk, who or team.ann, team.pid).members}


def version_of(desk, team, person):
    return next(m.version for m in members(desk, team.ann, team.pid).members if m.user_id == person.id)


def test_whoever_starts_a_project_leads_both_sides(desk):
    ann = make_person(desk, "Ann")
    (me,) = members(desk, ann, create_project(desk, ann, "Mine")).members
    assert (me.name, me.side, me.lead, me.is_me) == ("Ann", "both", True, True)


def test_an_invitation_says_what_it_is_for_and_lets_its_holder_in_once(desk, team):
    token = invite(desk, team.ann, team.pid, "Nils from IT", "it", lead=True)
    look = look_at_invitation(desk, token)
    assert (look.project_name, look.side, look.lead, look.invited_by) == ("Spring offers", "it", True, "Ann")
    nils, otto = make_person(desk, "Nils"), make_person(desk, "Otto")
    assert accept_invitation(desk, nils, token) == team.pid
    assert sides(desk, team, nils)["Nils"] == ("it", True)
    for attempt in (lambda: look_at_invitation(desk, token), lambda: accept_invitation(desk, otto, token)):
        with pytest.raises(NotFound):
            attempt()


def test_the_store_keeps_no_token_that_could_be_used(desk, team):
    token = invite(desk, team.ann, team.pid, "", "reader")
    with desk.db.reading() as session:
        kept = [row.token_hash for row in session.query(Invitation)]
    assert token not in "".join(kept)


def test_an_invitation_lasts_fourteen_days(desk, team, clock):
    token = invite(desk, team.ann, team.pid, "", "reader")
    clock.forward(days=13, hours=23)
    assert look_at_invitation(desk, token).side == "reader"
    clock.forward(hours=1)
    with pytest.raises(NotFound):
        accept_invitation(desk, team.zoe, token)
    states = [row.state.value for row in members(desk, team.ann, team.pid).invitations]
    assert states == ["expired", "used", "used", "used"]


def test_an_invitation_that_was_taken_back_opens_nothing(desk, team):
    token = invite(desk, team.ann, team.pid, "", "reader")
    row = members(desk, team.ann, team.pid).invitations[0]
    revoke_invitation(desk, team.ann, team.pid, row.id)
    with pytest.raises(NotFound):
        accept_invitation(desk, team.zoe, token)
    revoke_invitation(desk, team.ann, team.pid, row.id)  # the same button pressed twice
    assert members(desk, team.ann, team.pid).invitations[0].state.value == "revoked"


def test_a_lead_of_one_project_cannot_take_back_an_invitation_of_another(desk, team):
    token = invite(desk, team.ann, team.pid, "", "reader")
    row = members(desk, team.ann, team.pid).invitations[0]
    with pytest.raises(NotFound):
        revoke_invitation(desk, team.zoe, team.foreign, row.id)
    assert look_at_invitation(desk, token).side == "reader"


def test_a_member_who_opens_an_invitation_stays_what_they_are(desk, team):
    token = invite(desk, team.ann, team.pid, "", "reader")
    assert accept_invitation(desk, team.mara, token) == team.pid
    assert sides(desk, team)["Mara"] == ("marketing", False)
    assert look_at_invitation(desk, token).side == "reader"


def test_an_invitation_into_a_deleted_project_opens_nothing(desk, team):
    token = invite(desk, team.ann, team.pid, "", "reader")
    delete_project(desk, team.ann, team.pid)
    with pytest.raises(NotFound):
        look_at_invitation(desk, token)
    with pytest.raises(NotFound):
        accept_invitation(desk, team.zoe, token)


@pytest.mark.parametrize("token", ["", "guess", "\x00", "\ud800", "x" * 10_000])
def test_a_made_up_token_is_simply_not_found(desk, token):
    with pytest.raises(NotFound):
        look_at_invitation(desk, token)


def test_of_ten_people_with_one_link_exactly_one_gets_in(both_desks):
    team = make_team(both_desks)
    token = invite(both_desks, team.ann, team.pid, "", "it")
    crowd = [make_person(both_desks, f"Guest{n}") for n in range(10)]
    barrier, came_in = Barrier(10), []

    def come(person):
        barrier.wait()
        try:
            accept_invitation(both_desks, person, token)
            came_in.append(person.name)
        except NotFound:
            pass

    threads = [Thread(target=come, args=(person,)) for person in crowd]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(came_in) == 1
    assert set(sides(both_desks, team)) == {"Ann", "Mara", "Iris", "Rolf", *came_in}


def test_a_lead_moves_a_member_to_another_side(desk, team, history):
    saved = change_member(desk, team.ann, team.pid, team.rolf.id, version_of(desk, team, team.rolf), "it", True)
    assert sides(desk, team)["Rolf"] == ("it", True)
    assert saved.version == version_of(desk, team, team.rolf) == 2
    assert history(team.pid)[-1] == ("Ann", "changed", "member")


def test_two_leads_who_change_one_member_hear_of_each_other(desk, team):
    seen = version_of(desk, team, team.rolf)
    change_member(desk, team.ann, team.pid, team.rolf.id, seen, "it", False)
    with pytest.raises(Conflict) as conflict:
        change_member(desk, team.ann, team.pid, team.rolf.id, seen, "marketing", False)
    assert (conflict.value.mine["side"], conflict.value.theirs["side"]) == ("marketing", "it")


def test_a_project_keeps_a_lead(desk, team):
    seen = version_of(desk, team, team.ann)
    for attempt in (
        lambda: change_member(desk, team.ann, team.pid, team.ann.id, seen, "both", False),
        lambda: remove_member(desk, team.ann, team.pid, team.ann.id),
    ):
        with pytest.raises(InputError, match="A project needs a lead"):
            attempt()
    change_member(desk, team.ann, team.pid, team.mara.id, version_of(desk, team, team.mara), "marketing", True)
    remove_member(desk, team.ann, team.pid, team.ann.id)
    assert "Ann" not in sides(desk, team, team.mara)


def test_two_leads_who_leave_at_once_leave_one_behind(both_desks):
    desk = both_desks
    for round_ in range(5):
        ann, bea = make_person(desk, f"Ann{round_}"), make_person(desk, f"Bea{round_}")
        pid = create_project(desk, ann, "Pair")
        join(desk, ann, pid, bea, "it", lead=True)
        barrier, refused = Barrier(2), []

        def leave(person, pid=pid, barrier=barrier, refused=refused):
            barrier.wait()
            try:
                remove_member(desk, person, pid, person.id)
            except InputError:
                refused.append(person)

        threads = [Thread(target=leave, args=(person,)) for person in (ann, bea)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(refused) == 1
        assert [m.user_id for m in members(desk, refused[0], pid).members] == [refused[0].id]


def test_a_member_who_is_taken_out_sees_the_project_no_more(desk, team):
    remove_member(desk, team.ann, team.pid, team.mara.id)
    with pytest.raises(NotFound):
        members(desk, team.mara, team.pid)
    remove_member(desk, team.ann, team.pid, team.mara.id)  # the same button pressed twice
    with pytest.raises(NotFound):
        remove_member(desk, team.ann, team.pid, team.zoe.id)


def test_everybody_may_leave_and_only_leads_may_take_others_out(desk, team):
    with pytest.raises(NotAllowed):
        remove_member(desk, team.rolf, team.pid, team.mara.id)
    remove_member(desk, team.rolf, team.pid, team.rolf.id)
    assert set(sides(desk, team)) == {"Ann", "Mara", "Iris"}


@pytest.mark.parametrize(
    ("side", "lead", "field"), [("boss", False, "side"), ("", True, "side"), ("reader", True, "lead")]
)
def test_a_side_that_does_not_exist_and_a_reading_lead_are_refused(desk, team, side, lead, field):
    for attempt in (
        lambda: invite(desk, team.ann, team.pid, "", side, lead),
        lambda: change_member(desk, team.ann, team.pid, team.rolf.id, 1, side, lead),
    ):
        with pytest.raises(InputErrors) as refused:
            attempt()
        assert [error.field for error in refused.value.errors] == [field]


def test_only_leads_see_invitations_and_make_them(desk, team):
    assert members(desk, team.mara, team.pid).invitations == ()
    assert not members(desk, team.mara, team.pid).can_manage
    for person in (team.mara, team.iris, team.rolf):
        with pytest.raises(NotAllowed, match="the leads of this project"):
            invite(desk, person, team.pid, "", "reader")
