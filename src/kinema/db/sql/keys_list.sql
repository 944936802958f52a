-- The keys of a tenant, or all, oldest first, behind one of them where that is given.
SELECT keys.*, tenants.name AS tenant
FROM keys
JOIN tenants ON tenants.id = keys.tenant_id
WHERE (%(tenant)s::text IS NULL OR tenants.name = %(tenant)s)
  AND (keys.created_at, keys.id) > (
      SELECT created_at, id FROM keys WHERE id = %(after)s
      UNION ALL
      SELECT '-infinity', '00000000-0000-0000-0000-000000000000' WHERE %(after)s::uuid IS NULL
  )
ORDER BY keys.created_at, keys.id
LIMIT %(limit)s
