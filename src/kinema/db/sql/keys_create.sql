INSERT INTO keys (tenant_id, digest, hint, models, scopes, expires_at)
VALUES (%(tenant_id)s, %(digest)s, %(hint)s, %(models)s, %(scopes)s, %(expires_at)s)
RETURNING *
