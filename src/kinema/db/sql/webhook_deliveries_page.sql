-- A page of what an endpoint was to be told, the newest first, behind one that is or was there.
SELECT id, task_id, event_type, status, next_at, attempts, created_at
FROM webhook_deliveries
WHERE endpoint_id = %(endpoint_id)s AND (%(after)s::text IS NULL OR id < %(after)s)
ORDER BY id DESC
LIMIT %(limit)s
