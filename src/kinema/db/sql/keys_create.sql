-- No row where there is no tenant of this name, or none any more once whoever deletes it is done.
INSERT INTO keys (id, tenant_id, digest, hint, models, scopes, expires_at)
SELECT %(id)s, id, %(digest)s, %(hint)s, %(models)s, %(scopes)s, %(expires_at)s
FROM tenants WHERE name = %(tenant)s
FOR KEY SHARE
RETURNING *
