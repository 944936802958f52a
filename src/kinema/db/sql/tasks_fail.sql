UPDATE tasks
SET status = 'failed', lease_until = NULL, finished_at = now(), error = %(error)s, error_code = %(error_code)s
WHERE id = %(id)s AND attempt = %(attempt)s AND status = 'processing'
RETURNING id
