-- Which of these tasks are there. To be run under `tenants_lock`, so that it sees what was still being committed.
SELECT id, created_at FROM tasks WHERE id = ANY(%(ids)s)
