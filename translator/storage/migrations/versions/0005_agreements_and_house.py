"""Agreements and house: terms, topics left out, standard values, prices of levels; the library and the edited bank.

A requirement also remembers what it rested on when a person last looked, an option what it was priced for, a decision
what it settles.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.add_column("requirement", sa.Column("rested_on", sa.JSON(), nullable=True))
    op.add_column("option", sa.Column("priced_for", sa.JSON(), nullable=True))
    op.add_column("requirement", sa.Column("covered_by", sa.String(40), nullable=True))
    op.add_column("decision", sa.Column("about", sa.String(200), nullable=False, server_default=""))
    with op.batch_alter_table("decision") as table:
        table.alter_column("about", server_default=None)
    for name, columns, unique in _of_project():
        op.create_table(
            name,
            sa.Column("id", sa.Integer(), primary_key=True),
            sa.Column("project_id", sa.String(16), sa.ForeignKey("project.id", ondelete="CASCADE"), nullable=False),
            *columns,
            sa.Column("at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("version", sa.Integer(), nullable=False),
            sa.UniqueConstraint("project_id", *unique),
        )
    op.create_table(
        "library_item",
        sa.Column("id", sa.String(16), primary_key=True),
        *_required(("kind", 20), ("title", 200), ("about", 0)),
        sa.Column("content", sa.JSON(), nullable=False),
        *_required(("origin_project", 200), ("origin_ref", 40), ("saved_by", 120)),
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    op.create_table(
        "bank_change",
        sa.Column("id", sa.Integer(), primary_key=True),
        *_required(("kind", 20), ("entry", 120), ("person", 120)),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("kind", "entry"),
    )
    op.create_table(
        "bank_version",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False, unique=True),
        *_required(("shipped", 40), ("note", 0), ("person", 120)),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    for name in ("bank_version", "bank_change", "library_item", *(name for name, _, _ in _of_project())):
        op.drop_table(name)
    op.drop_column("decision", "about")
    op.drop_column("option", "priced_for")
    op.drop_column("requirement", "covered_by")
    op.drop_column("requirement", "rested_on")


def _required(*named: tuple[str, int]) -> list[sa.Column[str]]:
    """Return columns that hold words; a length of 0 means any length."""
    return [sa.Column(name, sa.String(length) if length else sa.Text(), nullable=False) for name, length in named]


def _of_project() -> tuple[tuple[str, list[sa.Column[Any]], tuple[str, ...]], ...]:
    """Return name, columns and unique key of each table below a project; a column object serves one table once."""
    return (
        (
            "agreed_term",
            [
                *_required(("key", 120), ("term", 120), ("marketing", 0), ("it", 0), ("definition", 0)),
                *_required(("marketing_by", 120), ("it_by", 120)),
            ],
            ("key",),
        ),
        ("ruled_out_topic", _required(("topic", 80), ("reason", 0), ("person", 120)), ("topic",)),
        ("standard_value", _required(("key", 120), ("value", 0), ("reason", 0), ("person", 120)), ("key",)),
        (
            "level_price",
            [
                *_required(("need", 120), ("level", 120), ("note", 0), ("person", 120)),
                sa.Column("one_off", sa.JSON(), nullable=True),
                sa.Column("yearly", sa.JSON(), nullable=True),
            ],
            ("need", "level"),
        ),
    )
