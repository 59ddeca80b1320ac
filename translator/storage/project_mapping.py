"""A project and what hangs on it directly: rows -> core values (use case, rejection, addition, decision ...).

In: rows. Out: the values that a dossier is made of. Moments become dates, because that is what a document shows.
"""

from collections.abc import Iterable

from translator.core.bank.tailored import OwnValue, RuledOut
from translator.core.estimates import ThreePoint
from translator.core.glossary import Entry
from translator.core.options import Decision
from translator.core.project import Member, Project
from translator.core.reading.model import Added, Kind, Rejection
from translator.core.requirements.model import OpenQuestion
from translator.core.text import UseCase
from translator.core.what_if import LevelPrice
from translator.storage import tables
from translator.storage.agreement_tables import AgreedTerm, RuledOutTopic, StandardValue
from translator.storage.agreement_tables import LevelPrice as LevelPriceRow


def project_from(row: tables.Project, members: Iterable[tables.Membership]) -> Project:
    """Read a project and its members, in the order given."""
    return Project(
        name=row.name,
        objective=row.objective,
        problem=row.problem,
        success=row.success,
        proof=row.proof,
        currency=row.currency,
        budget=row.budget,
        deadline=row.deadline,
        members=tuple(Member(name=m.user.name, side=m.side, lead=m.lead) for m in members),
    )


def use_case_from(row: tables.UseCase) -> UseCase:
    """Read a use case."""
    return UseCase(number=row.number, title=row.title, narrative=row.narrative, measure=row.measure)


def rejection_from(row: tables.Rejection) -> Rejection:
    """Read a signal that a person rejected."""
    return Rejection(Kind(row.kind), row.value, row.evidence)


def addition_from(row: tables.Addition) -> Added:
    """Read what a person said that words mean."""
    was = Rejection(Kind(row.was_kind), row.was_value, row.was_evidence) if row.was_kind else None
    return Added(
        kind=Kind(row.kind),
        value=row.value,
        evidence=row.evidence,
        role=row.role,
        negated=row.negated,
        person=row.person,
        instead_of=was,
    )


def write_addition(row: tables.Addition, added: Added) -> None:
    """Put an Added into its row; use case and moment are the caller's."""
    was = added.instead_of
    row.kind, row.value, row.evidence = added.kind.value, added.value, added.evidence
    row.role, row.negated, row.person = added.role, added.negated, added.person
    row.was_kind, row.was_value, row.was_evidence = (was.kind.value, was.value, was.evidence) if was else ("", "", "")


def decision_from(row: tables.Decision) -> Decision:
    """Read a decision; dates as ISO 8601, "" where there is none."""
    return Decision(
        use_case=row.scope or None,
        what=row.what,
        owner=row.owner,
        due=row.due.isoformat() if row.due else "",
        outcome=row.outcome,
        reason=row.reason,
        decided_by=row.decided_by,
        decided_on=row.decided_at.date().isoformat() if row.decided_at else "",
        about=row.about or "",
    )


def asked_from(row: tables.AskedQuestion) -> OpenQuestion:
    """Read a question that a person asked freely; it never keeps the document from being signed."""
    return OpenQuestion(
        use_case=row.scope or None,
        question_id="",
        text=row.text,
        why=f"{row.asked_by} asked on {row.asked_at.date().isoformat()}.",
        must=False,
        owner=row.owner,
        due=row.due,
    )


def term_from(row: AgreedTerm) -> Entry:
    """Read a term as the project worded it or agreed to it."""
    return Entry(
        term=row.term,
        marketing=row.marketing,
        it=row.it,
        definition=row.definition,
        marketing_by=row.marketing_by,
        it_by=row.it_by,
        own=True,
    )


def ruled_out_from(row: RuledOutTopic) -> RuledOut:
    """Read a topic that the project rules out."""
    return RuledOut(topic=row.topic, reason=row.reason, person=row.person)


def own_value_from(row: StandardValue) -> OwnValue:
    """Read a standard value as IT set it."""
    return OwnValue(key=row.key, value=row.value, reason=row.reason, person=row.person)


def price_from(row: LevelPriceRow) -> LevelPrice:
    """Read what one level of a shared need costs."""
    return LevelPrice(
        need=row.need,
        level=row.level,
        one_off=ThreePoint(*row.one_off) if row.one_off else None,
        yearly=ThreePoint(*row.yearly) if row.yearly else None,
        note=row.note,
        person=row.person,
    )
