-- Keep the lease, tell how far the render is, hear whether it is still wanted. No row: the lease was lost.
UPDATE tasks
SET lease_until = now() + %(lease)s, progress = %(progress)s
WHERE id = %(id)s AND attempt = %(attempt)s AND status = 'processing'
RETURNING cancel_requested_at IS NOT NULL AS cancelled
