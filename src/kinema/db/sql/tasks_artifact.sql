-- The published film of a task, where it is kept still and this attempt is the one that won.
SELECT artifact_key, artifact_sha256, artifact_bytes, expires_at
FROM tasks
WHERE id = %(id)s AND attempt = %(attempt)s AND status = 'completed' AND expires_at > now()
  AND deleted_at IS NULL
