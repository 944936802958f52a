DELETE FROM idempotency WHERE created_at < now() - interval '24 hours'
