"""The tables of what both sides agree on: terms, topics left out, standard values, prices of levels.

They belong to a project, carry versions and are looked up through it like everything else.
"""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from translator.storage.columns import Base, Moment, Versioned


class AgreedTerm(Versioned, Base):
    """Hold a term as a project understands it, and who agreed for each side ("" while nobody did).

    `key` is the term in lower case; a term of the bank may stand anew.
    """

    __tablename__ = "agreed_term"
    __table_args__ = (UniqueConstraint("project_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(120))
    term: Mapped[str] = mapped_column(String(120))
    marketing: Mapped[str] = mapped_column(Text, default="")
    it: Mapped[str] = mapped_column(Text, default="")
    definition: Mapped[str] = mapped_column(Text, default="")
    marketing_by: Mapped[str] = mapped_column(String(120), default="")
    it_by: Mapped[str] = mapped_column(String(120), default="")
    at: Mapped[datetime] = mapped_column(Moment)


class RuledOutTopic(Versioned, Base):
    """Hold a topic that a project rules out, and why: no line of it is drafted, and the document states it."""

    __tablename__ = "ruled_out_topic"
    __table_args__ = (UniqueConstraint("project_id", "topic"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    topic: Mapped[str] = mapped_column(String(80))
    reason: Mapped[str] = mapped_column(Text)
    person: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)


class StandardValue(Versioned, Base):
    """Hold IT's own value for one place of a standard line; `key` is "template id/place"."""

    __tablename__ = "standard_value"
    __table_args__ = (UniqueConstraint("project_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(120))
    value: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    person: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)


class LevelPrice(Versioned, Base):
    """Hold what one level of a shared need costs; costs are [optimistic, likely, pessimistic] in minor units."""

    __tablename__ = "level_price"
    __table_args__ = (UniqueConstraint("project_id", "need", "level"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    need: Mapped[str] = mapped_column(String(120))
    level: Mapped[str] = mapped_column(String(120))
    one_off: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    yearly: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    note: Mapped[str] = mapped_column(Text, default="")
    person: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)
