-- Sign with a new secret, and with the one until now for as long as `overlap` says.
UPDATE webhook_endpoints
SET secret = %(secret)s, secret_before = CASE WHEN %(overlap)s > interval '0' THEN secret END,
    secret_before_until = now() + %(overlap)s, updated_at = now()
WHERE id = %(id)s AND tenant_id = %(tenant_id)s
RETURNING *
