-- Hide a task that is over, and have its film collected now.
UPDATE tasks
SET deleted_at = now(), expires_at = CASE WHEN artifact_key IS NULL THEN expires_at ELSE least(expires_at, now()) END
WHERE id = %(id)s AND tenant_id = %(tenant_id)s AND deleted_at IS NULL
  AND status IN ('completed', 'failed', 'cancelled')
RETURNING id
