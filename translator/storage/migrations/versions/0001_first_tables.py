"""First tables: people, projects, use cases, answers, requirements, options, decisions, and an append-only history.

Constraint names come from the naming convention in storage/columns.py.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None

# A table is dropped before those that it refers to.
_TABLES = (
    "rejection", "option", "feasibility", "web_session", "user_role", "use_case", "requirement", "membership",
    "invitation", "decision", "asked_question", "answer", "user", "role", "project", "history",
)  # fmt: skip


def upgrade() -> None:
    _people()
    _projects()
    _use_cases()
    _answers()
    _requirements()
    _options()
    _decisions()
    _history()


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION history_is_append_only()")


def _people() -> None:
    role = op.create_table("role", _id(), _string("name", 80, unique=True), _string("description", 255))
    op.bulk_insert(role, [{"name": "administrator", "description": "Looks after the installation and its accounts"}])
    op.create_table(
        "user",
        _id(),
        _string("email", 255, unique=True),
        _string("name", 120),
        _string("password", 255),
        _flag("active"),
        _string("fs_uniquifier", 64, unique=True),
        _moment("created_at"),
    )
    op.create_table(
        "user_role",
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("role_id", sa.Integer(), sa.ForeignKey("role.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_table(
        "web_session",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id", ondelete="CASCADE"), nullable=True, index=True),
        _text("data"),
        _moment("created_at"),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False, index=True),
    )


def _projects() -> None:
    op.create_table(
        "project",
        sa.Column("id", sa.String(16), primary_key=True),
        _string("name", 200),
        *(_text(name) for name in ("objective", "problem", "success", "proof")),
        _string("currency", 3),
        sa.Column("budget", sa.BigInteger(), nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        _flag("sample"),
        _string("bank_version", 40),
        _moment("created_at"),
        _moment("updated_at"),
        _moment("deleted_at", nullable=True),
        _number("version"),
    )
    op.create_table(
        "membership",
        _id(),
        _project(),
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id", ondelete="CASCADE"), nullable=False, index=True),
        _string("side", 10),
        _flag("lead"),
        _number("version"),
        sa.UniqueConstraint("project_id", "user_id"),
        sa.CheckConstraint("side IN ('marketing', 'it', 'both', 'reader')", name="side"),
    )
    op.create_table(
        "invitation",
        _id(),
        _project(index=True),
        _string("token_hash", 64, unique=True),
        _string("label", 200),
        _string("side", 10),
        _flag("lead"),
        sa.Column("created_by", sa.Integer(), sa.ForeignKey("user.id"), nullable=False),
        _moment("created_at"),
        _moment("expires_at"),
        _moment("used_at", nullable=True),
        sa.Column("used_by", sa.Integer(), sa.ForeignKey("user.id"), nullable=True),
        _moment("revoked_at", nullable=True),
    )


def _use_cases() -> None:
    op.create_table(
        "use_case",
        _id(),
        _project(),
        _number("number"),
        _string("title", 200),
        _text("narrative"),
        _text("measure"),
        _moment("asked_it_at", nullable=True),
        _text("asked_it_note"),
        _moment("created_at"),
        _moment("updated_at"),
        _moment("deleted_at", nullable=True),
        _number("version"),
        sa.UniqueConstraint("project_id", "number"),
    )
    op.create_table(
        "rejection",
        _id(),
        _use_case(),
        _string("kind", 20),
        _string("value", 200),
        _string("evidence", 500),
        _string("person", 120),
        _moment("at"),
        sa.UniqueConstraint("use_case_id", "kind", "value", "evidence"),
    )


def _answers() -> None:
    op.create_table(
        "answer",
        _id(),
        _project(),
        _number("scope"),
        _string("question_id", 80),
        _string("state", 10),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("number", sa.Float(), nullable=True),
        _string("unit", 20),
        _text("quote"),
        _string("said_by", 120),
        _string("owner", 120),
        sa.Column("due", sa.Date(), nullable=True),
        _moment("at"),
        _number("version"),
        sa.UniqueConstraint("project_id", "scope", "question_id"),
    )
    op.create_table(
        "asked_question",
        _id(),
        _project(index=True),
        _number("scope"),
        _text("text"),
        _string("asked_by", 120),
        _moment("asked_at"),
        _string("owner", 120),
        sa.Column("due", sa.Date(), nullable=True),
        _text("answer"),
        _string("answered_by", 120),
        _moment("answered_at", nullable=True),
        _number("version"),
    )


def _requirements() -> None:
    op.create_table(
        "requirement",
        _id(),
        _project(),
        _number("scope"),
        _string("key", 200),
        _string("category", 20),
        _number("number"),
        _string("status", 12),
        *(_text(name, nullable=True) for name in ("sentence", "plain", "fit")),
        sa.Column("priority", sa.String(10), nullable=True),
        _text("rationale"),
        _text("based_on"),
        _string("person", 120),
        sa.Column("last_draft", sa.JSON(), nullable=True),
        _number("version"),
        sa.UniqueConstraint("project_id", "scope", "key"),
        sa.UniqueConstraint("project_id", "scope", "category", "number"),
    )
    op.create_table(
        "feasibility",
        _id(),
        sa.Column(
            "requirement_id",
            sa.Integer(),
            sa.ForeignKey("requirement.id", ondelete="CASCADE"),
            nullable=False,
            unique=True,
        ),
        _string("verdict", 10),
        _text("note"),
        _text("about"),
        _string("person", 120),
        _moment("at"),
        _number("version"),
    )


def _options() -> None:
    op.create_table(
        "option",
        _id(),
        _use_case(),
        _string("letter", 2),
        _string("name", 200),
        _text("how"),
        *(sa.Column(name, sa.JSON(), nullable=True) for name in ("one_off", "yearly", "weeks")),
        _string("risk", 10),
        _text("risk_note"),
        _text("gives_up"),
        sa.Column("meets", sa.JSON(), nullable=False),
        _flag("recommended"),
        _flag("chosen"),
        _string("person", 120),
        _moment("updated_at"),
        _moment("deleted_at", nullable=True),
        _number("version"),
        sa.UniqueConstraint("use_case_id", "letter"),
    )


def _decisions() -> None:
    op.create_table(
        "decision",
        _id(),
        _project(index=True),
        _number("scope"),
        _text("what"),
        _string("owner", 120),
        sa.Column("due", sa.Date(), nullable=True),
        _text("outcome"),
        _text("reason"),
        _string("decided_by", 120),
        _moment("decided_at", nullable=True),
        _number("version"),
    )


def _history() -> None:
    op.create_table(
        "history",
        _id(),
        _string("project_id", 16),
        _moment("at"),
        sa.Column("person_id", sa.Integer(), nullable=True),
        _string("person", 120),
        _string("action", 40),
        _string("subject", 40),
        _string("subject_id", 100),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
    )
    op.create_index("ix_history_subject", "history", ["project_id", "subject", "subject_id"])
    if op.get_bind().dialect.name == "postgresql":
        _guard_history_in_postgresql()
    else:
        _guard_history_in_sqlite()


def _guard_history_in_sqlite() -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER history_no_{verb.lower()} BEFORE {verb} ON history "
            "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
        )


def _guard_history_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the history is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER history_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON history "
        "FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only()"
    )


def _id() -> sa.Column:
    return sa.Column("id", sa.Integer(), primary_key=True)


def _project(*, index: bool = False) -> sa.Column:
    return sa.Column(
        "project_id", sa.String(16), sa.ForeignKey("project.id", ondelete="CASCADE"), nullable=False, index=index
    )


def _use_case() -> sa.Column:
    return sa.Column("use_case_id", sa.Integer(), sa.ForeignKey("use_case.id", ondelete="CASCADE"), nullable=False)


def _string(name: str, length: int, *, unique: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(length), nullable=False, unique=unique)


def _text(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _number(name: str) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=False)


def _flag(name: str) -> sa.Column:
    return sa.Column(name, sa.Boolean(), nullable=False)
