-- Films past their time, oldest first, that are still in the storage and that no task waits to read. To be run
-- under `films_lock`.
SELECT id, artifact_key FROM tasks
WHERE artifact_key IS NOT NULL AND collected_at IS NULL AND expires_at < now()
  AND NOT EXISTS (
      SELECT FROM tasks AS reading
      WHERE reading.status IN ('queued', 'processing') AND reading.origin->>'film' = tasks.artifact_key
  )
ORDER BY expires_at
LIMIT 100
