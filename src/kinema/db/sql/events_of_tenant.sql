-- Events of one tenant, or of one of its tasks, in their order, each with its task as it stands now.
SELECT tasks.*, events.id AS event_id, events.status AS event_status
FROM events JOIN tasks ON tasks.id = events.task_id
WHERE events.id > %(after)s AND events.id <= %(until)s AND events.tenant_id = %(tenant_id)s
  AND (%(task_id)s::text IS NULL OR events.task_id = %(task_id)s::text)
ORDER BY events.id
LIMIT %(limit)s
