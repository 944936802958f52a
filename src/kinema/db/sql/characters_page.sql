-- A page of a tenant's characters, the newest first, behind a place where one is given.
SELECT * FROM characters
WHERE tenant_id = %(tenant_id)s AND state = 'ready'
  AND (%(id)s::text IS NULL OR (created_at, id) < (%(created_at)s::timestamptz, %(id)s))
ORDER BY created_at DESC, id DESC
LIMIT %(limit)s
