-- What each tenant may use and has used. To be run after `tenants_lock`, as a statement of its own, so that
-- it sees what the batch before committed.
SELECT tenants.*, now() AS now,
       coalesce(today.micros, 0) AS micros_today, coalesce(today.seconds, 0) AS seconds_today,
       coalesce(month.micros, 0) AS micros_this_month, coalesce(month.seconds, 0) AS seconds_this_month,
       CASE WHEN tenants.max_queued IS NULL THEN 0 ELSE (
           SELECT count(*) FROM (
               SELECT FROM tasks
               WHERE tasks.tenant_id = tenants.id AND tasks.status = 'queued' AND engine = ANY(%(engines)s)
               LIMIT tenants.max_queued
           ) AS found
       ) END AS queued
FROM tenants
LEFT JOIN usage AS today ON today.tenant_id = tenants.id AND today.day = current_date
LEFT JOIN LATERAL (
    SELECT sum(micros)::bigint AS micros, sum(seconds)::bigint AS seconds FROM usage
    WHERE usage.tenant_id = tenants.id AND usage.day >= date_trunc('month', current_date)
) AS month ON true
WHERE tenants.id = ANY(%(ids)s)
