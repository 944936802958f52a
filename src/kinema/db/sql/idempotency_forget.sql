DELETE FROM idempotency WHERE (tenant_id, key) IN (
    SELECT tenant_id, key FROM idempotency
    WHERE created_at < now() - interval '24 hours' ORDER BY created_at LIMIT %(limit)s
)
