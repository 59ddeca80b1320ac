"""People with accounts and a project of theirs, made through the errands themselves."""

from dataclasses import dataclass

from translator.services.desk import Person
from translator.services.invitations import accept_invitation, invite
from translator.services.people import create_account
from translator.services.projects import create_project


@dataclass
class Team:
    """Hold a project of Ann's with a member of every side, and Zoe who belongs to another one."""

    pid: str
    ann: Person
    mara: Person
    iris: Person
    rolf: Person
    zoe: Person
    foreign: str


def make_person(desk, name):
    return create_account(desk, name, f"{name.lower()}@example.org", "$argon2id$not-a-real-one")


def join(desk, inviter, pid, person, side, *, lead=False):
    accept_invitation(desk, person, invite(desk, inviter, pid, person.name, side, lead))


def make_team(desk):
    ann, mara, iris, rolf, zoe = (make_person(desk, name) for name in ("Ann", "Mara", "Iris", "Rolf", "Zoe"))
    pid = create_project(desk, ann, "Spring offers")
    for person, side in ((mara, "marketing"), (iris, "it"), (rolf, "reader")):
        join(desk, ann, pid, person, side)
    foreign = create_project(desk, zoe, "Zoe's own")
    return Team(pid=pid, ann=ann, mara=mara, iris=iris, rolf=rolf, zoe=zoe, foreign=foreign)
