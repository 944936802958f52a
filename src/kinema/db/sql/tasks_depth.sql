-- How many tasks wait and how many are being rendered, per engine.
SELECT engine, status, count(*) AS tasks
FROM tasks
WHERE status IN ('queued', 'processing')
GROUP BY engine, status
