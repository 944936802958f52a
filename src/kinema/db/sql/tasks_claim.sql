-- The next task for a worker with these engines: one whose worker was lost, else the oldest queued one.
WITH lost AS (
    SELECT id FROM tasks
    WHERE status = 'processing' AND lease_until < now()
      AND attempt - handed_back < %(max_attempts)s AND engine = ANY(%(engines)s)
    ORDER BY created_at
    LIMIT 1
    FOR UPDATE SKIP LOCKED
), queued AS (
    SELECT id FROM tasks
    WHERE status = 'queued' AND engine = ANY(%(engines)s) AND NOT EXISTS (SELECT FROM lost)
    ORDER BY created_at, id
    LIMIT 1
    FOR UPDATE SKIP LOCKED
)
UPDATE tasks
SET status = 'processing',
    attempt = attempt + 1,
    worker = %(worker)s,
    lease_until = now() + %(lease)s,
    started_at = coalesce(started_at, now()),
    progress = 0
FROM (SELECT id FROM lost UNION ALL SELECT id FROM queued) AS next
WHERE tasks.id = next.id
RETURNING tasks.*
