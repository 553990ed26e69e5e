"""What Alembic runs for every call: the connection comes from ``Revisions.migrate``."""

from alembic import context

from db.model import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
