-- The first revocation's time stays.
UPDATE keys SET revoked_at = coalesce(revoked_at, now())
FROM tenants
WHERE tenants.id = keys.tenant_id AND keys.id = %(id)s
RETURNING keys.*, tenants.name AS tenant
