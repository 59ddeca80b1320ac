"""The tables that belong to the whole house and to no project: the library, and the question bank as it was edited."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from translator.storage.columns import Base, Moment, Versioned


class LibraryItem(Versioned, Base):
    """Hold something saved for reuse; `id` is random. Only who saved it sees it until it is shared with the house.

    `origin_*` say where it was saved from, in words: the project may be gone, or closed to the reader.
    """

    __tablename__ = "library_item"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(Text, default="")
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    origin_project: Mapped[str] = mapped_column(String(200), default="")
    origin_ref: Mapped[str] = mapped_column(String(40), default="")
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    saved_by: Mapped[str] = mapped_column(String(120))
    shared: Mapped[bool] = mapped_column(Boolean, default=False)
    at: Mapped[datetime] = mapped_column(Moment)
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class BankChange(Versioned, Base):
    """Hold one entry of the question bank as an administrator edits it, not yet published.

    `kind` is "question", "template" or "term", `entry` its id; `values` holds the fields that differ.
    """

    __tablename__ = "bank_change"
    __table_args__ = (UniqueConstraint("kind", "entry"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    entry: Mapped[str] = mapped_column(String(120))
    values: Mapped[dict[str, Any]] = mapped_column("fields", JSON)
    person: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)


class BankVersion(Base):
    """Hold a published bank: the shipped version it lies over, and every entry that differs. Rows never change.

    `changes` maps kind to entry to fields. `number` counts from 1; the bank's name is "shipped.number".
    """

    __tablename__ = "bank_version"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Integer, unique=True)
    shipped: Mapped[str] = mapped_column(String(40))
    changes: Mapped[dict[str, Any]] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(Text, default="")
    person: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)
