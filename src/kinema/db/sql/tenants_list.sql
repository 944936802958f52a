SELECT tenants.id, tenants.name, tenants.created_at,
       count(keys.id) FILTER (
           WHERE keys.revoked_at IS NULL AND (keys.expires_at IS NULL OR keys.expires_at > now())
       ) AS keys
FROM tenants
LEFT JOIN keys ON keys.tenant_id = tenants.id
GROUP BY tenants.id
ORDER BY tenants.name
