-- Films past their time, oldest first, that are still in the storage.
SELECT id, artifact_key FROM tasks
WHERE artifact_key IS NOT NULL AND collected_at IS NULL AND expires_at < now()
ORDER BY expires_at
LIMIT 100
