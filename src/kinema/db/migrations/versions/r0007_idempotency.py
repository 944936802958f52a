"""Idempotency keys of whatever is created, and not of tasks alone."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Apply this revision."""
    op.execute("""
        -- The id of a task, a file, a character or a webhook endpoint.
        ALTER TABLE idempotency RENAME task_id TO made;

        -- A tenant is kept by what it made; a key that made something which is gone must not keep it.
        ALTER TABLE idempotency DROP CONSTRAINT idempotency_tenant_id_fkey;
        ALTER TABLE idempotency ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE;
    """)
