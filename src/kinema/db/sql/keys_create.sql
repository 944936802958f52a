INSERT INTO keys (tenant_id, digest, hint)
VALUES (%(tenant_id)s, %(digest)s, %(hint)s)
RETURNING id, hint, created_at, expires_at, revoked_at
