-- To be run under `tenants_lock`, once it is known that no newer one is there.
INSERT INTO idempotency (tenant_id, key, body, made)
VALUES (%(tenant_id)s, %(key)s, %(body)s, %(made)s)
ON CONFLICT (tenant_id, key) DO UPDATE  -- an older one has had its 24 hours
SET body = excluded.body, made = excluded.made, created_at = now()
