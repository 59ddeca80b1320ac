"""Inviting people, joining, and changing who is on which side."""

import re

from visitor import PASSWORD, Visitor, words


def link_of(response):
    return re.search(r'id="link" value="http://localhost(/invite/[^"]+)"', response.text)[1]


def invite(visitor, house, **fields):
    fields = {"label": "Ines", "side": "it", **fields}
    return visitor.post(f"/projects/{house['pid']}/people/invite", **fields)


def test_an_invited_person_creates_an_account_and_lands_in_the_project(app, house, ana):
    link = link_of(invite(ana, house))
    ines = Visitor(app)
    page = words(ines.get(link))
    assert "Ana Example invites you to" in page
    assert "Offers that fit" in page
    assert "IT" in page
    joined = ines.post(link, follow=True, name="Ines Example", email="ines@example.org", password=PASSWORD)
    assert joined.request.path == f"/projects/{house['pid']}"
    assert "You are now a member of Offers that fit." in words(joined)
    assert "Ines Example" in words(ana.get(f"/projects/{house['pid']}/people"))


def test_the_link_is_shown_once_in_a_field_that_can_be_copied(house, ana):
    shown = invite(ana, house)
    field = re.search(r"<input[^>]*id=\"link\"[^>]*>", shown.text)[0]
    assert "readonly" in field
    assert link_of(shown) not in ana.get(f"/projects/{house['pid']}/people").text


def test_somebody_with_an_account_joins_with_one_button(house, ana, olga):
    link = link_of(invite(ana, house))
    assert "You are signed in as Olga Example." in words(olga.get(link))
    assert olga.post(link, follow=True).request.path == f"/projects/{house['pid']}"


def test_a_link_lets_one_person_in(app, house, ana, olga):
    link = link_of(invite(ana, house))
    olga.post(link)
    late = Visitor(app)
    assert late.get(link).status_code == 404
    assert late.post(link, name="Late", email="late@example.org", password=PASSWORD).status_code == 404
    assert late.sign_in("late@example.org").status_code == 422


def test_a_link_that_was_taken_back_opens_nothing(app, house, ana):
    link = link_of(invite(ana, house))
    address = re.search(r'action="([^"]+/revoke)"', ana.get(f"/projects/{house['pid']}/people").text)[1]
    assert "The invitation is taken back." in words(ana.post(address, follow=True))
    assert Visitor(app).get(link).status_code == 404


def test_what_is_wrong_with_the_new_account_is_said_on_the_invitation(app, house, ana):
    link = link_of(invite(ana, house))
    taken = Visitor(app).post(link, name="Ivo", email="ivo@example.org", password=PASSWORD)
    assert taken.status_code == 422
    assert "There is already an account with this e-mail address." in words(taken)


def test_a_lead_puts_a_member_on_another_side(house, ana):
    address = f"/projects/{house['pid']}/people/{house['rita'].id}"
    assert 'value="reader" checked' in ana.get(address).text
    assert "Saved." in words(ana.post(address, follow=True, version="1", side="it"))
    assert 'value="it" checked' in ana.get(address).text


def test_the_last_lead_cannot_step_down(house, ana):
    address = f"/projects/{house['pid']}/people/{house['ana'].id}"
    refused = ana.post(address, version="2", side="marketing")
    assert refused.status_code == 422
    assert "A project needs a lead." in words(refused)


def test_a_member_who_leads_nothing_sees_people_but_changes_none(house, ivo):
    address = f"/projects/{house['pid']}/people"
    page = words(ivo.get(address))
    assert "ana@example.org" in page
    assert "Invite somebody" not in page
    assert invite(ivo, house).status_code == 403
    assert ivo.get(f"{address}/{house['rita'].id}").status_code == 404


def test_everybody_may_leave(house, rita):
    gone = rita.post(f"/projects/{house['pid']}/people/{house['rita'].id}/remove", follow=True)
    assert "You have left the project." in words(gone)
    assert rita.get(f"/projects/{house['pid']}").status_code == 404
