-- A tenant with the number of its live keys, whoever asks.
SELECT tenants.*, (
    SELECT count(*) FROM keys
    WHERE keys.tenant_id = tenants.id AND keys.revoked_at IS NULL
      AND (keys.expires_at IS NULL OR keys.expires_at > now())
) AS keys
FROM tenants
WHERE id = %(id)s
