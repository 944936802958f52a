-- A task, and its newest event behind a place in their order, if there is one: both at the same moment.
SELECT tasks.*, (
    SELECT max(events.id) FROM events
    WHERE events.tenant_id = tasks.tenant_id AND events.id > %(after)s AND events.task_id = tasks.id
) AS newer
FROM tasks
WHERE id = %(id)s AND tenant_id = %(tenant_id)s AND deleted_at IS NULL
