-- Where a page begins: deleted tasks count, so that whoever deletes what he lists loses no place.
SELECT id, created_at FROM tasks WHERE id = %(id)s AND tenant_id = %(tenant_id)s
