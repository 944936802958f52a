-- How far these tenants' renders are; not those whose `processing`, or end, is still to be told.
SELECT id, tenant_id, progress FROM tasks
WHERE status = 'processing' AND tenant_id = ANY(%(tenants)s)
  AND NOT EXISTS (SELECT FROM events WHERE events.id > %(seen)s AND events.task_id = tasks.id)
