-- Whether this is or was one of the tenant's tasks.
SELECT id FROM tasks WHERE id = %(after)s AND tenant_id = %(tenant_id)s
