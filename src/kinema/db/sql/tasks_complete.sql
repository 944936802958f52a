UPDATE tasks
SET status = 'completed', progress = 1, lease_until = NULL, finished_at = now(),
    artifact_key = %(artifact_key)s, artifact_sha256 = %(artifact_sha256)s, artifact_bytes = %(artifact_bytes)s,
    duration = %(duration)s, understood = %(understood)s,
    expires_at = now() + %(retention)s
WHERE id = %(id)s AND attempt = %(attempt)s AND status = 'processing'
RETURNING id
