-- The engines that some worker can render with right now.
SELECT DISTINCT unnest(engines) AS engine
FROM workers
WHERE seen_at > now() - interval '10 seconds'
