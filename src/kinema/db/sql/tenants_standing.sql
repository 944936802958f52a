-- What each tenant may use and has used. To be run after `tenants_lock`, as a statement of its own, so that
-- it sees what the batch before committed.
SELECT tenants.*, now() AS now, used.*,
       CASE WHEN tenants.max_queued IS NULL THEN 0 ELSE (
           SELECT count(*) FROM (
               SELECT FROM tasks
               WHERE tasks.tenant_id = tenants.id AND tasks.status = 'queued' AND engine = ANY(%(engines)s)
               LIMIT tenants.max_queued
           ) AS found
       ) END AS queued
FROM tenants
CROSS JOIN LATERAL (
    SELECT coalesce(sum(micros) FILTER (WHERE day = current_date), 0)::bigint AS micros_today,
           coalesce(sum(seconds) FILTER (WHERE day = current_date), 0)::bigint AS seconds_today,
           coalesce(sum(micros), 0)::bigint AS micros_this_month,
           coalesce(sum(seconds), 0)::bigint AS seconds_this_month
    FROM usage
    WHERE usage.tenant_id = tenants.id AND usage.day >= date_trunc('month', current_date)
) AS used
WHERE tenants.id = ANY(%(ids)s)
