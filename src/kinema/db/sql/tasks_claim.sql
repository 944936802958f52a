-- The next task for an engine. First one whose worker was lost; else, of the tenants below their cap, the one
-- that is next by start-time fair queueing, and of its tasks the most urgent, then the oldest.
-- To be run under `clock_lock`, as a statement of its own, so that it sees what the claim before committed.
WITH RECURSIVE lost AS (
    SELECT id FROM tasks
    WHERE status = 'processing' AND lease_until < now() AND attempt - handed_back < %(max_attempts)s
      AND engine = %(engine)s AND cancel_requested_at IS NULL
    ORDER BY created_at
    LIMIT 1
    FOR UPDATE SKIP LOCKED
), waiting AS (
    -- The tenants that wait, one index probe each.
    (SELECT tenant_id FROM tasks WHERE status = 'queued' AND engine = %(engine)s ORDER BY tenant_id LIMIT 1)
    UNION ALL
    SELECT (
        SELECT tenant_id FROM tasks
        WHERE status = 'queued' AND engine = %(engine)s AND tenant_id > waiting.tenant_id
        ORDER BY tenant_id LIMIT 1
    )
    FROM waiting
    WHERE waiting.tenant_id IS NOT NULL
), chosen AS (
    SELECT tenants.id AS tenant_id, tenants.weight,
           greatest(coalesce(shares.finish, 0), (SELECT virtual_time FROM clock)) AS start
    FROM waiting
    JOIN tenants ON tenants.id = waiting.tenant_id
    LEFT JOIN shares ON shares.tenant_id = tenants.id
    WHERE NOT EXISTS (SELECT FROM lost)
      AND (tenants.max_running IS NULL OR tenants.max_running > (
          SELECT count(*) FROM tasks WHERE tasks.tenant_id = tenants.id AND tasks.status = 'processing'
      ))
    ORDER BY start, tenants.id
    LIMIT 1
), queued AS (
    SELECT task.id, task.seconds
    FROM chosen
    CROSS JOIN LATERAL (
        SELECT id, seconds FROM tasks
        WHERE tasks.tenant_id = chosen.tenant_id AND engine = %(engine)s AND status = 'queued'
        ORDER BY priority DESC, created_at, id
        LIMIT 1
        FOR UPDATE SKIP LOCKED
    ) AS task
), given AS (
    INSERT INTO shares (tenant_id, finish)
    SELECT chosen.tenant_id, chosen.start + queued.seconds::float8 / chosen.weight FROM chosen, queued
    ON CONFLICT (tenant_id) DO UPDATE SET finish = excluded.finish
), ticked AS (
    UPDATE clock SET virtual_time = chosen.start FROM chosen WHERE chosen.start > clock.virtual_time
), claimed AS (
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
), told AS (
    INSERT INTO events (tenant_id, task_id, status)
    SELECT tenant_id, id, status FROM claimed WHERE attempt = 1
)
SELECT claimed.*, pg_notify('kinema_events', '') FROM claimed
