-- The tenant of a key that is neither revoked nor expired.
SELECT tenants.id, tenants.name
FROM keys
JOIN tenants ON tenants.id = keys.tenant_id
WHERE keys.digest = %(digest)s
  AND keys.revoked_at IS NULL
  AND (keys.expires_at IS NULL OR keys.expires_at > now())
