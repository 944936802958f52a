-- A job in each queue named, by the function that procrastinate's app calls too: the app would fetch its answer,
-- and cost a round trip with the tenant locked.
SELECT procrastinate_defer_jobs_v1(array_agg(
    ROW(queue, %(job)s, %(priority)s, NULL, NULL, %(arguments)s, NULL)::procrastinate_job_to_defer_v1
))
FROM unnest(%(queues)s::text[]) AS queue
