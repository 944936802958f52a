-- A page of a tenant's tasks, the oldest first, behind one of them where that is given. A deleted one counts as
-- a place, so that whoever deletes what he lists loses none; where it never was, nothing is behind it.
SELECT * FROM tasks
WHERE tenant_id = %(tenant_id)s AND deleted_at IS NULL
  AND (created_at, id) > (
      SELECT created_at, id FROM tasks WHERE id = %(after)s AND tenant_id = %(tenant_id)s
      UNION ALL
      SELECT '-infinity', '' WHERE %(after)s::text IS NULL
  )
ORDER BY created_at, id
LIMIT %(limit)s
