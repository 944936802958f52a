"""Suspending tenants; keys listed by tenant; lists of tasks that deleted ones do not slow down."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Apply this revision."""
    op.execute("""
        ALTER TABLE tenants ADD suspended_at timestamptz;

        CREATE INDEX keys_of_tenant ON keys (tenant_id, created_at, id);

        -- With a condition beside the index, a planner whose statistics are behind sorts all of a tenant's
        -- tasks for one page; without, it reads the page off the index, and no deleted task on the way.
        DROP INDEX tasks_of_tenant;
        CREATE INDEX tasks_of_tenant ON tasks (tenant_id, created_at, id) WHERE deleted_at IS NULL;
    """)
