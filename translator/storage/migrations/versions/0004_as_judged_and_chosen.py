"""As judged and chosen: the measure that a verdict was about, and an option as it stood when marketing chose it.

What was judged and chosen before counts as judged and chosen as it stands now: nobody remembers better.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None

_OPTION = sa.table(
    "option",
    sa.column("id", sa.Integer()),
    sa.column("chosen", sa.Boolean()),
    *(sa.column(name, sa.Text()) for name in ("name", "how", "risk", "risk_note", "gives_up")),
    *(sa.column(name, sa.JSON()) for name in ("one_off", "yearly", "weeks", "meets", "chosen_as")),
)
_WORD = sa.table(
    "feasibility",
    sa.column("id", sa.Integer()),
    sa.column("requirement_id", sa.Integer()),
    sa.column("about_fit", sa.Text()),
)
_LINE = sa.table(
    "requirement", sa.column("id", sa.Integer()), sa.column("fit", sa.Text()), sa.column("last_draft", sa.JSON())
)


def upgrade() -> None:
    op.add_column("option", sa.Column("chosen_as", sa.JSON(), nullable=True))
    op.add_column("feasibility", sa.Column("about_fit", sa.Text(), nullable=True))
    link = op.get_bind()
    for row in link.execute(sa.select(_OPTION).where(_OPTION.c.chosen)).mappings().all():
        stood = {name: row[name] for name in row if name not in ("id", "chosen", "chosen_as")}
        link.execute(sa.update(_OPTION).where(_OPTION.c.id == row["id"]).values(chosen_as=stood))
    judged = sa.select(_WORD.c.id, _LINE.c.fit, _LINE.c.last_draft).where(_WORD.c.requirement_id == _LINE.c.id)
    for word, fit, draft in link.execute(judged).all():
        stood = fit if fit is not None else (draft or {}).get("fit", "")
        link.execute(sa.update(_WORD).where(_WORD.c.id == word).values(about_fit=stood))


def downgrade() -> None:
    op.drop_column("feasibility", "about_fit")
    op.drop_column("option", "chosen_as")
