"""Additions: what people said that words of a text mean, and what had been read in their place."""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "addition",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("use_case_id", sa.Integer(), sa.ForeignKey("use_case.id", ondelete="CASCADE"), nullable=False),
        *(sa.Column(name, sa.String(length), nullable=False) for name, length in _WORDS),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("use_case_id", "kind", "evidence"),
    )


def downgrade() -> None:
    op.drop_table("addition")


_WORDS = (
    ("kind", 20), ("value", 200), ("evidence", 200), ("role", 20), ("was_kind", 20), ("was_value", 200),
    ("was_evidence", 500), ("person", 120),
)  # fmt: skip
