-- Give a claim back: the lease ends now and the next worker starts over.
UPDATE tasks
SET lease_until = now() - interval '1 second', progress = 0,
    handed_back = handed_back + CASE WHEN %(in_order)s THEN 1 ELSE 0 END
WHERE id = %(id)s AND attempt = %(attempt)s AND status = 'processing'
RETURNING engine
