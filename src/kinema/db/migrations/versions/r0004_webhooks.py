"""Webhooks: where tenants want to be told of their tasks' ends, and what is to be told."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Apply this revision."""
    op.execute("""
        CREATE TABLE webhook_endpoints (
            id text PRIMARY KEY,
            tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
            name text NOT NULL,
            url text NOT NULL,
            event_types text[] NOT NULL,
            secret bytea NOT NULL,
            -- After a rotation the one before signs along until then.
            secret_before bytea,
            secret_before_until timestamptz,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now(),
            disabled_at timestamptz
        );
        CREATE INDEX webhook_endpoints_of_tenant ON webhook_endpoints (tenant_id, created_at, id);

        -- The outbox and its log: written with a task's end, in the same transaction.
        CREATE TABLE webhook_deliveries (
            id text PRIMARY KEY DEFAULT 'evt_' || replace(gen_random_uuid()::text, '-', ''),
            endpoint_id text NOT NULL REFERENCES webhook_endpoints ON DELETE CASCADE,
            task_id text NOT NULL,
            event_type text NOT NULL,
            status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'failed')),
            -- When it is due; while it is being sent, when another worker may take it for lost.
            next_at timestamptz DEFAULT now(),
            tries integer NOT NULL DEFAULT 0,
            attempts jsonb NOT NULL DEFAULT '[]',
            created_at timestamptz NOT NULL DEFAULT now(),
            UNIQUE (endpoint_id, task_id, event_type),
            CHECK ((status = 'pending') = (next_at IS NOT NULL))
        );
        CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (endpoint_id, next_at)
            WHERE next_at IS NOT NULL;
        CREATE INDEX webhook_deliveries_log ON webhook_deliveries (endpoint_id, created_at, id);
        CREATE INDEX webhook_deliveries_age ON webhook_deliveries (created_at);
    """)
