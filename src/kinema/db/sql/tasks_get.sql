SELECT * FROM tasks WHERE id = %(id)s AND tenant_id = %(tenant_id)s AND deleted_at IS NULL
