-- A page of a tenant's tasks, the newest first, behind a place that is given.
SELECT * FROM tasks
WHERE tenant_id = %(tenant_id)s AND deleted_at IS NULL
  AND (created_at, id) < (%(created_at)s::timestamptz, %(id)s::text)
ORDER BY created_at DESC, id DESC
LIMIT %(limit)s
