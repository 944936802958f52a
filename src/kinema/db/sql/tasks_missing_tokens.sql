-- Per engine, how many more tasks wait than tokens announce. Past 1,000 tokens there is no hurry.
SELECT waiting.engine, count(*) - (
    SELECT count(*) FROM (
        SELECT FROM procrastinate_jobs
        WHERE queue_name = 'render.' || waiting.engine AND task_name = 'render' AND status = 'todo' LIMIT 1000
    ) AS tokens
) AS missing
FROM (
    (SELECT engine FROM tasks WHERE status = 'queued' LIMIT 1000)
    UNION ALL
    SELECT engine FROM tasks WHERE status = 'processing' AND lease_until < now()
) AS waiting
GROUP BY waiting.engine
