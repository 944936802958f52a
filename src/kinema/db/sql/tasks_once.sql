-- A task as it was accepted: also one that is deleted by now.
SELECT * FROM tasks WHERE id = %(id)s AND tenant_id = %(tenant_id)s
