-- A page of a tenant's endpoints, the newest first, behind a place that is given.
SELECT * FROM webhook_endpoints
WHERE tenant_id = %(tenant_id)s AND (created_at, id) < (%(created_at)s::timestamptz, %(id)s::text)
ORDER BY created_at DESC, id DESC
LIMIT %(limit)s
