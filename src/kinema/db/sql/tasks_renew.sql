-- Keep the lease and tell how far the render is. No row: the lease was lost.
UPDATE tasks
SET lease_until = now() + %(lease)s, progress = %(progress)s
WHERE id = %(id)s AND attempt = %(attempt)s AND status = 'processing'
RETURNING id
