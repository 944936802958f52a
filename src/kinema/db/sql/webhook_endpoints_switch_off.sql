-- Switch an endpoint off that is at this address still. It may have been changed since something was sent there.
UPDATE webhook_endpoints SET disabled_at = coalesce(disabled_at, now()), updated_at = now()
WHERE id = %(id)s AND tenant_id = %(tenant_id)s AND url = %(url)s
RETURNING id
