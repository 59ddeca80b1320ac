"""The tables. A project and everything below it carry versions: a write says which version it changes.

`scope` is 0 for what belongs to the project as a whole, else the use case's number: it takes part in unique keys,
where a NULL would not.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from translator.storage.columns import Base, Moment, Versioned

user_role = Table(
    "user_role",
    Base.metadata,
    Column("user_id", ForeignKey("user.id", ondelete="CASCADE"), primary_key=True),
    Column("role_id", ForeignKey("role.id", ondelete="CASCADE"), primary_key=True),
)


class Role(Base):
    """Hold a role of the whole installation; the only one so far is "administrator"."""

    __tablename__ = "role"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    description: Mapped[str] = mapped_column(String(255), default="")


class User(Base):
    """Hold an account. `password` is an argon2id hash; `fs_uniquifier` names the account inside sessions."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(255), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password: Mapped[str] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    roles: Mapped[list[Role]] = relationship(secondary=user_role, lazy="selectin")


class WebSession(Base):
    """Hold a browser's session. `id` is the SHA-256 of the cookie, so a stolen database opens no door."""

    __tablename__ = "web_session"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    data: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)


class Project(Versioned, Base):
    """Hold a project; `id` is random, so that it tells nothing. `budget` in minor units of `currency`."""

    __tablename__ = "project"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    objective: Mapped[str] = mapped_column(Text, default="")
    problem: Mapped[str] = mapped_column(Text, default="")
    success: Mapped[str] = mapped_column(Text, default="")
    proof: Mapped[str] = mapped_column(Text, default="")
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    budget: Mapped[int | None] = mapped_column(BigInteger)
    deadline: Mapped[date | None] = mapped_column(Date)
    sample: Mapped[bool] = mapped_column(Boolean, default=False)
    bank_version: Mapped[str] = mapped_column(String(40), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    updated_at: Mapped[datetime] = mapped_column(Moment)
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class Membership(Versioned, Base):
    """Hold who belongs to a project, on which side ("marketing", "it", "both", "reader"), and whether as its lead."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("project_id", "user_id"),
        CheckConstraint("side IN ('marketing', 'it', 'both', 'reader')", name="side"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    side: Mapped[str] = mapped_column(String(10))
    lead: Mapped[bool] = mapped_column(Boolean, default=False)
    user: Mapped[User] = relationship(lazy="joined")


class Invitation(Base):
    """Hold an invitation. The link carries a random token; only its SHA-256 is kept."""

    __tablename__ = "invitation"
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    label: Mapped[str] = mapped_column(String(200), default="")
    side: Mapped[str] = mapped_column(String(10))
    lead: Mapped[bool] = mapped_column(Boolean, default=False)
    created_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    used_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)


class UseCase(Versioned, Base):
    """Hold a use case. `number` is the 2 of UC2 and is never given again, not after a deletion either."""

    __tablename__ = "use_case"
    __table_args__ = (UniqueConstraint("project_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(200), default="")
    narrative: Mapped[str] = mapped_column(Text, default="")
    measure: Mapped[str] = mapped_column(Text, default="")
    asked_it_at: Mapped[datetime | None] = mapped_column(Moment)
    asked_it_note: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    updated_at: Mapped[datetime] = mapped_column(Moment)
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class Rejection(Base):
    """Hold a signal that a person rejected, by its words."""

    __tablename__ = "rejection"
    __table_args__ = (UniqueConstraint("use_case_id", "kind", "value", "evidence"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    use_case_id: Mapped[int] = mapped_column(ForeignKey("use_case.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(String(200))
    evidence: Mapped[str] = mapped_column(String(500))
    person: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)


class Addition(Base):
    """Hold what a person said that words mean; `was_*` is what had been read and this corrects, "" for nothing."""

    __tablename__ = "addition"
    __table_args__ = (UniqueConstraint("use_case_id", "kind", "evidence"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    use_case_id: Mapped[int] = mapped_column(ForeignKey("use_case.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(String(200))
    evidence: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20), default="")
    negated: Mapped[bool] = mapped_column(Boolean, default=False)
    was_kind: Mapped[str] = mapped_column(String(20), default="")
    was_value: Mapped[str] = mapped_column(String(200), default="")
    was_evidence: Mapped[str] = mapped_column(String(500), default="")
    person: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)


class Answer(Versioned, Base):
    """Hold an answer; see translator.core.answers.Answer for what the fields mean."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("project_id", "scope", "question_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    scope: Mapped[int] = mapped_column(Integer, default=0)
    question_id: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(10))
    choices: Mapped[list[str]] = mapped_column("choices", JSON, default=list)
    number: Mapped[float | None] = mapped_column(Float)
    unit: Mapped[str] = mapped_column(String(20), default="")
    quote: Mapped[str] = mapped_column(Text, default="")
    said_by: Mapped[str] = mapped_column(String(120), default="")
    owner: Mapped[str] = mapped_column(String(120), default="")
    due: Mapped[date | None] = mapped_column(Date)
    at: Mapped[datetime] = mapped_column(Moment)


class AskedQuestion(Versioned, Base):
    """Hold a question that a person asked freely; `answer` is "" while it is open."""

    __tablename__ = "asked_question"
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    scope: Mapped[int] = mapped_column(Integer, default=0)
    text: Mapped[str] = mapped_column(Text)
    asked_by: Mapped[str] = mapped_column(String(120))
    asked_at: Mapped[datetime] = mapped_column(Moment)
    owner: Mapped[str] = mapped_column(String(120), default="")
    due: Mapped[date | None] = mapped_column(Date)
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by: Mapped[str] = mapped_column(String(120), default="")
    answered_at: Mapped[datetime | None] = mapped_column(Moment)


class Requirement(Versioned, Base):
    """Hold a requirement's id and what people did with it; the draft itself is made from text and answers.

    `last_draft` keeps the latest draft as JSON, so that a line which the text no longer calls for can still be shown.
    `rested_on` are the words behind it when a person last looked at it; null: nobody has. `covered_by` is the id of the
    shared requirement that stands for it; null: none does.
    """

    __tablename__ = "requirement"
    __table_args__ = (
        UniqueConstraint("project_id", "scope", "key"),
        UniqueConstraint("project_id", "scope", "category", "number"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    scope: Mapped[int] = mapped_column(Integer, default=0)
    key: Mapped[str] = mapped_column(String(200))
    category: Mapped[str] = mapped_column(String(20))
    number: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(String(12))
    sentence: Mapped[str | None] = mapped_column(Text)
    plain: Mapped[str | None] = mapped_column(Text)
    fit: Mapped[str | None] = mapped_column(Text)
    priority: Mapped[str | None] = mapped_column(String(10))
    rationale: Mapped[str] = mapped_column(Text, default="")
    based_on: Mapped[str] = mapped_column(Text, default="")
    person: Mapped[str] = mapped_column(String(120), default="")
    last_draft: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    rested_on: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    covered_by: Mapped[str | None] = mapped_column(String(40))
    feasibility: Mapped["Feasibility | None"] = relationship(lazy="joined", cascade="all, delete-orphan")


class Feasibility(Versioned, Base):
    """Hold IT's word on one requirement, and the sentence and the measure it was said about."""

    __tablename__ = "feasibility"
    id: Mapped[int] = mapped_column(primary_key=True)
    requirement_id: Mapped[int] = mapped_column(ForeignKey("requirement.id", ondelete="CASCADE"), unique=True)
    verdict: Mapped[str] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(Text, default="")
    about: Mapped[str] = mapped_column(Text, default="")
    about_fit: Mapped[str | None] = mapped_column(Text)
    person: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)


class Option(Versioned, Base):
    """Hold one way to meet a use case. Costs are [optimistic, likely, pessimistic] in minor units, or null.

    `chosen_as` is what it said when marketing chose it, by the names of the columns; null while it is not chosen.
    `priced_for` maps the keys of requirements to digests of what they said when IT last saved it; null: nobody knows.
    """

    __tablename__ = "option"
    __table_args__ = (UniqueConstraint("use_case_id", "letter"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    use_case_id: Mapped[int] = mapped_column(ForeignKey("use_case.id", ondelete="CASCADE"))
    letter: Mapped[str] = mapped_column(String(2))
    name: Mapped[str] = mapped_column(String(200))
    how: Mapped[str] = mapped_column(Text, default="")
    one_off: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    yearly: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    weeks: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    risk: Mapped[str] = mapped_column(String(10), default="medium")
    risk_note: Mapped[str] = mapped_column(Text, default="")
    gives_up: Mapped[str] = mapped_column(Text, default="")
    meets: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    recommended: Mapped[bool] = mapped_column(Boolean, default=False)
    chosen: Mapped[bool] = mapped_column(Boolean, default=False)
    chosen_as: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    priced_for: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    person: Mapped[str] = mapped_column(String(120), default="")
    updated_at: Mapped[datetime] = mapped_column(Moment)
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class Decision(Versioned, Base):
    """Hold what must be or was decided; `outcome` is "" while it is open.

    `about` names the conflict that it settles, "" for none.
    """

    __tablename__ = "decision"
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    scope: Mapped[int] = mapped_column(Integer, default=0)
    what: Mapped[str] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(String(120), default="")
    due: Mapped[date | None] = mapped_column(Date)
    outcome: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    about: Mapped[str] = mapped_column(String(200), default="")
    decided_by: Mapped[str] = mapped_column(String(120), default="")
    decided_at: Mapped[datetime | None] = mapped_column(Moment)


class Receipt(Base):
    """Hold what a form made when it was first sent, so that the same form sent again makes nothing more.

    `key` is the SHA-256 of what names the form, `answer` what the errand gave (an id, a number, a letter).
    """

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("user_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(64))
    answer: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime] = mapped_column(Moment, index=True)


class History(Base):
    """Hold who changed what and when. Rows are only ever added: the database refuses to change or delete them."""

    __tablename__ = "history"
    __table_args__ = (Index("ix_history_subject", "project_id", "subject", "subject_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(String(16), default="")
    at: Mapped[datetime] = mapped_column(Moment)
    person_id: Mapped[int | None] = mapped_column(Integer)
    person: Mapped[str] = mapped_column(String(120))
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[str] = mapped_column(String(100))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
