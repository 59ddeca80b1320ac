"""Run the migrations on the connection that storage/schema.py hands over."""

from alembic import context

from translator.storage import agreement_tables, house_tables, tables  # noqa: F401 - each tells Base of its tables
from translator.storage.columns import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=Base.metadata, render_as_batch=connection.dialect.name == "sqlite"
)
with context.begin_transaction():
    context.run_migrations()
