-- Who holds a key that is neither revoked nor expired, and what it may do.
SELECT tenants.id AS tenant_id, tenants.name AS tenant, tenants.polls_per_minute, tenants.suspended_at,
       keys.id AS key_id, keys.models, keys.scopes
FROM keys
JOIN tenants ON tenants.id = keys.tenant_id
WHERE keys.digest = %(digest)s
  AND keys.revoked_at IS NULL
  AND (keys.expires_at IS NULL OR keys.expires_at > now())
