-- A token in each queue named, by the function that procrastinate's app calls too: the app would fetch its answer,
-- and cost a round trip with the tenant locked.
SELECT procrastinate_defer_jobs_v1(array_agg(
    ROW(queue, 'render', 0, NULL, NULL, '{}', NULL)::procrastinate_job_to_defer_v1
))
FROM unnest(%(queues)s::text[]) AS queue
