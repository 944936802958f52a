-- Ask whoever renders the task to stop.
UPDATE tasks
SET cancel_requested_at = coalesce(cancel_requested_at, now())
WHERE id = %(id)s AND tenant_id = %(tenant_id)s AND status = 'processing'
RETURNING id
