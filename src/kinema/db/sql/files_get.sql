SELECT * FROM files
WHERE id = %(id)s AND tenant_id = %(tenant_id)s AND (expires_at IS NULL OR expires_at > now())
