"""What Alembic runs for every command: it takes the connection that `kinema.db.schema` opened."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=True)
with context.begin_transaction():
    context.run_migrations()
