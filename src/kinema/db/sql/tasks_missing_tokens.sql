-- Per engine, how many more tasks wait than tokens announce. Past 1,000 of either there is no hurry.
WITH RECURSIVE engines AS (
    -- The engines that something waits for, one index probe each.
    (SELECT engine FROM tasks WHERE status = 'queued' ORDER BY engine LIMIT 1)
    UNION ALL
    SELECT (
        SELECT engine FROM tasks WHERE status = 'queued' AND engine > engines.engine ORDER BY engine LIMIT 1
    )
    FROM engines
    WHERE engines.engine IS NOT NULL
), waiting AS (
    SELECT engines.engine FROM engines
    CROSS JOIN LATERAL (
        SELECT FROM tasks WHERE status = 'queued' AND tasks.engine = engines.engine LIMIT 1000
    ) AS queued
    UNION ALL
    SELECT engine FROM tasks WHERE status = 'processing' AND lease_until < now()
)
SELECT engine, count(*) - (
    SELECT count(*) FROM (
        SELECT FROM procrastinate_jobs
        WHERE queue_name = 'render.' || engine AND task_name = 'render' AND status = 'todo' LIMIT 1000
    ) AS tokens
) AS missing
FROM waiting
GROUP BY engine
