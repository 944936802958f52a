-- A page of what an endpoint was to be told, the newest first, behind a place that is given.
SELECT id, task_id, event_type, status, next_at, attempts, created_at
FROM webhook_deliveries
WHERE endpoint_id = %(endpoint_id)s AND (created_at, id) < (%(created_at)s::timestamptz, %(id)s::text)
ORDER BY created_at DESC, id DESC
LIMIT %(limit)s
