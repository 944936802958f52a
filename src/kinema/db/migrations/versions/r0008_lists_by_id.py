"""Lists of files, characters, webhook endpoints and deliveries go by id, which begins with the time."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Apply this revision."""
    op.execute("""
        DROP INDEX files_of_tenant, characters_of_tenant, webhook_endpoints_of_tenant, webhook_deliveries_log;
        CREATE INDEX files_of_tenant ON files (tenant_id, id);
        CREATE INDEX characters_of_tenant ON characters (tenant_id, id);
        CREATE INDEX webhook_endpoints_of_tenant ON webhook_endpoints (tenant_id, id);
        CREATE INDEX webhook_deliveries_log ON webhook_deliveries (endpoint_id, id);

        -- As `kinema.tasks.task.new_id` makes them: microseconds since 1970, then chance, all in hex.
        ALTER TABLE webhook_deliveries ALTER id SET DEFAULT
            'evt_' || lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000000)::bigint), 14, '0')
            || right(replace(gen_random_uuid()::text, '-', ''), 18);
    """)
