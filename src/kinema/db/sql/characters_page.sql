-- A page of a tenant's characters, the newest first, behind one that is or was there.
SELECT * FROM characters
WHERE tenant_id = %(tenant_id)s AND state = 'ready' AND (%(after)s::text IS NULL OR id < %(after)s)
ORDER BY id DESC
LIMIT %(limit)s
