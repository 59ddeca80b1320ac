"""Two projects with the same things in them, and one person of every role: what the matrix of rights is tried on.

Ana leads marketing, Mia is marketing, Ivo is IT, Rita reads. Olga has the other project, in which she has every right.
"""

from dataclasses import dataclass
from datetime import date

from translator.services import options, questions, review
from translator.services.additions import Mark, add_signal
from translator.services.answer import dont_know, save_answer
from translator.services.decide import add_decision
from translator.services.errand import reading
from translator.services.glossary import add_term
from translator.services.invitations import accept_invitation, invitations_of, invite
from translator.services.members import change_member
from translator.services.people import create_account
from translator.services.projects import create_project, delete_project
from translator.services.requirements import accept, drop, edit, requirements_view
from translator.services.shared import open_conflicts
from translator.services.still_right import all_still_right
from translator.services.write import (
    add_use_case,
    delete_use_case,
    reject_signal,
    save_use_case,
    use_case_history,
    use_case_view,
)
from translator.storage import tables
from translator.web.describe.chips import token_of
from translator.web.desk import desk

NARRATIVE = "When a known visitor leaves the savings calculator, show an offer on the next page within 2 seconds."
OPTION = {"name": "Rules in the shop", "risk": "low"}
WORDS = {"sentence": "The system shall greet.", "plain": "", "fit": "", "priority": "must"}


@dataclass(frozen=True)
class Things:
    """Hold the addresses of everything in one project; each is the value that a route has for it."""

    pid: str
    deleted_pid: str
    rejected: str
    marked: str
    signal: str
    drafted: int
    edited: int
    dropped: int
    infrastructure: int
    shared: int
    judged: int
    judged_shared: int
    suspect: int
    asked: int
    decision: int
    conflict: str
    cleared: str
    invitation: int
    user: int
    entry: int


def people_of(hash_of_password, *names):
    """Make an account for each first name."""
    return {
        name: create_account(desk(), f"{name.title()} Example", f"{name}@example.org", hash_of_password)
        for name in names
    }


def furnish(people, owner, **sides):
    """Make a project with one of everything; `owner` leads it and keeps both sides unless `sides` says otherwise."""
    lead = people[owner]
    at = (desk(), lead)
    pid, deleted_pid = create_project(*at, f"{owner}'s plan"), create_project(*at, f"{owner}'s old plan")
    _write(at, pid)
    _price(at, pid)
    dont_know(*at, pid, 1, "channels", version=0)
    rows = _lines(at, pid)
    asked = questions.ask_question(*at, pid, scope=1, text="Which offers may be shown?")
    decision = add_decision(*at, pid, what="Who approves the offers?")
    for project in (pid, deleted_pid):
        for name, side in sides.items():
            if name != owner:
                accept_invitation(desk(), people[name], invite(*at, project, name, side))
    rows |= _judged(people.get("ivo", lead) if "ivo" in sides else lead, pid)
    invite(*at, pid, "somebody", "reader")
    add_term(*at, pid, term="Warm visitor", definition="Somebody who came twice in a week.")
    with reading(*at, pid) as errand:
        invitation = invitations_of(errand)[0].id
    delete_project(*at, deleted_pid)
    if owner in sides:
        change_member(*at, pid, lead.id, version=1, side=sides[owner], lead=True)
    _share(at, pid)
    case = use_case_view(*at, pid, 1)
    return Things(
        pid=pid, deleted_pid=deleted_pid, asked=asked, decision=decision, invitation=invitation,
        conflict=open_conflicts(*at, pid)[0].conflict.key,
        rejected=token_of(case.rejections[0]), marked=token_of(case.additions[0]),
        signal=token_of(case.reading.signals[0]),
        entry=use_case_history(*at, pid, 1, every=True)[-1].entry, user=people[next(iter(sides), owner)].id, **rows,
    )  # fmt: skip


def _write(at, pid):
    for number, title in ((1, "Offer after the calculator"), (2, "Taken out again")):
        assert add_use_case(*at, pid) == number
        save_use_case(*at, pid, number, version=1, title=title, narrative="Show an offer.")
        save_use_case(*at, pid, number, version=2, narrative=NARRATIVE)
    delete_use_case(*at, pid, 2)
    signal = use_case_view(*at, pid, 1).reading.signals[-1]
    reject_signal(*at, pid, 1, signal.kind.value, signal.value, signal.evidence)
    add_signal(*at, pid, 1, Mark(words="known visitor", kind="actor", role="audience"))


def _share(at, pid):
    """Give the project one need that two use cases share, and one conflict."""
    number = add_use_case(*at, pid)
    for case, unit in ((1, "hour"), (number, "day")):
        save_answer(*at, pid, case, "freshness", version=0, number="1", unit=unit)
    save_use_case(*at, pid, number, version=1, title="", narrative="All of it is deleted after 30 days.")
    save_answer(*at, pid, 0, "keep", version=0, number="1", unit="year")


def _price(at, pid):
    assert [options.add_option(*at, pid, 1, OPTION) for _ in range(3)] == ["A", "B", "C"]
    options.delete_option(*at, pid, 1, "C", version=1)


def _lines(at, pid):
    lines = requirements_view(*at, pid, 1).rows
    functional = [line for line in lines if line.requirement.category == "functional"]
    drafted, edited, dropped, suspect, looked = functional[:5]
    edit(*at, pid, edited.row_id, edited.version, **WORDS)
    drop(*at, pid, dropped.row_id, dropped.version)
    for line in (suspect, looked):
        accept(*at, pid, line.row_id, line.version)
        with desk().db.writing() as session:
            session.get_one(tables.Requirement, line.row_id).rested_on = ["“what the text said then”"]
    now = {line.row_id: line.version for line in requirements_view(*at, pid, 1).rows}
    _, cleared = all_still_right(*at, pid, {looked.row_id: now[looked.row_id]})
    return {
        "cleared": cleared,
        "suspect": suspect.row_id,
        "drafted": drafted.row_id, "edited": edited.row_id, "dropped": dropped.row_id,
        "infrastructure": next(line.row_id for line in lines if _for_it(line)),
        "shared": next(line.row_id for line in requirements_view(*at, pid, 0).rows if _for_it(line)),
    }  # fmt: skip


def _judged(who, pid):
    """Let IT say yes to one line of each scope at once; return their rows."""
    found = {}
    for name, scope in (("judged", 1), ("judged_shared", 0)):
        row = review.review_view(desk(), who, pid, scope).rows[-1].row_id
        assert review.judge_rest(desk(), who, pid, scope, [row]) == (row,)
        found[name] = row
    return found


def _for_it(line):
    return line.requirement.category == "infrastructure"


TOMORROW = date(2099, 1, 1).isoformat()
