SELECT keys.id, tenants.name AS tenant, keys.hint, keys.created_at, keys.expires_at, keys.revoked_at,
       keys.models, keys.scopes
FROM keys
JOIN tenants ON tenants.id = keys.tenant_id
WHERE %(tenant)s::text IS NULL OR tenants.name = %(tenant)s
ORDER BY keys.created_at, keys.id
