-- A page of a tenant's endpoints, the newest first, behind one that is or was there.
SELECT * FROM webhook_endpoints
WHERE tenant_id = %(tenant_id)s AND (%(after)s::text IS NULL OR id < %(after)s)
ORDER BY id DESC
LIMIT %(limit)s
