-- Which of these keys still open something.
SELECT keys.id FROM keys
JOIN tenants ON tenants.id = keys.tenant_id
WHERE keys.id = ANY(%(ids)s) AND keys.revoked_at IS NULL AND (keys.expires_at IS NULL OR keys.expires_at > now())
  AND tenants.suspended_at IS NULL
