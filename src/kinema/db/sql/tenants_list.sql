-- The tenants behind a name, or the one of a name, each with the number of its live keys.
SELECT tenants.*, (
    SELECT count(*) FROM keys
    WHERE keys.tenant_id = tenants.id AND keys.revoked_at IS NULL
      AND (keys.expires_at IS NULL OR keys.expires_at > now())
) AS keys
FROM tenants
WHERE name > %(after)s AND (%(name)s::text IS NULL OR name = %(name)s)
ORDER BY name
LIMIT %(limit)s
