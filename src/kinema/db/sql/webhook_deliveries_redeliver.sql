-- Have it sent now, and from the start of the schedule if need be.
UPDATE webhook_deliveries
SET status = 'pending', next_at = now(), tries = 0
WHERE id = %(id)s AND endpoint_id = %(endpoint_id)s
RETURNING id, task_id, event_type, status, next_at, attempts, created_at
