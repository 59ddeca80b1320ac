"""The bank that a project works with: the version it keeps, less topics ruled out, with IT's own standard values.

In: the desk as the house set it, and rows of projects that are open to the person. Out: desks whose bank is theirs.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.core.bank.changed import Changes, changed
from translator.core.bank.model import Bank
from translator.core.bank.tailored import OwnValue, RuledOut, tailored
from translator.services.bank_versions import changes_of, number_in
from translator.services.desk import Desk
from translator.storage import tables
from translator.storage.agreement_tables import RuledOutTopic, StandardValue
from translator.storage.project_mapping import own_value_from, ruled_out_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Tailoring:
    """Hold what makes a project's bank differ from the house's; its repr tells all of it."""

    changes: Changes = field(default_factory=dict)
    ruled_out: tuple[RuledOut, ...] = ()
    own: tuple[OwnValue, ...] = ()

    def cut(self, bank: Bank) -> Bank:
        """Return the bank that the project works with."""
        return tailored(changed(bank, self.changes), {one.topic for one in self.ruled_out}, self.own)


def desk_of(session: Session, desk: Desk, project: tables.Project) -> Desk:
    """Return the desk with this project's bank on it; one that has it already is made anew from the house's."""
    house = desk.house or desk.bank
    bank = tailoring_of(session, [project.id])[project.id].cut(house)
    return replace(desk, bank=bank, house=house)


def edition_of(session: Session, desk: Desk, project: tables.Project, number: int | None = None) -> Bank:
    """Return the published bank that a project keeps, or version `number`, without anything of the project's own."""
    wanted = number_in(project.bank_version) if number is None else number
    return changed(desk.house or desk.bank, changes_of(session, {wanted})[wanted])


def tailoring_of(session: Session, ids: Sequence[str]) -> Mapping[str, Tailoring]:
    """Return what these projects settled, by their ids. A few queries, whatever their number."""
    out: defaultdict[str, list[RuledOut]] = defaultdict(list)
    own: defaultdict[str, list[OwnValue]] = defaultdict(list)
    for topic in session.scalars(
        select(RuledOutTopic).where(RuledOutTopic.project_id.in_(ids)).order_by(RuledOutTopic.id)
    ):
        out[topic.project_id].append(ruled_out_from(topic))
    for value in session.scalars(
        select(StandardValue).where(StandardValue.project_id.in_(ids)).order_by(StandardValue.id)
    ):
        own[value.project_id].append(own_value_from(value))
    project = tables.Project
    names = session.execute(select(project.id, project.bank_version).where(project.id.in_(ids)))
    numbers = {pid: number_in(name) for pid, name in names}
    changes = changes_of(session, {0, *numbers.values()})
    return {
        pid: Tailoring(changes=changes[numbers.get(pid, 0)], ruled_out=tuple(out[pid]), own=tuple(own[pid]))
        for pid in ids
    }
